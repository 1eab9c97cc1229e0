import Testing

/// EN-05: all three groups consulted while the concept note was written.
@Suite struct ConceptStageTests {
  /// Rows of the concept phase.
  private func rows(_ rows: [(type: String, level: String, on: String)]) -> [String: String] {
    Engagement.rows(
      rows.map {
        [
          "phase": "CONCEPT", "stakeholder_type": $0.type, "engagement_level": $0.level,
          "engaged_on": $0.on,
        ]
      })
  }

  @Test func `each group is consulted in the concept phase and by the day of the note`() throws {
    let fund = try TinyFund()
    for number in 2...7 { try fund.add("JP-\(number)", conceptNoteOn: "2023-03-15") }
    let migrants = ("MIGRANT", "EMPOWER", "2022")
    let civilSociety = ("MLO", "CONSULT", "2023-03-15")
    // Older than the rules, though all were consulted before its note.
    try fund.form(
      "JP-1",
      sheets: rows([
        ("MLO", "CONSULT", "2021"), ("MIGRANT", "EMPOWER", "2021"),
        ("COMMUNITY", "CONSULT", "2021"),
      ]))
    try fund.form(
      "JP-2", sheets: rows([civilSociety, migrants, ("COMMUNITY", "INVOLVE", "2023-02")]))
    // March ends after the note.
    try fund.form(
      "JP-3", sheets: rows([civilSociety, migrants, ("COMMUNITY", "CONSULT", "2023-03")]))
    // A trade union is no civil society by the Fund's definition.
    try fund.form(
      "JP-4",
      sheets: rows([("UNION", "CONSULT", "2022"), migrants, ("COMMUNITY", "CONSULT", "2022")]))
    try fund.form(
      "JP-5", sheets: rows([civilSociety, migrants, ("COMMUNITY", "INFORM", "2022")]))
    // Another phase.
    try fund.form(
      "JP-6",
      sheets: Engagement.rows([civilSociety, migrants, ("COMMUNITY", "CONSULT", "2022")]))
    try fund.form("JP-7")
    // Answered: JP-2 to JP-6. Met: JP-2. Of six live ones since the rules five answered.
    #expect(
      try fund.release().figure("EN-05")
        == Release.Figure(
          value: "20", numerator: "1", denominator: "5", coverage: "83.33333333333333"))
  }

  @Test func `the year's form speaks, whenever the consultation was`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", conceptNoteOn: "2023-03-15")
    try fund.addPUNO("ILO", to: "JP-2")
    let all = rows([
      ("CBO", "CONSULT", "2022"), ("MIGRANT", "CONSULT", "2022"), ("COMMUNITY", "CONSULT", "2022"),
    ])
    try fund.form("JP-2", year: 2024, by: "ILO", sheets: all)
    try fund.form("JP-2", answers: ["no_engagement": "yes"])
    #expect(try fund.release().parts("EN-05", by: "") == ["": "0/1"])
    try fund.form("JP-2", version: 2, sheets: all)
    #expect(try fund.release().parts("EN-05", by: "") == ["": "1/1"])
  }

  @Test func `without a programme since the rules there is no share and no coverage`() throws {
    let fund = try TinyFund()
    try fund.form(sheets: Engagement.rows([[:]]))
    #expect(
      try fund.release().figure("EN-05")
        == Release.Figure(value: "", numerator: "0", denominator: "0", reason: "NO_DENOMINATOR"))
  }
}
