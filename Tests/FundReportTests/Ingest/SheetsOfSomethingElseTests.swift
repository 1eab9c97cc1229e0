import Testing

/// Sheets that hold something else than a form, and more of it than anybody could mend.
@Suite struct SheetsOfSomethingElseTests {
  /// What is said of the agreements of a refused form, beside a form that counts.
  private func findings(_ agreements: String) throws -> [String] {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    try fund.form("JP-2", agreements: agreements)
    let release = try fund.release()
    #expect(try release.value("PA-01") == "1")
    #expect(
      try release.submissions()["reports/2025/JP-2-IOM-v1"]?.hasPrefix("refused") == true)
    return try release.findings(in: "2025/JP-2-IOM-v1")
  }

  @Test func `a thousand cells that cannot be used refuse the file, and those below are not read`()
    throws
  {
    let findings = try findings(
      Agreements.rows((1...600).map { ("A-\($0)", ["level": "WORLD", "country": "ZZZ"]) }))
    #expect(findings.count { $0.hasPrefix("error C-15") } == 1_000)
    #expect(
      findings.filter { !$0.hasPrefix("error C-15") } == [
        "error C-21 agreements.csv!A501 |  | a sheet filled in as its headings say | 1000 cells "
          + "cannot be used, so rows below row 501 were not read; check whether columns have moved "
          + "or something else was pasted, mend the sheet and send the file again"
      ])
  }

  /// Rows without a reference, of which the first thousand refuse the file once they are read.
  private func lines(_ count: Int) -> String {
    "agreement_ref,puno\n" + String(repeating: ",IOM\n", count: count - 1)
  }

  @Test func `as many rows as a sheet may have are read`() throws {
    #expect(try !findings(lines(50_000)).contains { $0.contains("too large") })
  }

  @Test func `a row more refuses the file at once`() throws {
    #expect(
      try findings(lines(50_001)) == [
        "error C-21 agreements.csv! | agreements.csv | a reporting form that opens | too large: the "
          + "rows of the sheet; expected at most 50,000; remove what is not data and save the file "
          + "again"
      ])
  }

  @Test func `so does a row more of a workbook`() throws {
    let fund = try TinyFund()
    var form = WorkbookForm()
    form.sheets[1].lines += Array(repeating: [.number(1)], count: 50_000)
    try fund.workbook("long.xlsx", form)
    #expect(
      try fund.release().findings(in: "2025/long.xlsx") == [
        "error C-21 Agreements! | long.xlsx | a reporting form that opens | too large: the rows of "
          + "the sheet; expected at most 50,000; remove what is not data and save the file again"
      ])
  }

  @Test(arguments: [(40_000, false), (40_001, true)])
  func `as many fields as a CSV file may have are read, and no more`(
    lines: Int, isRefused: Bool
  ) throws {
    let names = (4...25).map { "x\($0)" }.joined(separator: ",")
    let line = ",IOM" + String(repeating: ",", count: 23) + "x\n"
    let file = "agreement_ref,puno,level,\(names)\n" + String(repeating: line, count: lines - 1)
    let told = try findings(file).contains {
      $0.contains("too large: the fields of the file; expected at most 1,000,000")
    }
    #expect(told == isRefused)
  }

  @Test(arguments: [(20_000, false), (20_001, true)])
  func `as many cells as a sheet may have are read, and no more`(
    rows: Int, isRefused: Bool
  ) throws {
    let fund = try TinyFund()
    var form = WorkbookForm()
    form.sheets[1].lines = Array(repeating: Array(repeating: .number(1), count: 50), count: rows)
    try fund.workbook("wide.xlsx", form)
    let told = try fund.release().findings(in: "2025/wide.xlsx").contains {
      $0.contains("too large: the cells of the sheet; expected at most 1,000,000")
    }
    #expect(told == isRefused)
  }
}
