/// What readers know each quantity to be at least and at most.
///
/// They take none to be negative. A sum bounds each quantity in it by the bounds of the others; that
/// is repeated until nothing narrows. What is found holds, though not all that is hidden there is
/// found: what follows exactly, ``LinearSpan`` finds.
struct Bounds {
  /// One of the two bounds of a quantity.
  enum Edge: CaseIterable {
    case least, most
  }

  /// A quantity, or with its sign changed, so that what it is at least is what that is at most.
  private struct Side: Hashable {
    var quantity: Int
    var isNegative: Bool
  }

  private struct Bound {
    var most: Double
    /// Figures it follows from.
    var sources: Set<Int>
  }

  /// Nothing narrows by less than half a person or cent.
  private static let step = 0.5
  /// Each pass takes all sums; what is found by then holds.
  private static let passes = 100
  private let sums: [[(side: Side, times: Double)]]
  private var bounds: [Side: Bound] = [:]

  /// - Parameter relations: sums that are zero.
  init(_ relations: [LinearSpan.Vector]) {
    sums = relations.flatMap { relation in
      let terms = relation.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      return [false, true].map { isNegative in
        terms.map { (Side(quantity: $0, isNegative: ($1 < 0) != isNegative), Double(abs($1))) }
      }
    }
  }

  /// What figures say of quantities and what follows, whether they are shown or not.
  static func sizes(
    _ figures: [PublicFigure], _ relations: [LinearSpan.Vector]
  ) -> [Int: Double] {
    var bounds = Bounds(relations)
    for part in figures.flatMap(\.parts).compactMap({ $0 }) {
      bounds.know(part.quantity, is: part.size)
    }
    bounds.narrow()
    let quantities = Set(bounds.bounds.keys.map(\.quantity))
    return Dictionary(
      uniqueKeysWithValues: quantities.compactMap { quantity in
        guard let least = bounds.least(quantity), let most = bounds.most(quantity),
          abs(most - least) < step
        else { return nil }
        return (quantity, most)
      })
  }

  func most(_ quantity: Int) -> Double? {
    bounds[Side(quantity: quantity, isNegative: false)]?.most
  }

  func least(_ quantity: Int) -> Double? {
    bounds[Side(quantity: quantity, isNegative: true)].map { -$0.most }
  }

  /// Figures that one bound follows from.
  func sources(of edge: Edge, of quantity: Int) -> Set<Int> {
    bounds[Side(quantity: quantity, isNegative: edge == .least)]?.sources ?? []
  }

  /// Whether a bound is closer here than with what others know.
  func isCloser(_ edge: Edge, of quantity: Int, than others: Bounds) -> Bool {
    let side = Side(quantity: quantity, isNegative: edge == .least)
    guard let own = bounds[side]?.most else { return false }
    return others.bounds[side].map { own < $0.most - Self.step } ?? true
  }

  /// Readers know it, from a figure or anyway.
  mutating func know(_ quantity: Int, is size: Double, toldBy teller: Int? = nil) {
    learn(quantity, isAtLeast: size, toldBy: teller)
    narrow(Side(quantity: quantity, isNegative: false), to: size, teller.map { [$0] } ?? [])
  }

  mutating func learn(_ quantity: Int, isAtLeast size: Double, toldBy teller: Int? = nil) {
    narrow(Side(quantity: quantity, isNegative: true), to: -size, teller.map { [$0] } ?? [])
  }

  /// Follows up all sums.
  mutating func narrow() {
    for _ in 0..<Self.passes {
      var isNarrower = false
      for sum in sums where narrow(by: sum) { isNarrower = true }
      guard isNarrower else { return }
    }
  }

  /// In a sum that is zero each is at most what the others are with their signs changed.
  private mutating func narrow(by sum: [(side: Side, times: Double)]) -> Bool {
    let others = sum.map { term in
      bounds[Side(quantity: term.side.quantity, isNegative: !term.side.isNegative)]
    }
    let open = others.indices.filter { others[$0] == nil }
    guard open.count < 2 else { return false }
    let all = others.indices.reduce(0) { $0 + (others[$1]?.most ?? 0) * sum[$1].times }
    var isNarrower = false
    for (place, term) in sum.enumerated() where open.isEmpty || open == [place] {
      let most = (all - (others[place]?.most ?? 0) * term.times) / term.times
      if let known = bounds[term.side]?.most, most > known - Self.step { continue }
      let sources = others.indices.reduce(into: Set<Int>()) {
        if $1 != place { $0.formUnion(others[$1]?.sources ?? []) }
      }
      bounds[term.side] = Bound(most: most, sources: sources)
      isNarrower = true
    }
    return isNarrower
  }

  private mutating func narrow(_ side: Side, to most: Double, _ sources: Set<Int>) {
    if let known = bounds[side]?.most, known <= most { return }
    bounds[side] = Bound(most: most, sources: sources)
  }
}
