import Testing

/// EN-13 and EN-14: what programmes say of themselves on the first sheet.
@Suite struct SelfAssessmentTests {
  private let all = [
    "transparency": "yes", "inclusivity": "yes", "diversity": "yes",
    "meaningful_participation": "yes", "civic_space_activity": "yes",
  ]

  /// JP-1 with two forms, JP-2 with a corrected one, JP-3 without, JP-4 ended.
  private func release() throws -> Release {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3"] { try fund.add(code) }
    try fund.add("JP-4", endOn: "2024-12-31")
    try fund.form("JP-1", by: "IOM", answers: all.merging(["civic_space_activity": "no"]) { $1 })
    try fund.form(
      "JP-1", by: "ILO",
      answers: [
        "transparency": "yes", "inclusivity": "no", "diversity": "unknown",
        "meaningful_participation": "oui", "civic_space_activity": "sí",
      ])
    try fund.form("JP-1", year: 2024, by: "IOM")  // last year it said nothing
    try fund.form("JP-2", version: 1, answers: all)
    try fund.form("JP-2", version: 2, answers: ["transparency": "yes"])
    try fund.form("JP-3", year: 2024, answers: all)
    try fund.form("JP-4", answers: all)
    return try fund.release()
  }

  @Test func `a principle is met if all forms of the year say yes`() throws {
    let release = try release()
    // JP-1: 2 of 4. JP-2: 1 of 4.
    #expect(try release.figure("EN-13") == Release.Figure(value: "1.5"))
    #expect(
      try release.parts("EN-13", by: "principle") == [
        "TRANSPARENCY": "2/2", "INCLUSIVITY": "0/2", "DIVERSITY": "0/2",
        "MEANINGFUL_PARTICIPATION": "1/2",
      ])
    // Two of three live programmes reported.
    #expect(
      try release.figure("EN-13", "principle", "TRANSPARENCY")
        == Release.Figure(
          value: "100", numerator: "2", denominator: "2", coverage: "66.66666666666667"))
  }

  @Test func `the mean is a number, its items are percentages`() throws {
    let lines = try release().table("indicators").filter { $0["indicator"] == "EN-13" }
    #expect(lines.map { $0["unit"] } == ["number", "percent", "percent", "percent", "percent"])
  }

  @Test func `a civic-space activity is one if any form says so, for the Fund as a whole only`()
    throws
  {
    let release = try release()
    #expect(
      try release.figure("EN-14")
        == Release.Figure(
          value: "50", numerator: "1", denominator: "2", coverage: "66.66666666666667"))
    let lines = try release.table("indicators").filter { $0["indicator"] == "EN-14" }
    #expect(lines.count == 1)
  }

  @Test func `explain names the cell of every answer`() throws {
    let fund = try TinyFund()
    try fund.form(answers: ["civic_space_activity": "yes", "diversity": "no"])
    _ = try fund.run()
    let explained = try Program("explain", "EN-14", "--output", fund.folder + "/output").output
    // The head of five lines, then the answers by name.
    #expect(explained.contains("JP-1-IOM-v1/programme.csv › programme.csv!B2:B8"), "\(explained)")
    #expect(explained.contains("B7 civic_space_activity=yes · B8 diversity=no"), "\(explained)")
  }

  @Test func `where nobody reported there is neither mean nor share`() throws {
    let release = try TinyFund().release()
    #expect(
      try release.figure("EN-13") == Release.Figure(value: "", reason: "NO_DENOMINATOR"))
    #expect(
      try release.figure("EN-14")
        == Release.Figure(
          value: "", numerator: "0", denominator: "0", coverage: "0", reason: "NO_DENOMINATOR"))
  }
}
