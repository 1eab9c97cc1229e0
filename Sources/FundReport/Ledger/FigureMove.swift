import GRDB
import Spreadsheet

/// A published figure that another release gives another number.
struct FigureMove: Hashable {
  var indicator: String
  var title: String
  var unit: String
  var dimension: String?
  var category: String?
  var old: Double?
  var new: Double?
  /// Why there is no value.
  var oldReason: String?
  var newReason: String?

  var isTotal: Bool { dimension == nil }

  /// Code, and category where it is not the total.
  var name: String {
    indicator + (category.map { " \(dimension ?? "") = \($0)" } ?? "")
  }

  /// What moved: another value, numerator, denominator or reason to have none.
  ///
  /// Figures and breakdowns the old release did not publish at all have not moved. Categories are
  /// compared one by one, and one that came or went has moved.
  static func all(from old: Database, to new: Database) throws -> [FigureMove] {
    let before = try rows(old)
    let after = try rows(new)
    let published = Set(before.map { [$0.text("indicator"), $0.text("dimension")] })
    let isPublished = { (row: Row) in
      published.contains([row.text("indicator"), row.text("dimension")])
    }
    let key = { (row: Row) in ["indicator", "dimension", "category"].map { row.text($0) } }
    let then = Dictionary(before.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let now = Set(after.map(key))
    let moved = after.filter(isPublished).compactMap { row in move(from: then[key(row)], to: row) }
    let gone = before.filter { !now.contains(key($0)) }.compactMap { move(from: $0, to: nil) }
    return moved + gone
  }

  private static func rows(_ db: Database) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT indicator, title, unit, dimension, category, value, numerator, denominator, reason
        FROM figure ORDER BY figure
        """)
  }

  private static func move(from old: Row?, to new: Row?) -> FigureMove? {
    guard let row = new ?? old else { return nil }
    let numbers = ["value", "numerator", "denominator"]
    if let old, let new, old.text("reason") == new.text("reason"),
      numbers.allSatisfy({ old.number($0) == new.number($0) })
    {
      return nil
    }
    return FigureMove(
      indicator: row.text("indicator") ?? "", title: row.text("title") ?? "",
      unit: row.text("unit") ?? "", dimension: row.text("dimension"),
      category: row.text("category"), old: old?.number("value"), new: new?.number("value"),
      oldReason: old?.text("reason"), newReason: new?.text("reason"))
  }

  /// A value as people read it: money with cents, percentages with one decimal.
  func shown(_ value: Double?, _ reason: String?) -> String {
    guard let value else { return reason.map { "none (\($0))" } ?? "none" }
    return FigureText.shown(value, unit)
  }

  /// One line: what moved, from what, to what.
  var line: String {
    "\(name), \(title): \(shown(old, oldReason)) → \(shown(new, newReason))"
  }
}

/// Numbers of figures in messages and reports.
enum FigureText {
  static func shown(_ value: Double, _ unit: String) -> String {
    switch IndicatorDefinition.Unit(rawValue: unit) {
    case .usd?: "USD " + fixed(value, 2)
    case .percent?: fixed(value, 1) + " %"
    default: rounded(value)
    }
  }

  private static func rounded(_ value: Double) -> String {
    DecimalText.shortest((value * 10_000).rounded(.toNearestOrEven) / 10_000)
  }

  /// A difference with its sign; of percentages, in percentage points.
  static func change(_ value: Double, _ unit: String) -> String {
    let sign = value < 0 ? "−" : "+"
    return switch IndicatorDefinition.Unit(rawValue: unit) {
    case .usd?: "\(sign)USD \(fixed(abs(value), 2))"
    case .percent?: "\(sign)\(fixed(abs(value), 1)) points"
    default: sign + rounded(abs(value))
    }
  }

  private static func fixed(_ value: Double, _ places: Int) -> String {
    let scale = places == 2 ? 100.0 : 10.0
    guard abs(value) < 1e12 else { return DecimalText.shortest(value) }
    let units = Int64((value * scale).rounded(.toNearestOrEven))
    return PlainAmount.text(units, places: places, keeping: places)
  }
}
