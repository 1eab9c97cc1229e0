import GRDB
import Spreadsheet

/// The results framework: each value is the cell of its figure, one click away.
struct FrameworkSheet {
  var view: ModelDefinition
  var pipeline: Pipeline
  var smallNumbers: SmallNumbers?
  let db: Database

  /// Columns that repeat a figure's cells, and the letters of those on the figure sheets.
  private static let figureColumns = [
    "value": FigureSheet.valueColumn, "numerator": FigureSheet.numeratorColumn,
    "denominator": FigureSheet.denominatorColumn,
  ]
  /// Columns that say which figure is meant; shown as one link.
  private static let keyColumns = [figureKey, "dimension", "category"]
  /// The column with the code of the figure behind a result.
  static let figureKey = "indicator"

  func sheet() throws -> Sheet {
    let shown = view.columns.filter { !Self.keyColumns.dropFirst().contains($0.name.name) }
    let rows = try Row.fetchAll(db, sql: view.sql)
    let words = try words(of: shown)
    let lines = try rows.map { row in
      let place = try place(of: row)
      return try shown.map { column -> OutputCell in
        if let code = row.text(column.name.name), let word = words[column.name]?[code] {
          return .text(word, .body)
        }
        return try cell(row, column, place)
      }
    }
    return TableSheet(
      name: view.title, title: view.title,
      note: ["One table. " + Shorthand.rounding, Shorthand.legend(of: lines)].sentences,
      tableName: view.title.filter { $0.isASCII && $0.isLetter },
      columns: shown.map { column in
        let texts = rows.compactMap { isNumber(column) ? nil : $0.text(column.name.name) }
          .map { words[column.name]?[$0] ?? $0 }
        let width = ColumnWidth.fitting([column.label] + texts, isBold: true, atMost: 66) + 3
        return .init(
          header: column.label, width: min(70, max(15, width)), isNumber: isNumber(column))
      }
    ).sheet(lines)
  }

  /// The labels of codes, by column.
  private func words(of columns: [ModelDefinition.Column]) throws -> [Identifier: [String: String]]
  {
    var words: [Identifier: [String: String]] = [:]
    for column in columns {
      guard case .code(let list) = column.type else { continue }
      let rows = try Row.fetchAll(db, sql: "SELECT code, label_en FROM list_\(list)")
      words[column.name] = Dictionary(
        rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }
    return words
  }

  /// Where a figure stands: its sheet, row and unit.
  private struct Place {
    var sheet: String
    var row: Int
    var unit: IndicatorDefinition.Unit
    var isShareOfCounts: Bool
  }

  private func place(of row: Row) throws -> Place? {
    guard
      let found = try Row.fetchOne(
        db,
        sql: """
          SELECT f.chapter, f.unit, (
            SELECT count(*) FROM figure g WHERE g.chapter = f.chapter AND g.figure <= f.figure
          ) FROM figure f WHERE indicator = ? AND dimension IS ? AND category IS ?
          """,
        arguments: [
          row.text("indicator"), row.text("dimension"), row.text("category"),
        ]), let unit = IndicatorDefinition.Unit(rawValue: found[1])
    else { return nil }
    let indicator = row.text("indicator").flatMap(pipeline.indicator)
    let breakdown = indicator.flatMap { indicator in
      row.text("dimension").flatMap { pipeline.breakdown(of: indicator, named: $0) }
    }
    return Place(
      sheet: found[0], row: TableSheet.headerRow + (found[2] as Int), unit: unit,
      isShareOfCounts: (breakdown?.selection ?? indicator?.total)?.isShareOfCounts ?? false)
  }

  private func cell(_ row: Row, _ column: ModelDefinition.Column, _ place: Place?) throws
    -> OutputCell
  {
    let name = column.name.name
    if name == Self.keyColumns[0] {
      guard let code = row.text(name) else { return .text("by hand", .body) }
      guard let place else { return .text(code, .code) }
      return .link(to: .sheet(place.sheet, .init(row: place.row, column: 1)), text: code, .link)
    }
    let number = isNumber(column) ? row.number(name) : nil
    if let place, let letter = Self.figureColumns[name] {
      let style = name == "value" ? UnitText.style(place.unit) : CellStyle.shown(number)
      let formula = "='\(place.sheet)'!\(letter)\(place.row)"
      if name == "value", let small = small(row, place) {
        return .formula(formula, cached: .text(small), style)
      }
      if let number { return .formula(formula, cached: .number(number), style) }
      let isShare = row.number("denominator") != nil
      let text = name == "value" && !isShare ? try mark(row) : Shorthand.notApplicable
      return .formula(formula, cached: .text(text), .mark)
    }
    if isNumber(column) {
      // A value by hand has the unit that stands beside it; the parts of a share are counts.
      let unit = place?.unit ?? row.text("unit").flatMap(IndicatorDefinition.Unit.init)
      let isPart = name != "value" && Self.figureColumns[name] != nil
      let isPercent = unit == .percent && column.type != .integer && !isPart
      let style: CellStyle =
        isPercent ? .percentPoints : column.type == .integer ? .plainInteger : .shown(number)
      return number.map { .number($0, style) } ?? .text(Shorthand.notApplicable, .mark)
    }
    return row.text(name).map { .text($0, .body) } ?? .blank()
  }

  /// `3 of 4`, where the figure is a share of few things.
  private func small(_ row: Row, _ place: Place) -> String? {
    guard place.isShareOfCounts else { return nil }
    return smallNumbers?.text(
      numerator: row.number("numerator"), denominator: row.number("denominator"))
  }

  /// The mark that stands in the figure's cell.
  private func mark(_ row: Row) throws -> String {
    let reason = try String.fetchOne(
      db, sql: "SELECT reason FROM figure WHERE indicator = ? AND dimension IS ? AND category IS ?",
      arguments: [
        row.text("indicator"), row.text("dimension"), row.text("category"),
      ])
    return Shorthand.mark(reason: reason)
  }

  private func isNumber(_ column: ModelDefinition.Column) -> Bool {
    column.type.isShownRight && column.type != .date
  }
}

extension CellStyle {
  /// Whole numbers without decimals, others with two.
  static func shown(_ number: Double?) -> CellStyle {
    number.map { $0 == $0.rounded() } ?? true ? .integer : .decimal
  }
}
