import Foundation
import Testing

@testable import FundReport
@testable import Spreadsheet

/// Rows that are too many for a sheet with formulas.
@Suite struct DataWorkbookTests {
  /// Three agreements, where a sheet with formulas holds two rows.
  private func release() throws -> Release {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.edit("5-publications/analyst-workbook.yml", "row_limit: 10000", "row_limit: 2")
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", [:]), ("A-2", ["form": "NON_FINANCIAL", "amount": "0"]), ("A-3", [:]),
      ]))
    return try fund.release()
  }

  private let path = "/internal/data/annual-report-2025-data.xlsx"

  @Test func `a table with more rows shows the first of them, and says where all are`() throws {
    let release = try release()
    let all = try release.table("data_quality").count
    let workbook = try AnalystWorkbook(release)
    #expect(workbook.lines("Data quality").count == 2)
    #expect(
      workbook.above("Data quality", row: 2)?.hasSuffix(
        " The first 2 of \(all) rows; all stand in csv/data_quality.csv.") == true)
  }

  @Test func `figures over too many rows are values, which say where their rows are`() throws {
    let release = try release()
    let workbook = try AnalystWorkbook(release)
    let figure = try #require(
      workbook.line("Partnerships", where: ["Code": "PA-05", "By": "Total"]))
    #expect(figure["Value"] == "2 of 3")
    #expect(figure["Counts"] == "2 of 3")
    #expect(
      figure["Why no value, or no formula"]
        == "a value: the rows with 1 under “PA-05” of Data Agreements are in the data workbook")
    let sheet = try #require(workbook.workbook.sheet(named: "Partnerships"))
    #expect(sheet.row(figure.row)?.cells.allSatisfy { $0.formula == nil } == true)
    let notice = try #require(figure.links["Rows"].flatMap(workbook.cell)?.text)
    #expect(notice.hasPrefix("3 rows, too many for a sheet with formulas"))
    // A figure over few rows stays a formula.
    let programmes = try #require(
      workbook.line("Partnerships", where: ["Code": "PA-04", "By": "Total"]))
    #expect(sheet.row(programmes.row)?.cells.contains { $0.formula != nil } == true)
    #expect(
      try release.figure("PA-05")
        == .init(value: "66.66666666666667", numerator: "2", denominator: "3"))
  }

  @Test func `the data workbook holds every row, as two other programs read it`() throws {
    let release = try release()
    let told = try Witness("readback.py", release.folder + path)
    #expect(told.code == 0, "\(told.lines)")
    let sheet = "Data Agreements"
    for (row, reference) in [(6, "A-1"), (7, "A-2"), (8, "A-3")] {
      #expect(
        told.lines.contains {
          $0.hasPrefix("openpyxl \(sheet)!") && $0.contains("\(row) = '\(reference)'")
        })
      #expect(
        told.lines.contains {
          $0.hasPrefix("calamine \(sheet)!") && $0.contains("\(row) = '\(reference)'")
        })
    }
    #expect(!told.lines.contains { $0.hasPrefix("openpyxl \(sheet)!A9 ") })
    // What counts for PA-05 is marked here too.
    let header = try #require(
      told.lines.first { $0.hasPrefix("openpyxl \(sheet)!") && $0.hasSuffix("5 = 'PA-05' (s)") })
    let column = header.dropFirst("openpyxl \(sheet)!".count).prefix { $0.isLetter }
    let marks = (6...8).map { row in
      told.lines.contains("openpyxl \(sheet)!\(column)\(row) = 1 (n)")
    }
    #expect(marks == [true, false, true])
    #expect(told.lines.contains { $0.contains("INTERNAL – contains names") })
  }

  @Test func `where every sheet fits there is no data workbook`() throws {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    let release = try fund.release()
    #expect(!FileManager.default.fileExists(atPath: release.folder + "/internal/data"))
  }

  @Test func `rows past the end of a sheet go on to the next, and none is lost`() throws {
    let release = try release()
    let store = try RunStore.openRelease(path: try Evidence.path(in: release.folder))
    let pipeline = try #require(release.fund).pipelineFolder
    let definitions = try Definitions(
      pipelineFolder: pipeline, dataFolder: try #require(release.fund).folder)
    let book = try store.read { db in
      let model = try #require(definitions.pipeline.models.first { $0.title == "Agreements" })
      let definition = try #require(definitions.pipeline.workbooks.first)
      let plan = try DataSheetPlan(model, among: [model], rowLimit: 2, db)
      let note = WorkbookPublication.ReleaseNote(
        id: "id", year: 2025, newest: nil, definitions: "")
      let book = DataWorkbook(
        definition: definition, release: note, plans: [plan], db: db, rowsPerSheet: 2)
      let path = release.folder + "/parts.xlsx"
      try #require(try book.workbook()).write(to: path)
      return try Witness("readback.py", path)
    }
    let column = book.lines.filter {
      $0.wholeMatch(of: /calamine Data Agreements( 2)?!A[6-9] = .*/) != nil
    }
    #expect(
      column == [
        "calamine Data Agreements!A6 = 1.0", "calamine Data Agreements!A7 = 2.0",
        "calamine Data Agreements 2!A6 = 3.0",
      ])
  }
}
