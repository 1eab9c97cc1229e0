import GRDB
import Spreadsheet

/// Cover and contents.
struct FrontSheets {
  var pipeline: Pipeline
  var definition: WorkbookDefinition
  var release: WorkbookPublication.ReleaseNote
  var plans: [DataSheetPlan]
  let db: Database

  /// What cover and page say about the release.
  func facts() throws -> [(name: String, text: String)] {
    var facts: [(name: String, text: String)] = []
    if let table = pipeline.tables.first(where: { $0.name == definition.facts }) {
      for row in try Row.fetchAll(db, sql: table.sql) {
        facts.append((row.text("label") ?? "", row.text("value") ?? ""))
      }
    }
    facts.append(("Publisher", definition.publisher))
    if let contact = definition.contact { facts.append(("Contact", contact)) }
    if let licence = definition.licence { facts.append(("Licence", licence)) }
    if let nextUpdate = definition.nextUpdate { facts.append(("Next update", nextUpdate)) }
    return facts + [
      ("Release", release.id),
      ("Definitions", "SHA-256 " + release.definitions),
      ("Program", "fundreport \(ProgramVersion.current)"),
    ]
  }

  /// - Parameter state: how complete the release is.
  func cover(state: String?) throws -> Sheet {
    let label = CellStyle(isBold: true, wraps: true, horizontal: .left)
    let widths = [34.0, 92.0]
    let entries = [("About", definition.purpose.trimmed)] + (try facts())
    var lines = [
      SheetLine(height: 26, cells: [.text("\(definition.title), \(release.year)", .title)]),
      SheetLine(height: 20, cells: [.text(definition.marking, .warning)]),
      SheetLine(height: 20, cells: state.map { [.text($0, .warning)] } ?? []),
    ]
    lines += entries.map { name, value in
      SheetLine(
        height: RowHeight.fitting([name, value], widths: widths, adding: 4),
        cells: [.text(name, label), .text(value, .body)])
    }
    lines.append(SheetLine(height: 22, cells: [.text("Read on", label), .backToContents]))
    var sheet = Sheet(name: "Cover")
    sheet.columnWidths = widths
    sheet.rows = .rows(lines)
    sheet.isLandscape = true
    return sheet
  }

  /// - Parameter meanings: what sheets of words hold, by their names.
  func contents(of sheets: [Sheet], _ meanings: [String: String]) -> Sheet {
    var sheet = TableSheet(
      name: "Contents", title: "Contents", note: "One table. Each name is a link to its sheet.",
      tableName: "Contents",
      columns: [.init(header: "Sheet", width: 34), .init(header: "What it holds", width: 92)],
      hasFilter: false
    ).sheet(
      sheets.map {
        [.link(toSheet: $0.name), .text(meanings[$0.name] ?? meaning(of: $0.name), .body)]
      })
    if case .rows(var lines) = sheet.rows {
      lines[TableSheet.linkRow - 1].cells = [.link(toSheet: "Cover")]
      sheet.rows = .rows(lines)
    }
    return sheet
  }

  private func meaning(of name: String) -> String {
    if definition.chapters.contains(name) {
      return "Figures with all breakdowns, as formulas over the data sheets"
    }
    if let plan = plans.first(where: { $0.sheetName == name }) {
      let rows = plan.rowCount == 1 ? "1 row" : "\(plan.rowCount) rows"
      guard plan.isLive else { return "Data, \(rows), in the data workbook. " + plan.model.meaning }
      return "Data, \(rows). " + plan.model.meaning
    }
    if let chart = definition.charts.first(where: { $0.name == name }) {
      let title = chart.title.replacing("{year}", with: "\(release.year)")
      return title
        + (chart.kind == .scale ? ": table with a scale of colours" : ": table and chart")
    }
    if let cross = definition.crosses.first(where: { $0.name == name }) {
      let indicator = pipeline.indicator(cross.indicator)
      let by = indicator.flatMap { indicator in
        pipeline.breakdown(of: indicator, named: cross.breakdown).map {
          pipeline.title(of: $0, of: indicator)
        }
      }
      return cross.title.replacing("{year}", with: "\(release.year)")
        + ": \(cross.indicator) by \(by ?? cross.breakdown), as formulas over the data sheets"
    }
    if let table = pipeline.tables.first(where: { $0.title == name }) { return table.meaning }
    if let view = pipeline.publicationViews.first(where: { $0.title == name }) {
      return String(view.meaning.prefix { $0 != "." }) + "."
    }
    return name
  }
}
