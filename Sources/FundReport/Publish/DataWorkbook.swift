import GRDB
import Spreadsheet

/// The rows that are too many for a sheet with formulas, in a workbook of their own.
///
/// It is written row by row and keeps none in memory. Rows past the last of a sheet go on to the
/// next.
struct DataWorkbook {
  var definition: WorkbookDefinition
  var release: WorkbookPublication.ReleaseNote
  var plans: [DataSheetPlan]
  let db: Database
  /// Rows on one sheet below its header.
  var rowsPerSheet = Sheet.rowLimit - TableSheet.headerRow

  /// Nil where every sheet fits the workbook with the figures.
  func workbook() throws -> Workbook? {
    let long = plans.filter { !$0.isLive }
    guard !long.isEmpty else { return nil }
    let sheets = try long.flatMap { plan in
      try parts(of: plan).map { part in
        try DataSheet(plan: plan, plans: plans, submissions: ("", [:]), db: db).sheet(part)
      }
    }
    return Workbook(
      properties: .init(
        title: title, subject: definition.subject, author: definition.publisher,
        comments: "Release \(release.id). \(definition.marking)", created: release.dataAsOf),
      sheets: [contents(of: sheets, long)] + sheets.map { $0.saying(definition.marking) })
  }

  private var title: String { "\(definition.title), \(release.year): rows" }

  private func parts(of plan: DataSheetPlan) -> [DataSheet.Part] {
    let starts = Array(stride(from: 0, to: plan.rowCount, by: rowsPerSheet))
    return starts.enumerated().map { index, start in
      // Room for the number of the part within the 31 characters of a sheet's name.
      let suffix = index == 0 ? "" : " \(index + 1)"
      return DataSheet.Part(
        name: plan.sheetName.prefix(31 - suffix.count) + suffix,
        tableName: plan.tableName + (index == 0 ? "" : "_\(index + 1)"),
        rows: start..<min(plan.rowCount, start + rowsPerSheet), hasLinks: false)
    }
  }

  private func contents(of sheets: [Sheet], _ plans: [DataSheetPlan]) -> Sheet {
    let counts = plans.map { "\($0.model.title): \($0.rowCount) rows" }.joined(separator: "; ")
    var lines = [
      SheetLine(height: 26, cells: [.text(title, .title)]),
      SheetLine(height: 20, cells: [.text(definition.marking, .warning)]),
      SheetLine(cells: [
        .text(
          "Rows that are too many for the workbook with the figures. \(counts). Filter the column "
            + "named after a figure for 1 to see the rows that count for it.", .note)
      ]),
    ]
    lines += sheets.map { SheetLine(height: 20, cells: [.link(toSheet: $0.name)]) }
    lines.append(SheetLine(cells: [.text("Release \(release.id)", .note)]))
    var sheet = Sheet(name: "Contents")
    sheet.columnWidths = [40]
    sheet.rows = .rows(lines)
    sheet.isLandscape = true
    return sheet
  }
}
