import GRDB
import Spreadsheet

/// A published figure that another release gives another number.
struct FigureMove: Hashable {
  /// What a release says; nothing where it has no such figure.
  struct Said: Hashable {
    var value: Double?
    var numerator: Double?
    var denominator: Double?
    /// Why there is no value.
    var reason: String?
  }

  var indicator: String
  var title: String
  var unit: String
  var dimension: String?
  /// By the codes of the new release.
  var category: String?
  /// Whether the old release knew the category under another code.
  var isRenamed: Bool
  var old: Said
  var new: Said
  var smallNumbers: SmallNumbers?

  var isTotal: Bool { dimension == nil }

  /// Code, and category where it is not the total.
  var name: String {
    indicator + (category.map { " \(dimension ?? "") = \($0)" } ?? "")
  }

  /// What moved: another value, numerator, denominator or reason to have none.
  ///
  /// Figures and breakdowns the old release did not publish at all have not moved. Categories are
  /// compared one by one, and one that came or went has moved; one under another code has not.
  static func all(_ pipeline: Pipeline, from old: Database, to new: Database) throws -> [FigureMove]
  {
    // Definitions of another day may not know the register so.
    let former = (try? FormerCodes(pipeline, in: new)) ?? FormerCodes()
    let before = try rows(old)
    let after = try rows(new)
    let published = Set(before.map { [$0.text("indicator"), $0.text("dimension")] })
    let key = { (row: Row, category: String?) in
      [row.text("indicator"), row.text("dimension"), category]
    }
    var then = Dictionary(
      before.map { (key($0, former.today($0.text("category"), of: $0.text("dimension"))), $0) },
      uniquingKeysWith: { first, _ in first })
    let moved = after.compactMap { row -> FigureMove? in
      let earlier = then.removeValue(forKey: key(row, row.text("category")))
      guard published.contains([row.text("indicator"), row.text("dimension")]) else { return nil }
      return FigureMove(pipeline, from: earlier, to: row)
    }
    let left = Set(then.values.map { $0["figure"] as Int64 })
    let gone = before.filter { left.contains($0["figure"]) }
      .compactMap { FigureMove(pipeline, from: $0, to: nil) }
    return moved + gone
  }

  private static func rows(_ db: Database) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT figure, indicator, title, unit, dimension, category, value, numerator, denominator,
          reason
        FROM figure ORDER BY figure
        """)
  }

  /// Nil where nothing moved.
  private init?(_ pipeline: Pipeline, from old: Row?, to new: Row?) {
    guard let row = new ?? old else { return nil }
    indicator = row.text("indicator") ?? ""
    title = row.text("title") ?? ""
    unit = row.text("unit") ?? ""
    dimension = row.text("dimension")
    category = row.text("category")
    isRenamed = old.map { $0.text("category") != row.text("category") } ?? false
    self.old = Said(old)
    self.new = Said(new)
    smallNumbers = pipeline.workbooks.first?.smallNumbers
    if old != nil, new != nil, self.old.isSame(as: self.new) { return nil }
  }

  /// Old and new as people read them: money with cents, percentages with one decimal or, of few
  /// things, as counts; to the last digit where they would read the same otherwise.
  var shown: (old: String, new: String) {
    let read = (text(old), text(new))
    return read.0 == read.1 ? (exactly(old), exactly(new)) : read
  }

  private func text(_ said: Said) -> String {
    guard let value = said.value else { return said.reason.map { "none (\($0))" } ?? "none" }
    return count(said) ?? FigureText.shown(value, unit)
  }

  private func exactly(_ said: Said) -> String {
    if let part = said.numerator, let whole = said.denominator {
      return "\(text(said)) (\(FigureText.rounded(part)) of \(FigureText.rounded(whole)))"
    }
    return said.value.map { DecimalText.shortest($0) + (unit == "percent" ? " %" : "") }
      ?? text(said)
  }

  private func count(_ said: Said) -> String? {
    smallNumbers?.text(numerator: said.numerator, denominator: said.denominator)
  }

  /// The difference as people read it; none where either is no number, or it is too small to show.
  var difference: String {
    guard let before = old.value, let after = new.value, count(old) == nil, count(new) == nil else {
      return ""
    }
    let text = FigureText.change(after - before, unit)
    return text.contains { "123456789".contains($0) } ? text : ""
  }

  /// How much of itself it moved, from 0 to 1: what came or went did so wholly.
  var size: Double {
    guard let before = old.value, let after = new.value else { return 1 }
    let larger = max(abs(before), abs(after))
    return larger == 0 ? 0 : min(1, abs(after - before) / larger)
  }

  /// What moved, from what, to what.
  var change: String { "\(shown.old) → \(shown.new)" }

  /// One line with code and title.
  var line: String { "\(name), \(title): \(change)" }
}

extension FigureMove.Said {
  fileprivate init(_ row: Row?) {
    self.init(
      value: row?.number("value"), numerator: row?.number("numerator"),
      denominator: row?.number("denominator"), reason: row?.text("reason"))
  }

  fileprivate func isSame(as other: Self) -> Bool {
    reason == other.reason && Self.isSame(value, other.value)
      && Self.isSame(numerator, other.numerator) && Self.isSame(denominator, other.denominator)
  }

  /// The last digits of a sum depend on the order of its rows, which another form may change.
  private static func isSame(_ one: Double?, _ other: Double?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other))
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

  static func rounded(_ value: Double) -> String {
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
