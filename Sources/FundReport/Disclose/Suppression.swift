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
    // Free figures come first, so that others are only blamed where these do not suffice.
    for figure in figures.filter(\.isFree) + figures.filter({ !$0.isFree }) where isShown(figure) {
      show(figure, to: &span)
    }
    return span
  }

  /// - Returns: whether something more had to be withheld.
  private mutating func withholdSources() -> Bool {
    let span = span { decisions[$0.id] == nil }
    var added = false
    for figure in figures where decisions[figure.id] != nil {
      for quantity in figure.sensitive {
        guard let sources = span.derivation(of: [quantity: 1]),
          sources.allSatisfy({ decisions[$0] == nil })
        else { continue }
        let candidates = sources.compactMap { places[$0] }.map { figures[$0] }
          .filter { !$0.isFree }
        guard let choice = candidates.min(by: { isBetter($0, $1, beside: figure) }) else {
          continue
        }
        withhold(choice, for: figure)
        added = true
      }
    }
    return added
  }

  /// In every margin with a total at least two categories are withheld, and together not few.
  private mutating func widenMargins() {
    for margin in margins {
      guard let total = places[margin.total], decisions[margin.total] == nil else { continue }
      let all = margin.categories.compactMap { places[$0] }.map { figures[$0] }
      var withheld = all.filter { decisions[$0.id] != nil }
      // What follows from free figures is no secret, and needs no company.
      guard let first = withheld.first(where: { !$0.sensitive.isEmpty }) else { continue }
      let below = Double(figures[total].below ?? 0)
      var open = all.filter { decisions[$0.id] == nil && !$0.isFree && $0.size != 0 }
      while withheld.count < 2 || withheld.map(\.size).reduce(0, +) < below {
        guard let choice = open.min(by: { isBetter($0, $1, beside: first) }) else {
          if !figures[total].isFree { withhold(figures[total], for: first) }
          break
        }
        withhold(choice, for: first)
        withheld.append(choice)
        open.removeAll { $0.id == choice.id }
      }
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
