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

  @Test func `pages have neither head nor foot: what is said stands in cells`() throws {
    let release = try release(rowLimit: 1)
    let books = ["internal/annual-report-2025", "internal/data/annual-report-2025-data"]
    for path in books + ["public/annual-report-2025"] {
      let workbook = try AnalystWorkbook(release, path + ".xlsx")
      #expect(workbook.workbook.sheets.flatMap(words) == [], "\(path)")
    }
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
}
