import GRDB
import Spreadsheet

/// A figure by several attributes as a table: the last of them makes the columns, and every cell is a
/// live formula.
struct CrossSheet {
  var definition: CrossDefinition
  var pipeline: Pipeline
  var categories: [Identifier: Categories]
  var year: Int

  /// Nil where the figure or its breakdown is not there, which validation has reported.
  func sheet(_ plans: inout [DataSheetPlan], _ db: Database) throws -> Sheet? {
    guard let indicator = pipeline.indicator(definition.indicator),
      let breakdown = pipeline.breakdown(of: indicator, named: definition.breakdown),
      let across = breakdown.dimensions.last
    else { return nil }
    let rows = try FigureSheet.rows(of: indicator, db)
    var figures: [[String]: Row] = [:]
    var down: [[String]] = []
    for row in rows where row.text("dimension") == definition.breakdown {
      let codes = row.codes
      figures[codes] = row
      let place = Array(codes.dropLast())
      if down.last != place { down.append(place) }
    }
    let columns = Set(figures.keys.compactMap(\.last)).sorted { one, other in
      categories[across]?.precedes(one, other) ?? byteOrder(one, other)
    }
    let part = { (place: [String], column: String) in
      let codes = place + [column]
      return LiveFigure(
        row: figures[codes] ?? nothing, number: 0, indicator: indicator,
        selection: breakdown.selection, dimensions: breakdown.dimensions, codes: codes,
        pipeline: pipeline)
    }
    let totals = Totals(indicator: indicator, rows: rows, pipeline: pipeline)
    let labels = Array(breakdown.dimensions.dropLast())
    let hasSums = totals.breakdown(by: labels) != nil
    var lines: [[OutputCell]] = []
    if let total = totals.figure(by: [], []) {
      let sums = columns.map { totals.figure(by: [across], [$0]) }
      let style = CellStyle.body.asTotal(true)
      lines.append(
        labels.indices.map { .text($0 == 0 ? "Total" : "", style) }
          + sums.map { $0?.cells(&plans).value ?? .blank(style) }
          + (hasSums ? [total.cells(&plans).value] : []) + [evidence(total, plans) ?? .blank()])
    }
    for place in down {
      let cells = columns.map { part(place, $0) }
      let sum = hasSums ? [totals.figure(by: labels, place)?.cells(&plans).value ?? .blank()] : []
      lines.append(
        zip(place, labels).map { OutputCell.text(label($0, $1), .body) }
          + cells.map { $0.cells(&plans).value } + sum + [evidence(cells.first, plans) ?? .blank()])
    }
    // People are counted and never listed: such a table leads to no rows.
    let leadsToRows = lines.contains { if case .link = $0.last { true } else { false } }
    if !leadsToRows { lines = lines.map { Array($0.dropLast()) } }
    let unit = UnitText.short(indicator.unit(of: breakdown.selection))
    let exceeds = !lines.isEmpty && totals.mayBeExceeded(by: [[across], labels])
    return TableSheet(
      name: definition.name, title: definition.title.replacing("{year}", with: String(year)),
      note: [
        "One table. \(indicator.code), \(unit): \(indicator.title). Columns: \(title(across)).",
        exceeds ? "Parts may add up to more than the total." : "", Shorthand.legend(of: lines),
      ].sentences,
      tableName: "Table_" + definition.name.filter { $0.isASCII && $0.isLetter },
      columns: labels.map { .init(header: title($0), width: 44) }
        + (columns.map { label($0, across) } + (hasSums ? ["Total"] : [])).map { header in
          .init(header: header, width: max(12, TableSheet.width(ofHeader: header)), isNumber: true)
        } + (leadsToRows ? [.init(header: "Rows", width: Self.width(ofLinks: lines))] : [])
    ).sheet(lines)
  }

  /// Of the last column, so that no link takes two lines.
  private static func width(ofLinks lines: [[OutputCell]]) -> Double {
    let texts = lines.compactMap { line -> String? in
      if case .link(_, let text, _) = line.last { text } else { nil }
    }
    return max(12, ColumnWidth.fitting(texts) + 3)
  }

  /// The figure by fewer attributes, as far as it is published so: adding up would count twice what
  /// stands in several categories.
  private struct Totals {
    var indicator: IndicatorDefinition
    var rows: [Row]
    var pipeline: Pipeline

    func breakdown(by dimensions: [Identifier]) -> IndicatorDefinition.Breakdown? {
      indicator.breakdowns.first { $0.dimensions == dimensions }
    }

    func figure(by dimensions: [Identifier], _ codes: [String]) -> LiveFigure? {
      let breakdown = breakdown(by: dimensions)
      guard breakdown != nil || dimensions.isEmpty && indicator.hasTotal else { return nil }
      let name = breakdown.map(pipeline.publishedName)
      let row = rows.first { $0.text("dimension") == name && $0.codes == codes }
      guard let row else { return nil }
      return LiveFigure(
        row: row, number: 0, indicator: indicator,
        selection: breakdown?.selection ?? indicator.total, dimensions: dimensions, codes: codes,
        pipeline: pipeline, isSum: dimensions.isEmpty || dimensions.count == 1)
    }

    func mayBeExceeded(by breakdowns: [[Identifier]]) -> Bool {
      breakdowns.compactMap(breakdown).contains { pipeline.mayOverlap($0, of: indicator) }
    }
  }

  /// Where nothing counts: as a formula, which stays right when a row is changed.
  private var nothing: Row { Row(["value": 0.0, "reason": nil, "is_restated": false]) }

  /// The link to the rows that count; none where they are on no sheet.
  private func evidence(_ figure: LiveFigure?, _ plans: [DataSheetPlan]) -> OutputCell? {
    guard let figure,
      let plan = plans.first(where: { $0.model.name == figure.selection.measure.from })
    else { return nil }
    return .link(
      to: .sheet(plan.sheetName, plan.place(ofCondition: figure.condition)), text: plan.sheetName,
      CellStyle.link.indented)
  }

  private func title(_ dimension: Identifier) -> String {
    pipeline.dimension(dimension)?.title ?? dimension.name
  }

  private func label(_ code: String, _ dimension: Identifier) -> String {
    categories[dimension]?.label(of: code) ?? code
  }
}

extension Row {
  /// The codes of a figure's category, one for each dimension.
  var codes: [String] { text("category")?.components(separatedBy: " × ") ?? [] }
}
