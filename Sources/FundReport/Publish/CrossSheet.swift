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
      .filter { $0.text("dimension") == definition.breakdown }
    var figures: [[String]: Row] = [:]
    var down: [[String]] = []
    for row in rows {
      let codes = row.codes
      figures[codes] = row
      let place = Array(codes.dropLast())
      if down.last != place { down.append(place) }
    }
    let columns = Set(figures.keys.compactMap(\.last)).sorted { one, other in
      categories[across]?.precedes(one, other) ?? byteOrder(one, other)
    }
    let lines = down.map { place in
      let cells = columns.map { column in
        let codes = place + [column]
        return LiveFigure(
          row: figures[codes] ?? nothing, number: 0, indicator: indicator,
          selection: breakdown.selection, dimensions: breakdown.dimensions, codes: codes,
          pipeline: pipeline)
      }
      let labels = zip(place, breakdown.dimensions).map { OutputCell.text(label($0, $1), .body) }
      return labels + cells.map { $0.cells(&plans).value }
        + [evidence(cells.first, plans) ?? .blank()]
    }
    let unit = UnitText.short(indicator.unit(of: breakdown.selection))
    return TableSheet(
      name: definition.name, title: definition.title.replacing("{year}", with: String(year)),
      note: "One table. \(indicator.code), \(unit): \(indicator.title). Columns: "
        + "\(title(across)). " + Shorthand.legend(of: lines),
      tableName: "Table_" + definition.name.filter { $0.isASCII && $0.isLetter },
      columns: breakdown.dimensions.dropLast().map { .init(header: title($0), width: 44) }
        + columns.map { code in
          let header = label(code, across)
          return .init(
            header: header, width: max(12, TableSheet.width(ofHeader: header)), isNumber: true)
        } + [.init(header: "Rows", width: 28)]
    ).sheet(lines)
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
