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
    let parts = long.flatMap { plan in self.parts(of: plan).map { (plan: plan, part: $0) } }
    let sheets = try parts.map { plan, part in
      try DataSheet(plan: plan, plans: plans, submissions: ("", [:]), db: db).sheet(part)
    }
    let all = [contents(of: parts)] + sheets
    return Workbook(
      properties: .init(
        title: title, subject: definition.subject, author: definition.publisher,
        comments: "Release \(release.id). \(definition.marking)", created: release.dataAsOf),
      sheets: all.map { $0.saying(definition.marking) })
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

  private func contents(of parts: [(plan: DataSheetPlan, part: DataSheet.Part)]) -> Sheet {
    var sheet = TableSheet(
      name: "Contents", title: title,
      note:
        "One table. Rows that are too many for the workbook with the figures. Filter the column "
        + "named after a figure for 1 to see the rows that count for it.",
      tableName: "Contents",
      columns: [
        .init(header: "Sheet", width: 40), .init(header: "Rows", width: 14, isNumber: true),
        .init(header: "What it holds", width: 84),
      ], hasFilter: false
    ).sheet(
      parts.map { plan, part in
        [
          .link(toSheet: part.name), .number(Double(part.rows.count), .integer),
          .text(plan.model.meaning, .body),
        ]
      })
    if case .rows(var lines) = sheet.rows {
      lines[TableSheet.linkRow - 1].cells = [.text("Release \(release.id)", .note)]
      sheet.rows = .rows(lines)
    }
    return sheet
  }
}
