import Testing

/// RE-02, RE-03 and RE-05: when forms came, and how often they were corrected.
@Suite struct PunctualityTests {
  @Test func `the first form for the year counts, up to the due date`() throws {
    let fund = try TinyFund()
    for code in ["JP-2", "JP-3"] { try fund.add(code) }
    try fund.register("due_dates", "year,due_on\n2024,2026-12-31\n2025,2026-02-05")
    // Last year's form and last year's due date are of no use this year.
    try fund.form("JP-1", year: 2024, submittedOn: "2025-02-01")
    try fund.form("JP-1", submittedOn: "2026-02-06")
    try fund.form("JP-1", by: "ILO", submittedOn: "2026-02-09")
    try fund.form("JP-2", submittedOn: "2026-02-05")
    try fund.form("JP-2", version: 2, submittedOn: "2026-05-05")
    let release = try fund.release()
    // On time: JP-2 of three. Days: 1 and 0.
    #expect(
      try release.figure("RE-02")
        == Release.Figure(
          value: "33.333333333333336", numerator: "1", denominator: "3", coverage: "100"))
    #expect(try release.value("RE-03") == "0.5")
  }

  @Test func `without a due date nobody is late`() throws {
    let fund = try TinyFund()
    try fund.form()
    let release = try fund.release()
    #expect(
      try release.figure("RE-02")
        == Release.Figure(
          value: "", numerator: "0", denominator: "0", coverage: "0", reason: "NO_DENOMINATOR"))
    #expect(try release.figure("RE-03") == Release.Figure(value: "", reason: "NO_DENOMINATOR"))
  }

  @Test func `corrections are versions beyond the first, of one organisation and year`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2")
    for version in 1...2 {
      try fund.form("JP-1", year: 2024, version: version)
      try fund.form("JP-1", by: "ILO", version: version)
    }
    try fund.form("JP-1", by: "IOM")
    try fund.form("JP-2", version: 1)
    try fund.form("JP-2", version: 3)
    let release = try fund.release()
    #expect(try release.value("RE-05") == "2")
    #expect(try release.breakdown("RE-05", by: "programme") == ["JP-1": "1", "JP-2": "1"])
  }
}
