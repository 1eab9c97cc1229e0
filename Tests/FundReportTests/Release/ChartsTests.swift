import Foundation
import Testing

@testable import FundReport
@testable import Spreadsheet

/// Charts beside their tables, and as drawings.
@Suite struct ChartsTests {
  private func release() throws -> Release {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", [:]), ("A-2", [:]), ("A-3", ["stakeholder_type": "NGO_L", "level": "LOCAL"]),
      ]))
    return try fund.release()
  }

  @Test func `every chart of the report stands beside the small table it draws`() throws {
    let fund = try TinyFund()
    try fund.register(
      "results_framework",
      "rf_code,level,statement_en,indicator,unit,direction,baseline_year,baseline\n"
        + "R1,OUTPUT,Agreements,PA-01,agreements,UP,2023,1")
    try fund.register("targets", "rf_code,year,value\nR1,2025,5")
    var sheets = Engagement.rows([[:]])
    sheets["structures"] =
      "body_name,body_kind,body_function,stakeholder_type,seats\nB,STEERING_COMMITTEE,DECISION,NGO_N,2"
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", [:]), ("A-2", [:]), ("A-3", ["stakeholder_type": "NGO_L", "level": "LOCAL"]),
      ]), transfers: Transfers.rows([("A-1", [:])]), sheets: sheets)
    let workbook = try AnalystWorkbook(try fund.release())
    let told = { (sheet: String) in
      workbook.lines(sheet).map { line in
        workbook.headers(sheet).compactMap { line[$0] }.joined(separator: " ")
      }
    }
    #expect(told("Chart Targets") == ["R1 Agreements 50"])  // 3 of the way from 1 to 5
    #expect(told("Chart Partner types") == ["National NGO 2", "Local NGO 1"])
    #expect(told("Chart Passed on") == ["2025 100 100"])
    #expect(told("Chart Engagement") == ["Migrants and their families 0 0 1 0 0 0"])
    #expect(told("Chart Seats") == ["National NGO 2"])
    #expect(told("Chart Completeness") == ["JP-1 4"])  // neither events nor accountability
    #expect(told("Chart Agreements") == ["2025 3"])
    for sheet in workbook.workbook.sheets where sheet.name.hasPrefix("Chart ") {
      // The scale of engagement is drawn under its own numbers.
      let isScale = sheet.name == "Chart Engagement"
      #expect(sheet.drawings.count == (isScale ? 0 : 1), "\(sheet.name)")
      let scales = sheet.layout.children.filter { $0.name == "conditionalFormatting" }
      #expect(scales.isEmpty != isScale, "\(sheet.name)")
    }
  }

  @Test func `every chart has a title, axes with units, and words on what it shows`() throws {
    let fund = ExampleFund()
    let path = try #require(try fund.run(2025).workbook)
    let workbook = try InspectedWorkbook(path: path)
    let units = [
      "Chart Targets": "percent of the way", "Chart Partner types": "agreements",
      "Chart Passed on": "USD", "Chart Seats": "seats", "Chart Completeness": "tables, of six",
      "Chart Agreements": "agreements in force in the year",
    ]
    let charts = workbook.sheets.flatMap { sheet in sheet.drawings.map { (sheet, $0) } }
    #expect(Set(charts.map(\.0.name)) == Set(units.keys))
    for (sheet, drawing) in charts {
      let chart = try #require(drawing.chart?.child("chart"))
      let title = try #require(sheet.text(1, 1))
      let unit = try #require(units[sheet.name])
      #expect(chart.child("title")?.allText.contains(title) == true)
      #expect(drawing.chart?.all("valAx").first?.child("title")?.allText.contains(unit) == true)
      #expect(drawing.chart?.all("catAx").first?.child("title")?.allText.isEmpty == false)
      #expect(sheet.text(2, 1)?.contains("Unit: \(unit).") == true)
      #expect(drawing.description.contains("chart: \(title), in \(unit). Largest "), "\(title)")
      // What is drawn is the whole table beside it: a row of numbers for each further column.
      let table = try #require(sheet.tables.first)
      let series = chart.all("ser")
      #expect(series.count == table.headers.count - 1)
      for (index, row) in series.enumerated() {
        let rows = { (column: Int) in
          let name = CellReference(row: 1, column: column).description.dropLast()
          return "'\(sheet.name)'!$\(name)$\(table.bodyRows.lowerBound):"
            + "$\(name)$\(table.bodyRows.upperBound - 1)"
        }
        #expect(row.child("cat")?.all("f").first?.text == rows(1))
        #expect(row.child("val")?.all("f").first?.text == rows(index + 2))
      }
      // The sheet and the drawing for word processors bear one name.
      let file = sheet.name.lowercased().replacing(" ", with: "-") + ".svg"
      let folder = path.replacing("annual-report-2025.xlsx", with: "charts/")
      #expect(FileManager.default.fileExists(atPath: folder + file))
    }
  }

  @Test func `series stand out from white and from each other, also in grey`() throws {
    let white = Colour(rgb: 0xFFFFFF)
    let colours = Chart.colours.map { Colour(rgb: $0) }
    for (colour, next) in zip(colours, colours.dropFirst() + colours.prefix(1)) {
      #expect(colour.contrast(with: white) >= 3)
      #expect(colour.contrast(with: next) >= 3)
    }
  }

  @Test func `a chart without its view is a mistake of the definitions`() throws {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.edit("5-publications/analyst-workbook.yml", "view: chart_seats", "view: chart_chairs")
    let run = try fund.program()
    #expect(run.code == 2)
    #expect(run.complaint.contains("there is no view `chart_chairs` in 5-publications"))
  }

  @Test func `a drawing says in words what it shows`() throws {
    let release = try release()
    let drawing = try String(
      contentsOfFile: release.folder + "/internal/charts/chart-partner-types.svg",
      encoding: .utf8)
    #expect(drawing.contains("<title id=\"title\">Agreements in 2025 by type of partner</title>"))
    #expect(
      drawing.contains(
        "Bar chart: Agreements in 2025 by type of partner, in agreements. Largest 2 (National NGO), "
          + "smallest 1 (Local NGO)."))
  }

  @Test func `charts of the workbook have a text alternative`() throws {
    let release = try release()
    let path = release.folder + "/internal/annual-report-2025.xlsx"
    let archive = try ZipArchive(path: path, limits: .standard)
    let drawings = try archive.paths.filter { $0.hasPrefix("xl/drawings/drawing") }.map { path in
      let entry = try #require(try archive.entry(path))
      var bytes = [UInt8](repeating: 0, count: Int(entry.size))
      let reader = try archive.open(entry)
      let count = try reader.read(into: &bytes)
      return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
    #expect(drawings.count > 0)
    #expect(drawings.allSatisfy { $0.contains("descr=\"") })
    #expect(drawings.contains { $0.contains("Largest 2 (National NGO)") })
  }

  @Test func `numbers of drawings are short, with thousands apart`() {
    #expect(
      [0, 9.96, 99.94, 1234.5, 454_495.17, -1_000_000].map(ChartData.number) == [
        "0", "10", "99.9", "1,235", "454,495", "-1,000,000",
      ])
  }
}
