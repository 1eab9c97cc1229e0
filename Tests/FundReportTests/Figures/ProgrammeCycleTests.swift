import Testing

/// EN-04: phases of the programme cycle in which stakeholders were consulted.
@Suite struct ProgrammeCycleTests {
  private func fund(_ programmes: [(code: String, phases: String)], endOn: String = "2026-12-31")
    throws -> TinyFund
  {
    let fund = try TinyFund()
    for programme in programmes where programme.code != "JP-1" { try fund.add(programme.code) }
    let header =
      "programme_code,title,scope,countries,thematic_area,concept_note_on,start_on,end_on"
    let lines = programmes.map {
      "\($0.code),\($0.code) (fictional),COUNTRY,KEN,1,2022-05-01,2022-01-01,\(endOn),\($0.phases)"
    }
    try fund.register(
      "programmes", ([header + ",phases_reached"] + lines).joined(separator: "\n"))
    return fund
  }

  @Test func `a phase is covered by a consultation of a stakeholder group by the end of the year`()
    throws
  {
    let fund = try fund([
      ("JP-1", "CONCEPT;DEVELOPMENT;IMPLEMENTATION;MONITORING"), ("JP-2", ""),
      ("JP-3", "CONCEPT;IMPLEMENTATION"), ("JP-4", "CONCEPT"),
    ])
    try fund.form(
      "JP-1",
      sheets: Engagement.rows([
        ["phase": "CONCEPT", "stakeholder_type": "UNION", "engaged_on": "2021-05"],
        ["phase": "DEVELOPMENT", "engagement_level": "INFORM"],
        ["phase": "IMPLEMENTATION", "stakeholder_type": "GOV", "engagement_level": "EMPOWER"],
        ["phase": "MONITORING", "engaged_on": "2026-01-01"],
        ["phase": "EVALUATION"],  // not reached, says the register
      ]))
    try fund.form("JP-2", sheets: Engagement.rows([["phase": "CONCEPT"]]))
    try fund.form("JP-3")
    try fund.form("JP-4", answers: ["no_engagement": "yes"])
    let release = try fund.release()
    // JP-1: 1 of 4. JP-4: 0 of 1. JP-2 has reached no phase, JP-3 does not answer.
    #expect(try release.figure("EN-04") == Release.Figure(value: "12.5"))
    #expect(
      try AnalystWorkbook(release).line("Engagement", where: ["Code": "EN-04"])?["Rows"]
        == "2 in Data Programmes on engagement")
    #expect(
      try release.parts("EN-04", by: "phase") == [
        "CONCEPT": "1/2", "DEVELOPMENT": "0/1", "IMPLEMENTATION": "0/1", "MONITORING": "0/1",
        "REPORTING": "0/0", "EVALUATION": "0/0",
      ])
    // Of JP-1 and JP-3, which reached it, one answered.
    #expect(try release.figure("EN-04", "phase", "IMPLEMENTATION")?.coverage == "50")
    #expect(try release.figure("EN-04", "phase", "REPORTING")?.reason == "NO_DENOMINATOR")
  }

  @Test func `an earlier form counts until a newer form of the programme has a row`() throws {
    let fund = try fund([("JP-1", "CONCEPT;IMPLEMENTATION")])
    try fund.form(
      year: 2024, by: "ILO",
      sheets: Engagement.rows([
        ["phase": "CONCEPT", "engaged_on": "2022"], ["engaged_on": "2024-03"],
      ]))
    try fund.form(by: "IOM", answers: ["no_engagement": "yes"])
    #expect(try fund.release().value("EN-04") == "100")

    try fund.form(
      by: "IOM", version: 2,
      sheets: Engagement.rows([["phase": "CONCEPT", "engaged_on": "2022"]]))
    #expect(try fund.release().value("EN-04") == "50")
  }

  @Test func `without a programme to look at there is no mean`() throws {
    let fund = try fund([("JP-1", "CONCEPT")], endOn: "2024-12-31")
    try fund.form(sheets: Engagement.rows([["phase": "CONCEPT"]]))
    #expect(
      try fund.release().figure("EN-04") == Release.Figure(value: "", reason: "NO_DENOMINATOR"))
  }

  @Test func `programmes that have reached no phase leave nothing to take a mean of`() throws {
    let fund = try fund([("JP-1", "")])
    try fund.form(sheets: Engagement.rows([["phase": "CONCEPT"]]))
    #expect(
      try fund.release().figure("EN-04") == Release.Figure(value: "", reason: "NO_DENOMINATOR"))
  }
}
