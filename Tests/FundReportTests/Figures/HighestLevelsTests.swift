import Testing

/// EN-15: how far engagement has come, by phase and stakeholder type.
@Suite struct HighestLevelsTests {
  private let dimension = "phase × stakeholder_type × level"

  @Test func `a programme stands at its highest level by the end of the year, and nowhere else`()
    throws
  {
    let fund = try TinyFund()
    try fund.add("JP-2", endOn: "2024-12-31")
    try fund.add("JP-3")
    try fund.form(
      sheets: Engagement.rows([
        ("MIGRANT", "CONSULT", "2023-05-01"), ("MIGRANT", "INVOLVE", "2025"),
        ("MIGRANT", "INFORM", "2025-12-31"), ("MIGRANT", "EMPOWER", "2026-01"),
        ("GOV", "NONE", "2025-01-01"),
      ]))
    // Ended and reported for the last time: it does not vanish.
    try fund.form(
      "JP-2", year: 2024,
      sheets: Engagement.rows([
        ["engagement_level": "INVOLVE", "engaged_on": "2024"],
        ["phase": "EVALUATION", "engagement_level": "COLLABORATE", "engaged_on": "2024-12"],
      ]))
    try fund.form("JP-3", answers: ["no_engagement": "yes"])
    let release = try fund.release()
    #expect(
      try release.breakdown("EN-15", by: dimension) == [
        "IMPLEMENTATION × MIGRANT × INVOLVE": "2", "IMPLEMENTATION × GOV × NONE": "1",
        "EVALUATION × MIGRANT × COLLABORATE": "1",
      ])
    #expect(try release.figure("EN-15") == nil)  // no total
  }

  @Test func `rows of an earlier year are carried until a newer form of the programme has one`()
    throws
  {
    let fund = try TinyFund()
    try fund.form(
      year: 2024, by: "ILO",
      sheets: Engagement.rows([
        ["stakeholder_type": "CBO", "engagement_level": "EMPOWER", "engaged_on": "2024"]
      ]))
    try fund.form(by: "IOM", answers: ["no_engagement": "yes"])
    let carried = try fund.release()
    #expect(
      try carried.breakdown("EN-15", by: dimension) == ["IMPLEMENTATION × CBO × EMPOWER": "1"])
    #expect(try carried.table("engagement").map { $0["carried_from"] } == ["2024"])

    try fund.form(by: "IOM", version: 2, sheets: Engagement.rows([[:]]))
    #expect(
      try fund.release().breakdown("EN-15", by: dimension)
        == ["IMPLEMENTATION × MIGRANT × CONSULT": "1"])
  }

  @Test func `a newer form ends what the same organisation reported before, without a row too`()
    throws
  {
    let fund = try TinyFund()
    try fund.form(year: 2024, sheets: Engagement.rows([["engaged_on": "2024"]]))
    try fund.form(answers: ["no_engagement": "yes"])
    #expect(try fund.release().breakdown("EN-15", by: dimension) == [:])
  }
}
