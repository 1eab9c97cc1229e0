import Testing

/// What a release says of its own data.
@Suite struct DataQualityTests {
  /// What each measure says, such as `1 of 2`.
  private func said(in release: Release) throws -> [String: String] {
    Dictionary(
      try release.table("data_quality").map { line in
        (line["measure"] ?? "", "\(line["value"] ?? "") of \(line["of_all"] ?? "")")
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func `it says how much was reported, accepted, known and valued`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2")
    // Six rows: three agreements, one of them with a currency that does not exist, two payments, one
    // in a currency without a rate, and the answers of the form.
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", [:]), ("A-2", ["ingo_affiliate": "", "partner_name": "Beta"]),
        ("A-3", ["currency": "XYZ"]),
      ]),
      transfers: Transfers.rows([("A-1", [:]), ("A-1", ["currency": "UGX"])]))
    let release = try fund.release()
    let said = try said(in: release)
    #expect(said["Joint Programmes that reported"] == "1 of 2")
    #expect(said["Files refused"] == "0 of 1")
    #expect(said["Rows accepted"] == "5 of 6")
    #expect(said["Rows quarantined"] == "1 of 6")
    #expect(said["Agreements in year with an amount and a value in USD"] == "2 of 2")
    #expect(said["Payments in year with a value in USD"] == "1 of 2")
    #expect(said["Agreements in year with an unknown INGO affiliation"] == "1 of 2")
    #expect(said["Partners whose migrant leadership is unknown"] == "2 of 2")
    #expect(said["Partners not in the register"] == "2 of 2")
    // Limits have no number.
    #expect(said["Participations are not persons"] == " of ")
    let workbook = try AnalystWorkbook(release)
    #expect(workbook.lines("Data quality").count == said.count)
  }

  @Test
  func `forms received, late and missing are lines of the sheet Forms, by programme and PUNO`()
    throws
  {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3", "JP-4"] { try fund.add(code) }
    try fund.register("due_dates", "year,due_on\n2025,2026-02-05")
    // JP-1: both, the lead late; JP-2 early, then corrected; JP-3 not at all; JP-4 last year only.
    try fund.form("JP-1", submittedOn: "2026-02-08")
    try fund.form("JP-1", by: "ILO", submittedOn: "2026-02-09")
    try fund.form("JP-2", submittedOn: "2026-02-04")
    try fund.form("JP-2", version: 2, submittedOn: "2026-02-20")
    try fund.form("JP-4", year: 2024)
    let release = try fund.release()
    let forms = try release.table("forms").map { line in
      ["programme", "puno", "role", "role_label", "state", "days_late", "version"]
        .map { line[$0] ?? "" }.joined(separator: " ")
    }
    #expect(
      forms == [
        "JP-1 ILO PARTICIPATING Participating organisation received 4 1",
        "JP-1 IOM LEAD Lead organisation received 3 1",
        "JP-2 IOM LEAD Lead organisation received -1 2",
        "JP-3 IOM LEAD Lead organisation outstanding  ",
        "JP-4 IOM LEAD Lead organisation outstanding  ",
      ])
    let said = try said(in: release)
    #expect(said["Joint Programmes that reported"] == "2 of 4")
    #expect(said["Forms of lead organisations received"] == "2 of 4")
    #expect(said["Forms of other organisations received"] == "1 of ")
    #expect(said["Joint Programmes whose first form came late"] == "1 of 2")
    let workbook = try AnalystWorkbook(release)
    #expect(
      workbook.lines("Forms").map { $0["State"] } == [
        "received", "received", "received", "outstanding", "outstanding",
      ])
  }

  @Test func `it says what was carried, corrected and restated, and what is old`() throws {
    let fund = try TinyFund()
    try fund.register("exchange_rates", "currency,effective_from,units_per_usd\nKES,2024-01-01,100")
    // ILO reported in 2024 only: its agreement and payment are carried.
    try fund.form(
      year: 2024, by: "ILO",
      agreements: Agreements.rows([("B-1", ["puno": "ILO", "start_on": "2024-02-01"])]),
      transfers: Transfers.rows([("B-1", ["puno": "ILO", "paid_on": "2024-03-01"])]))
    try fund.form(
      agreements: Agreements.rows([("A-1", [:])]),
      transfers: Transfers.rows([("A-1", ["currency": "KES"])]))
    let said = Dictionary(
      try fund.release().table("data_quality").map { ($0["measure"] ?? "", $0["value"] ?? "") },
      uniquingKeysWith: { first, _ in first })
    #expect(said["Agreements carried from an earlier year"] == "1")
    #expect(said["Payments carried from an earlier year"] == "1")
    #expect(said["Rates older than 62 days"] == "1")
    #expect(said["Cells corrected by the office"] == "0")
    #expect(said["Published figures restated since the year was closed"] == "0")
  }
}
