import Testing

@testable import FundReport
@testable import Spreadsheet

/// What stands on printed pages.
@Suite struct PrintedPagesTests {
  private let marking = "INTERNAL – contains names of partners who did not agree to be named"

  private func release(rowLimit: Int = 10_000) throws -> Release {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.edit(
      "5-publications/analyst-workbook.yml", "row_limit: 10000", "row_limit: \(rowLimit)")
    try fund.form(agreements: Agreements.rows([("A-1", [:]), ("A-2", [:])]))
    return try fund.release()
  }

  /// What stands at the head and foot of a sheet's pages.
  private func words(_ sheet: InspectedSheet) -> [String] {
    sheet.layout.child("headerFooter")?.children.map(\.allText) ?? []
  }

  @Test func `every page of the internal workbooks says that it is internal, and which it is`()
    throws
  {
    let release = try release(rowLimit: 1)
    for path in ["annual-report-2025.xlsx", "data/annual-report-2025-data.xlsx"] {
      let workbook = try AnalystWorkbook(release, "internal/" + path)
      #expect(workbook.sheetNames.count > 1)
      for sheet in workbook.workbook.sheets {
        #expect(words(sheet) == ["&L&A&C\(marking)&R&P / &N"], "\(path) \(sheet.name)")
      }
    }
  }

  @Test func `pages of the public edition have neither head nor foot`() throws {
    let workbook = try AnalystWorkbook(try release(), "public/annual-report-2025.xlsx")
    #expect(workbook.workbook.sheets.flatMap(words) == [])
  }

  @Test func `no page across repeats a part of the warning`() throws {
    let workbook = try AnalystWorkbook(try release())
    var wide = 0
    for sheet in workbook.workbook.sheets {
      let pages = sheet.layout.child("pageSetup")?["fitToWidth"].flatMap { Int($0) } ?? 1
      guard pages > 1 else { continue }
      wide += 1
      // Columns A and B are repeated.
      #expect(sheet.text(TableSheet.linkRow, 2) == nil, "\(sheet.name)")
      #expect(sheet.text(TableSheet.linkRow, 3)?.hasPrefix(marking) == true, "\(sheet.name)")
    }
    #expect(wide > 5)
  }

  @Test func `the marking must fit the foot of a page`() throws {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.edit(
      "5-publications/analyst-workbook.yml", marking, String(repeating: "word ", count: 21))
    let run = try fund.program()
    #expect(run.code == 2)
    #expect(
      run.complaint.contains(
        "`marking` has 104 characters; expected 100 at most, for the foot of a page"))
  }
}
