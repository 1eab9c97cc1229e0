/// The quantities of figures of one kind, and which of them are sums of others.
///
/// A quantity is known by its units: where two figures count the same rows they show one quantity.
struct Quantities {
  private var numbers: [FigureRows.Units: Int] = [:]
  private var units: [FigureRows.Units] = []
  /// Numerators or denominators of one breakdown.
  private var groups: [[Int]] = []
  private var complements: [LinearSpan.Vector] = []

  /// The number of a quantity; nil for one of nothing, which everybody knows to be zero.
  mutating func number(of units: FigureRows.Units) -> Int? {
    guard !units.isEmpty else { return nil }
    if let number = numbers[units] { return number }
    numbers[units] = self.units.count
    self.units.append(units)
    return self.units.count - 1
  }

  mutating func addGroup(_ categories: [String: FigureRows.Category]) {
    groups.append(categories.keys.sorted().compactMap { number(of: categories[$0]?.units ?? [:]) })
  }

  /// A whole is its part and the rest.
  mutating func addComplement(_ rest: FigureRows.Units, of part: FigureRows.Units) {
    let whole = part.merging(rest, uniquingKeysWith: +)
    guard let whole = number(of: whole), let rest = number(of: rest), let part = number(of: part)
    else { return }
    complements.append([whole: 1, part: -1, rest: -1])
  }

  /// A total that equals the sum of its categories in size, though not in units.
  mutating func addSum(_ total: FigureRows.Units, of categories: [FigureRows.Category]) {
    guard let total = number(of: total) else { return }
    var relation: LinearSpan.Vector = [total: 1]
    for part in categories.compactMap({ number(of: $0.units) }) {
      relation[part, default: 0] -= 1
    }
    complements.append(relation)
  }

  /// Every quantity that is the sum of some categories of a breakdown, less these.
  func relations() -> [LinearSpan.Vector] {
    var relations = complements
    for group in Set(groups).sorted(by: { $0.lexicographicallyPrecedes($1) }) where group.count > 1
    {
      var categoriesOf: [Int: [Int]] = [:]
      for category in Set(group).sorted() {
        for unit in units[category].keys { categoriesOf[unit, default: []].append(category) }
      }
      for (number, whole) in units.enumerated() {
        guard let parts = parts(of: whole, categoriesOf), parts != [number] else { continue }
        var relation: LinearSpan.Vector = [number: 1]
        for part in parts { relation[part, default: 0] -= 1 }
        relations.append(relation)
      }
    }
    return relations
  }

  /// The categories that together are the whole, no unit more or less.
  private func parts(of whole: FigureRows.Units, _ categoriesOf: [Int: [Int]]) -> [Int]? {
    var parts: Set<Int> = []
    for unit in whole.keys {
      guard let categories = categoriesOf[unit] else { return nil }
      parts.formUnion(categories)
    }
    // All units are covered, so that equal sums leave no room for others.
    let sum = parts.reduce(0) { $0 + units[$1].values.reduce(0, +) }
    return sum == whole.values.reduce(0, +) ? parts.sorted() : nil
  }
}
