import GRDB
import Spreadsheet

/// What a chart draws: categories, and one row of numbers per series.
struct ChartData {
  var definition: ChartDefinition
  var year: Int
  var categories: [String] = []
  var series: [(name: String, values: [Double?])]
  /// What stands where there is no value, by series; empty where every such value is not available.
  private var marks: [[String]] = []

  var title: String { definition.title.replacing("{year}", with: "\(year)") }

  init(_ definition: ChartDefinition, _ view: ModelDefinition, year: Int, _ db: Database) throws {
    self.definition = definition
    self.year = year
    series = view.columns.dropFirst().map { ($0.label, []) }
    for row in try Row.fetchAll(db, sql: "SELECT * FROM \(view.name)") {
      categories.append(row.text(0) ?? "")
      for index in series.indices { series[index].values.append(row.number(index + 1)) }
    }
  }

  /// Draws rows of a table as it is published: what it withholds is in no chart either.
  init(
    _ definition: ChartDefinition, _ selection: ChartDefinition.Selection, _ table: PublicTable,
    year: Int
  ) {
    self.definition = definition
    self.year = year
    series = []
    var points: [(category: String, series: String, value: Double?, mark: String?)] = []
    for row in table.rows {
      let isMeant = selection.conditions.allSatisfy { column, texts in
        texts.contains(table.shown(row, column) ?? "")
      }
      guard isMeant, let category = table.shown(row, selection.category) else { continue }
      let name = selection.series.flatMap { table.shown(row, $0) } ?? definition.valueTitle
      points.append(
        (category, name, table.number(row, selection.value), table.mark(row, selection.value)))
    }
    // A bar of nothing says nothing.
    let hasBars = definition.kind == .bar
    for point in points where !categories.contains(point.category) {
      let values = points.filter { $0.category == point.category }.compactMap(\.value)
      if !hasBars || values.contains(where: { $0 != 0 }) { categories.append(point.category) }
    }
    for name in points.map(\.series) where !series.contains(where: { $0.name == name }) {
      let drawn = categories.map { category in
        points.first { $0.category == category && $0.series == name }
      }
      series.append((name, drawn.map { $0?.value }))
      marks.append(drawn.map { $0?.mark ?? Shorthand.notAvailable })
    }
  }

  /// What stands in place of a value.
  func mark(_ series: Int, _ category: Int) -> String {
    marks.isEmpty ? Shorthand.notAvailable : marks[series][category]
  }

  /// Kind, subject and main message, for readers who cannot see it.
  var altText: String {
    let all = series.flatMap { series in
      zip(categories, series.values).compactMap { category, value in
        value.map { (category: category, series: series.name, value: $0) }
      }
    }
    let kind =
      switch definition.kind {
      case .column: "Column chart"
      case .bar: "Bar chart"
      case .line: "Line chart"
      case .scale: "Table with a colour scale"
      }
    guard let largest = all.max(by: { $0.value < $1.value }),
      let smallest = all.min(by: { $0.value < $1.value })
    else { return "\(kind): \(title). No values." }
    let said = { (point: (category: String, series: String, value: Double)) in
      "\(Self.number(point.value)) (\(point.category)"
        + (series.count > 1 ? ", \(point.series))" : ")")
    }
    return "\(kind): \(title), in \(definition.valueTitle). Largest \(said(largest)), smallest "
      + "\(said(smallest))."
  }

  /// Short, with thousands apart.
  static func number(_ value: Double) -> String {
    let rounded = value.magnitude >= 100 ? value.rounded() : (value * 10).rounded() / 10
    let text = DecimalText.shortest(rounded.magnitude)
    let parts = text.split(separator: ".")
    var whole = ""
    for (index, digit) in parts[0].reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3) { whole.append(",") }
      whole.append(digit)
    }
    let sign = rounded < 0 ? "-" : ""
    return sign + whole.reversed() + (parts.count > 1 ? "." + parts[1] : "")
  }
}
