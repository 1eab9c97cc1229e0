import Testing

/// What is said of versions and codes that may not be meant (FORM-02).
@Suite struct VersionMessagesTests {
  private let rows = Agreements.rows([("A-1", [:])])

  @Test func `a lower version of a later day is named, with the number it needs`() throws {
    let fund = try TinyFund()
    try fund.form(version: 2, submittedOn: "2026-02-01", agreements: rows)
    try fund.form(version: 1, submittedOn: "2026-02-20", agreements: rows + "\n")
    let release = try fund.release()
    #expect(try release.issues(of: "FORM-02") == ["warning programme.csv!B4 2"])
    #expect(
      try release.messages(of: "FORM-02") == [
        "this version 2 of 2026-02-01 counts, although reports/2025/JP-1-IOM-v1 with the lower version "
          + "1 is dated later, 2026-02-20; if that one is the correction, send it again as version 3"
      ])
  }

  @Test func `versions one after the other need no words`() throws {
    let fund = try TinyFund()
    try fund.form(version: 1, submittedOn: "2026-02-01", agreements: rows)
    try fund.form(version: 2, submittedOn: "2026-02-01", agreements: rows)
    #expect(try fund.release().issues(of: "FORM-02") == [])
  }

  @Test func `a version that never came is asked for, one that was refused came`() throws {
    let fund = try TinyFund()
    try fund.form(version: 3, agreements: rows)
    #expect(
      try fund.release().messages(of: "FORM-02") == [
        "version 3 of JP-1 by IOM counts, and version 2 never came; nothing needs mending if it was not "
          + "sent"
      ])
    // Refused: the sheet of agreements has no required column but one.
    try fund.form(version: 2, agreements: "agreement_ref,purpose\nA-1,x")
    #expect(try fund.release().issues(of: "FORM-02") == [])
    // Who checks one file is not asked about others.
    let form = fund.folder + "/reports/2025/JP-1-IOM-v3"
    let checked = try Program("check", form, "--data", fund.folder)
    #expect(!checked.output.contains("FORM-02"))
  }

  @Test func `a former code counts for the programme, with a notice of its code of today`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", formerCodes: "OLD-2")
    try fund.form("OLD-2", agreements: rows)
    let release = try fund.release()
    #expect(try release.issues(of: "FORM-02") == ["notice programme.csv!B2 OLD-2"])
    #expect(try release.value("PA-01", "programme", "JP-2") == "1")
  }

  @Test func `other years, organisations and programmes have versions of their own`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", formerCodes: "OLD-2")
    // Dated later, with lower versions; and the version before, of others.
    try fund.form(version: 3, submittedOn: "2026-02-01", agreements: rows)
    try fund.form(by: "ILO", version: 1, submittedOn: "2026-03-01")
    try fund.form(by: "ILO", version: 2, submittedOn: "2026-03-01")
    try fund.form("JP-2", version: 1, submittedOn: "2026-03-01")
    try fund.form("JP-2", version: 2, submittedOn: "2026-03-01")
    try fund.form(year: 2024, version: 2, submittedOn: "2026-03-01")
    // What is wrong with the newest form of JP-3, of last year, was said last year.
    try fund.add("JP-3", formerCodes: "OLD-3")
    try fund.form("OLD-3", year: 2024, version: 3, submittedOn: "2025-02-01")
    try fund.form("OLD-3", year: 2024, version: 1, submittedOn: "2025-03-01")
    #expect(
      try fund.release().messages(of: "FORM-02") == [
        "version 3 of JP-1 by IOM counts, and version 2 never came; nothing needs mending if it was not "
          + "sent"
      ])
  }
}
