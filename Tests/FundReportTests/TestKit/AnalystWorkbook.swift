import Foundation

@testable import Spreadsheet

/// A workbook of a release, read as other programs find it.
struct AnalystWorkbook {
  let workbook: InspectedWorkbook

  init(_ release: Release, _ path: String = "internal/annual-report-2025.xlsx") throws {
    workbook = try InspectedWorkbook(path: release.folder + "/" + path)
  }

  /// A line of a sheet's table, by header.
  struct Line {
    var row: Int
    var texts: [String: String]
    /// Places the cells lead to.
    var links: [String: String]

    subscript(header: String) -> String? { texts[header] }
  }

  var sheetNames: [String] { workbook.sheets.map(\.name) }

  func headers(_ sheet: String) -> [String] {
    workbook.sheet(named: sheet)?.tables.first?.headers ?? []
  }

  /// What stands above a sheet's table, by row.
  func above(_ name: String, row: Int) -> String? { workbook.sheet(named: name)?.text(row, 1) }

  func lines(_ name: String) -> [Line] {
    guard let sheet = workbook.sheet(named: name), let table = sheet.tables.first else { return [] }
    return sheet.body(of: table).map { row in
      var line = Line(row: row.number, texts: [:], links: [:])
      for cell in row.cells {
        let header = table.headers[cell.reference.column - table.area.columns.lowerBound]
        line.texts[header] = Self.text(cell)
        line.links[header] = sheet.links.first { $0.cell == cell.reference }?.location
      }
      return line
    }
  }

  /// The first line whose cells hold these texts.
  func line(_ sheet: String, where texts: [String: String]) -> Line? {
    lines(sheet).first { line in texts.allSatisfy { line[$0.key] == $0.value } }
  }

  /// The cell a link leads to; nil where there is none or it is blank.
  func cell(at place: String) -> InspectedCell? {
    guard let name = workbook.sheetName(of: place), let sheet = workbook.sheet(named: name),
      let mark = place.lastIndex(of: "!"),
      let cell = CellReference(String(place[place.index(after: mark)...]))
    else { return nil }
    return sheet[cell.row, cell.column].flatMap { $0.isBlank ? nil : $0 }
  }

  /// The line a link leads to.
  func line(at place: String) -> Line? {
    guard let name = workbook.sheetName(of: place), let cell = cell(at: place) else { return nil }
    return lines(name).first { $0.row == cell.reference.row }
  }

  private static func text(_ cell: InspectedCell) -> String? {
    cell.text ?? cell.number.map { DecimalText.shortest($0) }
  }
}
