import GRDB
import Spreadsheet

/// What a chart draws: categories, and one row of numbers per series.
struct ChartData {
  var definition: ChartDefinition
  var year: Int
  var categories: [String] = []
  var series: [(name: String, values: [Double?])]

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
