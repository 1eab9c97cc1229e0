import Testing

/// C-16: forms that disagree with the register of programmes.
@Suite struct RegisterDisagreementTests {
  private static let rows = Agreements.rows([("A-1", [:])])

  @Test func `an unknown programme, a stranger and a wrong year refuse the file`() throws {
    let fund = try TinyFund()
    try fund.form("JP-1", agreements: Self.rows)
    try fund.form("JP-9", agreements: Self.rows)
    try fund.form("JP-1", by: "WHO", agreements: Self.rows)
    try fund.form("JP-1", by: "ILO", agreements: Self.rows, folder: "wrong")
    try fund.write(
      """
      field,value
      programme_code,JP-1
      reporting_year,2024
      version,1
      submitted_on,2026-02-01
      prepared_by,ILO

      """, to: "reports/2025/wrong/programme.csv")
    let release = try fund.release()
    let issues = try release.issues.filter { $0.rule == "C-16" }
    #expect(
      issues == [
        Release.Issue(
          severity: "error", rule: "C-16", file: "reports/2025/JP-1-WHO-v1/programme.csv",
          sheet: "programme.csv", cell: "B6", found: "WHO"),
        Release.Issue(
          severity: "error", rule: "C-16", file: "reports/2025/JP-9-IOM-v1/programme.csv",
          sheet: "programme.csv", cell: "B2", found: "JP-9"),
        Release.Issue(
          severity: "error", rule: "C-16", file: "reports/2025/wrong/programme.csv",
          sheet: "programme.csv", cell: "B3", found: "2024"),
      ])
    #expect(
      try release.messages(of: "C-16") == [
        "WHO never was a PUNO of JP-1; correct the organisation, or have the register corrected",
        "there is no Joint Programme “JP-9”; correct the code and send the file again",
        "the form is for 2024, but lies among the reports of 2025; correct the year or move the file",
      ])
    #expect(try release.value("PA-01") == "1")
    let states = try release.table("submissions").map { $0["state"] }
    #expect(states == ["counting", "refused", "refused", "refused"])
  }

  @Test func `a row of an organisation that never took part is refused alone`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", ["puno": "WHO"]), ("A-2", ["puno": "iom"]), ("A-3", ["puno": "ILO"]),
      ]),
      transfers: Transfers.rows([("A-2", ["puno": "WHO"]), ("A-2", [:])]))
    let release = try fund.release()
    let issues = try release.issues(of: "C-16")
    #expect(issues == ["error agreements.csv!B2 WHO", "error transfers.csv!B2 WHO"])
    #expect(
      try release.messages(of: "C-16").first
        == "WHO never was a PUNO of JP-1; correct the organisation, or have the register corrected")
    #expect(try release.value("PA-01") == "2")
    #expect(try release.value("TR-01") == "100.00")
  }

  @Test func `an organisation that has left may still report`() throws {
    let fund = try TinyFund()
    try fund.addPUNO("WHO", to: "JP-1", until: "2023-12-31")
    try fund.form(by: "WHO", agreements: Agreements.rows([("A-1", ["puno": "WHO"])]))
    let release = try fund.release()
    #expect(try release.issues(of: "C-16") == [])
    #expect(try release.breakdown("PA-01", by: "puno") == ["WHO": "1"])
    #expect(try release.parts("RE-01", by: "puno")["WHO"] == nil)  // no PUNO in the year
  }

  @Test func `an organisation of another programme is a stranger here`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", lead: "WHO")
    try fund.form("JP-1", by: "WHO", agreements: Self.rows)
    try fund.form(
      "JP-1", agreements: Agreements.rows([("A-1", [:]), ("A-2", ["puno": "WHO"])]),
      transfers: Transfers.rows([("A-1", ["puno": "WHO"])]))
    #expect(
      try fund.release().issues(of: "C-16") == [
        "error agreements.csv!B3 WHO", "error transfers.csv!B2 WHO", "error programme.csv!B6 WHO",
      ])
  }

  @Test func `a form that cannot be placed displaces no other`() throws {
    let fund = try TinyFund()
    try fund.form(agreements: Self.rows)
    // Of the same year, organisation and version, but among the reports of another year.
    try fund.form(folder: "../2024/astray")
    let release = try fund.release()
    #expect(try release.issues.filter { $0.severity == "error" }.map(\.rule) == ["C-16"])
    #expect(try release.value("PA-01") == "1")
  }
}
