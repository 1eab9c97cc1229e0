import Testing

/// EN-01 to EN-03: collaboration, the consultation floor, and reasons for staying below.
@Suite struct EngagementLevelsTests {
  private let reason = ["stakeholder_type": "CBO", "justification": "Roads were cut"]

  /// JP-1 below collaboration, JP-2 above, JP-3 below with a reason, JP-4 silent, JP-5 and JP-7 ended,
  /// JP-6 nil.
  private func release() throws -> Release {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3"] { try fund.add(code, area: 2, conceptNoteOn: "2023-02-06") }
    try fund.add("JP-4")
    try fund.add("JP-5", area: 2, endOn: "2024-12-31")
    try fund.add("JP-6")
    try fund.add("JP-7", area: 2, endOn: "2024-12-31")
    try fund.form(
      "JP-1",
      sheets: Engagement.rows([
        // Trade unions are no civil society by the Fund's definition, nor does their reason count.
        ["stakeholder_type": "UNION", "engagement_level": "EMPOWER", "justification": "None"],
        ["engaged_on": "2025-03"],
        ["stakeholder_type": "COMMUNITY", "engagement_level": "INFORM"],
      ]))
    try fund.form(
      "JP-2",
      sheets: Engagement.rows([
        ("MIGRANT", "COLLABORATE", "2025"), ("COMMUNITY", "CONSULT", "2025-12-31"),
      ]))
    try fund.form(
      "JP-3",
      sheets: Engagement.rows([
        ["stakeholder_type": "CBO", "engagement_level": "EMPOWER", "engaged_on": "2024-12-31"],
        ["engaged_on": "2026-01"], reason.merging(["engaged_on": "2025-01-01"]) { $1 },
      ]))
    try fund.form("JP-4")
    try fund.form("JP-5", sheets: Engagement.rows([("MIGRANT", "EMPOWER", "2025-01-01")]))
    try fund.form("JP-6", answers: ["no_engagement": "yes"])
    try fund.form("JP-7", sheets: Engagement.rows([reason]))
    return try fund.release()
  }

  @Test func `collaboration is with civil society, migrants or communities, in the year`() throws {
    let release = try release()
    // Live: 5. Answered: JP-1, JP-2, JP-3, JP-6. Collaborating: JP-2.
    #expect(
      try release.figure("EN-01")
        == Release.Figure(value: "25", numerator: "1", denominator: "4", coverage: "80"))
    #expect(try release.parts("EN-01", by: "thematic_area") == ["1": "0/2", "2": "1/2"])
    #expect(try release.parts("EN-01", by: "rule_cohort") == ["BEFORE": "0/2", "SINCE": "1/2"])
    // Of JP-1, JP-4 and JP-6 two answered.
    #expect(
      try release.figure("EN-01", "rule_cohort", "BEFORE")?.coverage == "66.66666666666667")
  }

  @Test func `the floor is that migrants and communities are both consulted`() throws {
    let release = try release()
    #expect(
      try release.figure("EN-02")
        == Release.Figure(value: "25", numerator: "1", denominator: "4", coverage: "80"))
    // JP-1 consulted migrants, JP-2 both; each is a share of all that answered.
    #expect(
      try release.parts("EN-02", by: "stakeholder_type") == ["MIGRANT": "2/4", "COMMUNITY": "1/4"])
  }

  @Test func `a reason is asked of those below collaboration`() throws {
    // Below: JP-1, JP-3, JP-6; with a reason: JP-3. The silent JP-4 is not above either.
    #expect(
      try release().figure("EN-03")
        == Release.Figure(
          value: "33.333333333333336", numerator: "1", denominator: "3", coverage: "75"))
  }

  @Test func `a reason of another year, or of a programme that collaborates, is none`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.form(sheets: Engagement.rows([reason.merging(["engaged_on": "2024"]) { $1 }]))
    try fund.form(
      "JP-2", sheets: Engagement.rows([reason, ["engagement_level": "COLLABORATE"]]))
    let release = try fund.release()
    #expect(try release.parts("EN-03", by: "") == ["": "0/1"])
    #expect(try release.value("EN-01") == "50")
  }

  @Test func `rows of all organisations count, and only those in forms for the year`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2")
    // Each organisation consulted one of the two groups.
    try fund.form(by: "IOM", sheets: Engagement.rows([[:]]))
    try fund.form(by: "ILO", sheets: Engagement.rows([["stakeholder_type": "COMMUNITY"]]))
    // An engagement of 2025 announced in the form for 2024 is not reported for 2025.
    try fund.addPUNO("ILO", to: "JP-2")
    try fund.form("JP-2", year: 2024, by: "ILO", sheets: Engagement.rows([[:]]))
    try fund.form("JP-2", by: "IOM", answers: ["no_engagement": "yes"])
    let release = try fund.release()
    #expect(try release.parts("EN-02", by: "") == ["": "1/2"])
    #expect(try release.parts("EN-02", by: "stakeholder_type")["MIGRANT"] == "1/2")
  }

  @Test func `where nobody answered there is no share`() throws {
    let fund = try TinyFund()
    // A refused row is no answer, nor is a nil answer beside it.
    try fund.form(
      answers: ["no_engagement": "yes"], sheets: Engagement.rows([["engaged_on": "spring"]]))
    let release = try fund.release()
    for code in ["EN-01", "EN-02", "EN-03"] {
      #expect(
        try release.figure(code)
          == Release.Figure(
            value: "", numerator: "0", denominator: "0", coverage: "0", reason: "NO_DENOMINATOR"))
    }
  }
}
