import Testing

/// RE-04: how much of a complete narrative report Joint Programmes send.
@Suite struct NarrativeCompletenessTests {
  private let long = String(repeating: "é", count: 40)
  private let short = String(repeating: "a", count: 39)

  @Test func `the mean over programmes that reported of four items`() throws {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3", "JP-4"] { try fund.add(code) }
    try fund.add("JP-5", endOn: "2024-12-31")
    // All four; the texts come from two organisations.
    try fund.form(
      "JP-1", agreements: Agreements.rows([("A-1", [:])]),
      sheets: ["narrative": "kind,text\nKEY_PARTNERSHIP,\(long)\nSTRATEGIC_CONTRIBUTION,\(long)"])
    try fund.form("JP-1", by: "ILO", sheets: ["narrative": "kind,text\nINVOLVEMENT,\(long)"])
    // One: 39 characters are too few, and another kind is no item.
    try fund.form(
      "JP-2", answers: ["no_agreements": "yes"],
      sheets: ["narrative": "kind,text\nKEY_PARTNERSHIP,\(short)  \nLESSON,\(long)"])
    try fund.form("JP-3")  // without the sheet, and silent on agreements
    try fund.form(
      "JP-3", year: 2024, sheets: ["narrative": "kind,text\nINVOLVEMENT,\(long)"])
    try fund.form("JP-5", sheets: ["narrative": "kind,text\nINVOLVEMENT,\(long)"])
    let release = try fund.release()
    // 100, 25 and 0 over three; JP-4 did not report.
    #expect(try release.figure("RE-04") == Release.Figure(value: "41.666666666666664"))
    #expect(
      try release.parts("RE-04", by: "item") == [
        "KEY_PARTNERSHIP": "1/3", "STRATEGIC_CONTRIBUTION": "1/3", "INVOLVEMENT": "1/3",
        "AGREEMENTS": "2/3",
      ])
    #expect(try release.figure("RE-04", "item", "AGREEMENTS")?.coverage == "75")
  }

  @Test func `where nobody reported there is no mean`() throws {
    let release = try TinyFund().release()
    #expect(try release.figure("RE-04") == Release.Figure(value: "", reason: "NO_DENOMINATOR"))
  }
}
