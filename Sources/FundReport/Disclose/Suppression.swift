/// Decides over the whole release which figures are withheld, so that none can be worked out.
struct Suppression {
  struct Decision: Equatable {
    enum Part: String { case primary, secondary }
    var part: Part
    var rule: String
  }

  var figures: [PublicFigure]
  var margins: [Margin]
  /// Sums of quantities that are zero, such as a total less its parts.
  var relations: [LinearSpan.Vector]
  /// Quantities readers know from last year's edition.
  var known: [Int]
  /// Number of what a reader knows without any figure.
  private static let reader = -1

  private(set) var decisions: [Int: Decision] = [:]
  /// Places of figures by their number.
  private let places: [Int: Int]

  init(
    figures: [PublicFigure], margins: [Margin], relations: [LinearSpan.Vector], known: [Int]
  ) {
    self.figures = figures
    self.margins = margins
    self.relations = relations
    self.known = known
    places = Dictionary(
      figures.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    decide()
  }

  private mutating func decide() {
    leaveOutWhatIsFree()
    for figure in figures where figure.rule != nil {
      decisions[figure.id] = Decision(part: .primary, rule: figure.rule ?? "")
    }
    repeat {
      widenMargins()
    } while withholdSources()
  }

  /// Quantities that follow from free figures alone are public, whatever they rest on.
  private mutating func leaveOutWhatIsFree() {
    var span = LinearSpan()
    for relation in relations { span.add(relation, as: Self.reader) }
    for figure in figures where figure.isFree { show(figure, to: &span) }
    for index in figures.indices where figures[index].rule != nil {
      if figures[index].isFree { figures[index].sensitive = [] }
      let hadAny = !figures[index].sensitive.isEmpty
      figures[index].sensitive.removeAll { span.derivation(of: [$0: 1]) != nil }
      let isPublic = figures[index].isFree || (hadAny && figures[index].sensitive.isEmpty)
      if isPublic { figures[index].rule = nil }
    }
  }

  private func show(_ figure: PublicFigure, to span: inout LinearSpan) {
    for quantity in figure.shown { span.add([quantity: 1], as: figure.id) }
  }

  private func span(_ isShown: (PublicFigure) -> Bool) -> LinearSpan {
    var span = LinearSpan()
    for relation in relations { span.add(relation, as: Self.reader) }
    for quantity in known { span.add([quantity: 1], as: Self.reader) }
    // Only what the ones before do not tell is blamed, and free figures come first.
    let inOrder = figures.filter(\.isFree) + figures.filter { !$0.isFree }
    for figure in inOrder where isShown(figure) { show(figure, to: &span) }
    return span
  }

  /// - Returns: whether something more had to be withheld.
  private mutating func withholdSources() -> Bool {
    let span = span { decisions[$0.id] == nil }
    var added = false
    for secret in secrets {
      guard let sources = span.derivation(of: secret.vector),
        sources.allSatisfy({ decisions[$0] == nil })
      else { continue }
      let candidates = sources.compactMap { places[$0] }.map { figures[$0] }
        .filter { !$0.isFree }
      guard let choice = candidates.min(by: { isBetter($0, $1, beside: secret.figure) }) else {
        continue
      }
      withhold(choice, for: secret.figure)
      added = true
    }
    return added
  }

  /// What must not follow from what is shown: every sensitive quantity, what was withheld for
  /// its sake, and of every margin what its withheld categories come to together while that is few.
  private var secrets: [(vector: LinearSpan.Vector, figure: PublicFigure)] {
    var secrets: [(vector: LinearSpan.Vector, figure: PublicFigure)] = []
    for figure in figures {
      switch decisions[figure.id]?.part {
      case nil: continue
      case .primary: secrets += figure.sensitive.map { ([$0: 1], figure) }
      case .secondary: secrets += figure.shown.prefix(1).map { ([$0: 1], figure) }
      }
    }
    for margin in margins {
      let withheld = margin.categories.compactMap { places[$0] }.map { figures[$0] }
        .filter { decisions[$0.id] != nil }
      let size = withheld.map(\.size).reduce(0, +)
      guard let first = withheld.first(where: { !$0.sensitive.isEmpty }), let below = first.below,
        size > 0, size < Double(below)
      else { continue }
      var vector: LinearSpan.Vector = [:]
      for quantity in withheld.compactMap(\.shown.first) { vector[quantity, default: 0] += 1 }
      secrets.append((vector, first))
    }
    return secrets
  }

  /// In every margin with a total at least two categories are withheld.
  private mutating func widenMargins() {
    for margin in margins where decisions[margin.total] == nil {
      let all = margin.categories.compactMap { places[$0] }.map { figures[$0] }
      let withheld = all.filter { decisions[$0.id] != nil }
      // What follows from free figures is no secret, and needs no company.
      guard withheld.count == 1, let first = withheld.first, !first.sensitive.isEmpty else {
        continue
      }
      let open = all.filter {
        decisions[$0.id] == nil && !$0.isFree && $0.size != 0
      }
      guard let choice = open.min(by: { isBetter($0, $1, beside: first) }) else { continue }
      withhold(choice, for: first)
    }
  }

  private mutating func withhold(_ choice: PublicFigure, for figure: PublicFigure) {
    let place = [figure.indicator, figure.dimension, figure.category].compactMap { $0 }
      .joined(separator: " ")
    decisions[choice.id] = Decision(part: .secondary, rule: "would give away \(place)")
  }

  /// Neighbours rather than other figures, categories rather than totals, small rather than large.
  private func isBetter(_ one: PublicFigure, _ other: PublicFigure, beside figure: PublicFigure)
    -> Bool
  {
    func rank(_ candidate: PublicFigure) -> (Int, Double, Int) {
      let isNeighbour =
        candidate.indicator == figure.indicator && candidate.dimension == figure.dimension
      let distance = candidate.isTotal ? 2 : isNeighbour ? 0 : 1
      return (distance, candidate.size.magnitude, candidate.id)
    }
    return rank(one) < rank(other)
  }
}
