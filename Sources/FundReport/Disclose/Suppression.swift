/// Decides over the whole release which figures are withheld, so that none can be worked out.
struct Suppression {
  struct Decision: Equatable {
    enum Part: String { case primary, secondary }
    var part: Part
    var rule: String
  }

  /// The figures of one kind, and everything a reader knows of how they hang together.
  struct Problem: Codable {
    var figures: [PublicFigure]
    var margins: [Margin]
    /// Sums of quantities that are zero, such as a total less its parts.
    var relations: [LinearSpan.Vector]
    /// Quantities readers know from last year's edition.
    var known: [Int]
  }

  private var figures: [PublicFigure]
  private let margins: [Margin]
  private let relations: [LinearSpan.Vector]
  private let known: [LinearSpan.Vector]
  private let earlier: EarlierEditions
  /// Number of what a reader knows without any figure.
  private static let reader = -1

  private(set) var decisions: [Int: Decision] = [:]
  /// Places of figures by their number.
  private let places: [Int: Int]

  init(_ problem: Problem, after editions: [EarlierEdition] = []) {
    figures = problem.figures
    margins = problem.margins
    relations = problem.relations
    known = problem.known.map { [$0: 1] }
    earlier = EarlierEditions(editions, beside: problem)
    places = Dictionary(
      figures.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    decide()
  }

  private mutating func decide() {
    // What has been published and stands unchanged is public, whatever it rests on: withholding it
    // now would only point at whom it is about.
    for index in figures.indices where earlier.showed(figures[index]) {
      figures[index].isFree = true
    }
    leaveOutWhatIsFree()
    for figure in figures {
      if let rule = figure.rule {
        decisions[figure.id] = Decision(part: .primary, rule: rule)
      } else if !figure.isFree, earlier.withheld(figure) {
        decisions[figure.id] = Decision(
          part: .secondary, rule: "withheld in an edition published before")
      }
    }
    repeat {
      widenMargins()
    } while withholdSources()
  }

  /// Quantities that follow from free figures and earlier editions alone are public, whatever they
  /// rest on; to withhold them would keep nothing from anybody.
  private mutating func leaveOutWhatIsFree() {
    let span = span(of: figures.filter(\.isFree))
    let isPublic = { (quantity: Int) in span.derivation(of: [quantity: 1]) != nil }
    for index in figures.indices {
      let hadAny = !figures[index].sensitive.isEmpty
      if figures[index].isFree { figures[index].sensitive = [] }
      figures[index].sensitive.removeAll(where: isPublic)
      if figures[index].isFree || (hadAny && figures[index].sensitive.isEmpty) {
        figures[index].rule = nil
      }
      let shown = figures[index].shown
      if figures[index].rule == nil, !shown.isEmpty, shown.allSatisfy(isPublic) {
        figures[index].isFree = true
      }
    }
  }

  /// What a reader of these figures knows; only what the ones before do not tell is blamed.
  private func span(of shown: [PublicFigure]) -> LinearSpan {
    var span = LinearSpan()
    for vector in relations + known + earlier.known { span.add(vector, as: Self.reader) }
    for figure in shown {
      for quantity in figure.shown { span.add([quantity: 1], as: figure.id) }
    }
    return span
  }

  /// - Returns: whether something more had to be withheld.
  private mutating func withholdSources() -> Bool {
    let shown = figures.filter { decisions[$0.id] == nil }
    let span = span(of: shown.filter(\.isFree) + shown.filter { !$0.isFree })
    var added = false
    let own = Secret.all(of: figures, margins) { decisions[$0.id]?.part }
    for secret in own + earlier.secrets {
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
    decisions[choice.id] = Decision(part: .secondary, rule: "would give away \(figure.place)")
  }

  /// Neighbours rather than other figures, categories rather than totals, small rather than large.
  private func isBetter(_ one: PublicFigure, _ other: PublicFigure, beside figure: PublicFigure)
    -> Bool
  {
    func rank(_ candidate: PublicFigure) -> (Int, Double, Int) {
      let isNeighbour =
        candidate.place.indicator == figure.place.indicator
        && candidate.place.dimension == figure.place.dimension
      let distance = candidate.isTotal ? 2 : isNeighbour ? 0 : 1
      return (distance, candidate.size.magnitude, candidate.id)
    }
    return rank(one) < rank(other)
  }
}

/// What must not follow from what is shown, and the figure it is withheld with.
struct Secret {
  var vector: LinearSpan.Vector
  var figure: PublicFigure

  /// Every sensitive quantity, what was withheld for its sake, and of every margin what its withheld
  /// categories come to together while that is few.
  static func all(
    of figures: [PublicFigure], _ margins: [Margin],
    withheldAs part: (PublicFigure) -> Suppression.Decision.Part?
  ) -> [Secret] {
    var secrets: [Secret] = []
    var withheld: [Int: PublicFigure] = [:]
    for figure in figures {
      guard let part = part(figure) else { continue }
      withheld[figure.id] = figure
      let quantities = part == .primary ? figure.sensitive : Array(figure.shown.prefix(1))
      secrets += quantities.map { Secret(vector: [$0: 1], figure: figure) }
    }
    for margin in margins {
      let categories = margin.categories.compactMap { withheld[$0] }
      let size = categories.map(\.size).reduce(0, +)
      guard let first = categories.first(where: { !$0.sensitive.isEmpty }),
        let below = first.below, size > 0, size < Double(below)
      else { continue }
      var vector: LinearSpan.Vector = [:]
      for quantity in categories.compactMap(\.shown.first) { vector[quantity, default: 0] += 1 }
      secrets.append(Secret(vector: vector, figure: first))
    }
    return secrets
  }
}
