import Testing

/// C-05, C-06 and C-07: Joint Programmes that engage less than the Fund asks for.
@Suite struct EngagementGapsTests {
  /// JP-1, older than the rules, engages little; JP-2 reports nothing to report; JP-3 is silent; JP-4
  /// does all.
  private func release() throws -> Release {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3", "JP-4"] { try fund.add(code, conceptNoteOn: "2023-02-06") }
    // The government is no group whose engagement the Fund asks for.
    try fund.form(
      "JP-1", by: "ILO",
      sheets: Engagement.rows([
        ["phase": "CONCEPT", "stakeholder_type": "GOV", "engaged_on": "2022-01-01"],
        ["stakeholder_type": "GOV", "engagement_level": "EMPOWER"],
      ]))
    try fund.form(
      "JP-1", by: "IOM",
      sheets: Engagement.rows([
        ("MIGRANT", "CONSULT", "2025"), ("COMMUNITY", "INFORM", "2025"),
        ("COMMUNITY", "EMPOWER", "2024"),
      ]))
    try fund.form("JP-2", answers: ["no_engagement": "yes"])
    try fund.form("JP-3")
    try fund.form(
      "JP-4",
      sheets: Engagement.rows([
        ["phase": "CONCEPT", "stakeholder_type": "CBO", "engaged_on": "2023-02-06"],
        ["engagement_level": "COLLABORATE"], ["stakeholder_type": "COMMUNITY"],
      ]))
    return try fund.release()
  }

  @Test func `below collaboration without a reason: one per programme, at the lead's form`() throws
  {
    let release = try release()
    let issues = try release.issues.filter { $0.rule == "C-05" }
    #expect(
      issues == [
        Release.Issue(
          severity: "notice", rule: "C-05", file: "reports/2025/JP-1-IOM-v1/engagement.csv",
          sheet: "engagement.csv", cell: "", found: "CONSULT"),
        Release.Issue(
          severity: "warning", rule: "C-05", file: "reports/2025/JP-2-IOM-v1/engagement.csv",
          sheet: "engagement.csv", cell: "", found: "NONE"),
      ])
    #expect(
      try release.messages(of: "C-05") == [
        "the highest level at which JP-1, older than the rules of 2023, engaged civil society, "
          + "migrants or communities in the year is “Consultation”, and no row says why; a justification "
          + "would help",
        "the highest level at which JP-2 engaged civil society, migrants or communities in the year "
          + "is “No engagement”, and no row says why; add a justification, or the engagement that is "
          + "missing",
      ])
  }

  @Test func `migrants and communities: one for each group not consulted in the year`() throws {
    let release = try release()
    #expect(
      try release.issues(of: "C-06") == [
        "notice engagement.csv! Local and affected communities: Information",
        "warning engagement.csv! Local and affected communities: No engagement",
        "warning engagement.csv! Migrants and their families: No engagement",
      ])
    #expect(
      try release.messages(of: "C-06").prefix(2) == [
        "the programme JP-1, older than the rules of 2023, reports no consultation in the year of this "
          + "group: Local and affected communities; add it if it took place",
        "the programme JP-2 reports no consultation in the year of this group: Local and affected "
          + "communities; add it if it took place",
      ])
  }

  @Test func `no consultation in the concept phase by the day of the note`() throws {
    let release = try release()
    #expect(
      try release.issues(of: "C-07") == [
        "notice engagement.csv! no such consultation",
        "warning engagement.csv! no such consultation",
      ])
    #expect(
      try release.messages(of: "C-07") == [
        "the programme JP-1, older than the rules of 2023, reports no consultation of civil society, "
          + "migrants or communities in the concept phase and dated by its concept note of 2022-05-01; "
          + "add it if it took place",
        "the programme JP-2 reports no consultation of civil society, migrants or communities in the "
          + "concept phase and dated by its concept note of 2023-02-06; add it if it took place",
      ])
    #expect(
      try release.table("issues").filter { $0["rule"] == "C-07" }.map { $0["programme"] }
        == ["JP-1", "JP-2"])
  }

  @Test func `without a concept note nothing can come before it, and the rest is asked in full`()
    throws
  {
    let fund = try TinyFund()
    try fund.add("JP-2", conceptNoteOn: "")
    try fund.form("JP-2", answers: ["no_engagement": "yes"])
    let release = try fund.release()
    #expect(try release.issues(of: "C-05").map { $0.prefix(7) } == ["warning"])
    #expect(try release.issues(of: "C-06").map { $0.prefix(7) } == ["warning", "warning"])
    #expect(try release.issues(of: "C-07") == [])
  }

  @Test func `a reason on a row of a core group in the year is enough`() throws {
    let fund = try TinyFund()
    let reason = ["justification": "Roads were cut"]
    try fund.form(sheets: Engagement.rows([reason.merging(["engaged_on": "2024"]) { $1 }]))
    #expect(try fund.release().issues(of: "C-05").count == 1)
    try fund.form(version: 2, sheets: Engagement.rows([reason]))
    #expect(try fund.release().issues(of: "C-05") == [])
  }

  @Test(arguments: [("2022-05-01", "notice"), ("2023-02-06", "warning")])
  func `before and since the rules of 2023 the same is asked of the same programmes`(
    conceptNoteOn: String, severity: String
  ) throws {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3", "JP-4", "JP-5"] {
      try fund.add(code, conceptNoteOn: conceptNoteOn)
    }
    try fund.form("JP-2")  // silent
    try fund.form(
      "JP-3",
      sheets: Engagement.rows([
        ["engagement_level": "COLLABORATE"], ["stakeholder_type": "COMMUNITY"],
        ["phase": "CONCEPT", "stakeholder_type": "CBO", "engaged_on": "2022-01-01"],
      ]))
    try fund.form(
      "JP-4",
      sheets: Engagement.rows([
        ["justification": "Roads were cut"], ["stakeholder_type": "COMMUNITY"],
      ]))
    try fund.form("JP-5", answers: ["no_engagement": "yes"])
    let issues = try fund.release().table("issues")
    for (rule, programmes) in [
      "C-05": ["JP-5"], "C-06": ["JP-5", "JP-5"], "C-07": ["JP-4", "JP-5"],
    ] {
      #expect(
        issues.filter { $0["rule"] == rule }.map {
          "\($0["severity"] ?? "") \($0["programme"] ?? "")"
        }
          == programmes.map { "\(severity) \($0)" }, "\(rule)")
    }
  }
}
