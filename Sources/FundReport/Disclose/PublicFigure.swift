/// One figure the public may see, with the quantities its numbers show.
struct PublicFigure {
  /// Number in the table of figures.
  var id: Int
  var indicator: String
  /// Nil for the total.
  var dimension: String?
  var category: String?
  /// Size of its value, for the choice of what else to withhold.
  var size: Double
  /// Quantities anyone can read off: numerator, denominator, what is covered.
  var shown: [Int]
  /// Quantities that say too much about few; with the rule.
  var sensitive: [Int] = []
  var rule: String?
  /// Public whatever it rests on.
  var isFree: Bool
  /// Count below which sums of withheld categories say too much as well.
  var below: Int?

  var isTotal: Bool { dimension == nil }
}

/// A published total and the categories that are published beside it.
struct Margin {
  var total: Int
  var categories: [Int]
}
