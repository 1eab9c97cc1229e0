/// One figure the public may see, with the quantities its numbers show.
struct PublicFigure: Codable {
  /// A quantity that anyone can read off, and how large it is.
  struct Part: Codable, Hashable {
    var quantity: Int
    var size: Double
  }

  /// Number in the table of figures; of what has no line there, a number of its own.
  var id: Int
  var place: FigurePlace
  /// Value, numerator, denominator and coverage, where there are any.
  var numbers: [Double?] = []
  /// Size of its value, for the choice of what else to withhold.
  var size: Double
  /// Numerator, denominator and what is covered; nil where there is nothing to read off.
  var parts: [Part?]
  /// Quantities that say too much about few; with the rule.
  var sensitive: [Int] = []
  var rule: String?
  /// Public whatever it rests on.
  var isFree: Bool
  /// Number below which sums of withheld categories say too much as well: of things, or of those it
  /// rests on where they are listed.
  var below: Int?
  /// Whom it rests on, as many as are needed to be enough, in order; nil where things are counted.
  var who: [String]?
  /// Percentage by which it must stay in doubt where it is withheld.
  var doubt: Int?

  var isTotal: Bool { place.dimension == nil }
  /// Whether it stands in the table of figures; what does not can be worked out at most.
  var isListed: Bool { id >= 0 }
  /// Below it, numbers of figures without a line; above it, of the reader.
  static let firstUnlisted = -2
  var shown: [Int] { parts.compactMap { $0?.quantity } }
  /// A number of things, not a share or a sum: where it is withheld it is not zero.
  var isCount: Bool {
    who == nil && numbers.count > 1 && numbers[0] != nil && numbers[1] == nil && parts.count > 0
  }

  /// With other numbers of quantities.
  func moved(by offset: Int) -> PublicFigure {
    var moved = self
    moved.parts = parts.map { $0.map { Part(quantity: $0.quantity + offset, size: $0.size) } }
    moved.sensitive = sensitive.map { $0 + offset }
    return moved
  }
}

/// A published total and the categories that are published beside it.
struct Margin: Codable {
  var total: Int
  var categories: [Int]
}

/// Where a figure stands, in whatever release: dimension and category are nil for the total.
struct FigurePlace: Codable, Hashable, CustomStringConvertible {
  var indicator: String
  var dimension: String?
  var category: String?

  var description: String {
    [indicator, dimension, category].compactMap { $0 }.joined(separator: " ")
  }
}
