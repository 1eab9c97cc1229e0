import Testing

/// EN-06 to EN-09: co-design, co-delivery, participatory dialogue, and paying for people's time.
@Suite struct WaysOfEngagingTests {
  /// JP-1 in area 1; JP-2 and JP-3 in area 2; JP-4 silent in area 1.
  private func release() throws -> Release {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3"] { try fund.add(code, area: 2) }
    try fund.add("JP-4")
    try fund.form(
      "JP-1",
      sheets: Engagement.rows([
        ["modes": "CO_DESIGN", "evidence": "Minutes"],
        ["modes": "CO_DELIVERY"],  // without evidence
      ]))
    try fund.form(
      "JP-2",
      sheets: Engagement.rows([
        [
          "stakeholder_type": "GOV", "modes": "co-delivery;PARTICIPATORY_DIALOGUE",
          "evidence": "Photographs", "compensated": "yes",
        ]
      ]))
    try fund.form(
      "JP-3",
      sheets: Engagement.rows([
        ["modes": "CO_DESIGN", "evidence": "Minutes", "engaged_on": "2024", "compensated": "yes"],
        ["compensated": "no"],
      ]))
    try fund.form("JP-4")
    return try fund.release()
  }

  @Test(arguments: [
    ("EN-06", ["1": "1/1", "2": "0/2"]), ("EN-07", ["1": "0/1", "2": "1/2"]),
    ("EN-08", ["1": "0/1", "2": "1/2"]), ("EN-09", ["1": "0/1", "2": "1/2"]),
  ])
  func `a mode needs evidence, and both it and compensation lie in the year`(
    code: String, areas: [String: String]
  ) throws {
    let release = try release()
    // One of JP-1, JP-2 and JP-3; four are live.
    #expect(
      try release.figure(code)
        == Release.Figure(
          value: "33.333333333333336", numerator: "1", denominator: "3", coverage: "75"))
    #expect(try release.parts(code, by: "thematic_area") == areas)
    #expect(try release.figure(code, "thematic_area", "1")?.coverage == "50")
  }

  @Test(arguments: ["EN-06", "EN-07", "EN-08", "EN-09"])
  func `a nil report is an answer, silence is none`(code: String) throws {
    let fund = try TinyFund()
    try fund.form()
    #expect(try fund.release().figure(code)?.reason == "NO_DENOMINATOR")
    try fund.form(version: 2, answers: ["no_engagement": "yes"])
    #expect(
      try fund.release().figure(code)
        == Release.Figure(value: "0", numerator: "0", denominator: "1", coverage: "100"))
  }
}
