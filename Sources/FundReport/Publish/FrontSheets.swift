import GRDB
import Spreadsheet

/// Cover and contents.
struct FrontSheets {
  var pipeline: Pipeline
  var definition: WorkbookDefinition
  var release: WorkbookPublication.ReleaseNote
  var plans: [DataSheetPlan]
  let db: Database

  func cover() throws -> Sheet {
    let label = CellStyle(isBold: true, wraps: true, horizontal: .left)
    var facts: [(String, String)] = []
    if let table = pipeline.tables.first(where: { $0.name == definition.facts }) {
      for row in try Row.fetchAll(db, sql: table.sql) {
        facts.append((row["label"] ?? "", row["value"] ?? ""))
      }
    }
    facts += [
      ("Publisher", definition.publisher),
      ("Release", release.id),
      ("Definitions", "SHA-256 " + release.definitions),
      ("Program", "fundreport \(ProgramVersion.current)"),
    ]
    var lines = [
      SheetLine(height: 26, cells: [.text("\(definition.title), \(release.year)", .title)]),
      SheetLine(cells: [.text(definition.marking, CellStyle(isBold: true, fontColour: 0x9C0006))]),
      SheetLine(cells: []),
      SheetLine(cells: [.text("About", label), .text(definition.purpose.trimmed, .body)]),
    ]
    lines += facts.map { SheetLine(cells: [.text($0.0, label), .text($0.1, .body)]) }
    lines.append(SheetLine(cells: []))
    lines.append(
      SheetLine(cells: [
        .text("Reading on", label),
        .link(to: .sheet("Contents", .init(row: 1, column: 1)), text: "Contents", .link),
      ]))
    var sheet = Sheet(name: "Cover")
    sheet.columnWidths = [34, 92]
    sheet.rows = .rows(lines)
    sheet.isLandscape = true
    return sheet
  }

  func contents(of sheets: [Sheet]) -> Sheet {
    let headers = ["Sheet", "What it holds"]
    var lines = [
      SheetLine(cells: [.text("Contents", .title)]),
      SheetLine(cells: [.text("One table. Each name is a link to its sheet.", .note)]),
      SheetLine(cells: []),
      SheetLine(cells: headers.map { .text($0, .header) }),
    ]
    for sheet in sheets {
      lines.append(
        SheetLine(cells: [
          .link(to: .sheet(sheet.name, .init(row: 1, column: 1)), text: sheet.name, .link),
          .text(meaning(of: sheet.name), .body),
        ]))
    }
    var contents = Sheet(name: "Contents")
    contents.columnWidths = [36, 90]
    contents.rows = .rows(lines)
    contents.frozenRows = 4
    contents.isLandscape = true
    contents.tables = [
      Table(name: "Contents", firstRow: 4, lastRow: lines.count, lastColumn: 2, headers: headers)
    ]
    return contents
  }

  private func meaning(of name: String) -> String {
    if definition.chapters.contains(name) {
      return "Figures with all breakdowns, as formulas over the data sheets"
    }
    if let plan = plans.first(where: { $0.sheetName == name }) {
      let rows = plan.rowCount == 1 ? "1 row" : "\(plan.rowCount) rows"
      return "Data, \(rows). " + plan.model.meaning
    }
    if let table = pipeline.tables.first(where: { $0.title == name }) { return table.meaning }
    return DefinitionsSheet.meaning
  }
}
