import Testing

/// What answers a sheet: a row that was accepted, or a nil answer that no row contradicts.
@Suite struct AnswersOfFormsTests {
  private static let sheets = [
    "agreements", "transfers", "structures", "engagement", "events", "accountability",
  ]
  private static let nilAnswers = Dictionary(
    uniqueKeysWithValues: sheets.map { ("no_" + $0, "yes") })

  private static let accepted = [
    "agreements": Agreements.rows([("A-1", [:])]), "transfers": Transfers.rows([("A-1", [:])]),
    "structures":
      "body_name,body_kind,body_function,stakeholder_type,seats\nBoard,OTHER,DECISION,GOV,1",
    "engagement": Engagement.rows([[:]])["engagement"] ?? "",
    "events":
      "event_ref,title,event_kind,started_on,stakeholder_type\nE-1,Day,DIALOGUE,2025-05-01,GOV",
    "accountability": "item,in_place\nCFM,no",
  ]
  /// One row each that lacks what is required.
  private static let refused = [
    "agreements": Agreements.rows([("A-1", ["status": ""])]),
    "transfers": Transfers.rows([("A-1", ["amount": ""])]),
    "structures":
      "body_name,body_kind,body_function,stakeholder_type,seats\nBoard,OTHER,DECISION,GOV,",
    "engagement": Engagement.rows([["phase": ""]])["engagement"] ?? "",
    "events":
      "event_ref,title,event_kind,started_on,stakeholder_type\nE-1,,DIALOGUE,2025-05-01,GOV",
    "accountability": "item,in_place\nCFM,",
  ]

  @Test(arguments: sheets)
  func `a refused row takes the nil answer of its own sheet away, and of no other`(sheet: String)
    throws
  {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3"] { try fund.add(code) }
    try fund.form("JP-1", sheets: Self.accepted)
    try fund.form(
      "JP-2", answers: Self.nilAnswers, sheets: Self.refused.filter { $0.key == sheet })
    try fund.form("JP-3", year: 2024, sheets: Self.accepted)
    try fund.form("JP-3")  // silent this year
    let programmes = try AnalystWorkbook(fund.release()).lines("Data Joint Programmes")
    for asked in Self.sheets {
      #expect(
        programmes.map { $0["Answers, " + asked] } == ["1", asked == sheet ? "0" : "1", "0"],
        "\(asked)")
    }
  }
}
