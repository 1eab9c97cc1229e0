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
  /// Quantities a reader knows without any figure.
  private let known: [Int]
  private let earlier: EarlierEditions
  /// True sizes of quantities, as far as figures tell.
  private let sizes: [Int: Double]

  private(set) var decisions: [Int: Decision] = [:]
  /// Places of figures by their number.
  private let places: [Int: Int]

  init(_ problem: Problem, after editions: [EarlierEdition] = []) {
    figures = problem.figures
    margins = problem.margins
    earlier = EarlierEditions(editions, beside: problem)
    relations = problem.relations + earlier.relations
    known = problem.known + earlier.known
    sizes = Bounds.sizes(problem.figures + earlier.all, relations)
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
      withholdWhatIsTheSame()
    } while withholdSources() || withholdWhatNarrows()
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
    for vector in relations { span.add(vector, toldBy: nil) }
    for quantity in known { span.add([quantity: 1], toldBy: nil) }
    for figure in shown {
      for quantity in figure.shown { span.add([quantity: 1], toldBy: figure.id) }
    }
    return span
  }

  /// Another figure that shows what is withheld gives it away by itself, whatever else would.
  private mutating func withholdWhatIsTheSame() {
    let own = Secret.all(of: figures, margins) { decisions[$0.id]?.part }
    for secret in own where secret.vector.count == 1 {
      for figure in figures where decisions[figure.id] == nil && !figure.isFree {
        if figure.shown.contains(where: { secret.vector[$0] != nil }) {
          withhold(figure, for: secret.figure)
        }
      }
    }
  }

  /// - Returns: whether something more had to be withheld.
  private mutating func withholdSources() -> Bool {
    let shown = figures.filter { decisions[$0.id] == nil }
    let span = span(of: shown.filter(\.isFree) + shown.filter { !$0.isFree })
    var added = false
    let own = Secret.all(of: figures, margins) { decisions[$0.id]?.part }
    for secret in own + earlier.secrets {
      guard let sources = span.derivation(of: secret.vector) else { continue }
      added = withhold(oneOf: sources, for: secret.figure) || added
    }
    return added
  }

  /// - Returns: whether something more had to be withheld for readers to be left in doubt.
  private mutating func withholdWhatNarrows() -> Bool {
    let shown = figures.filter { decisions[$0.id] == nil }
    let anyway = bounds(from: shown.filter(\.isFree))
    let bounds = bounds(from: shown)
    var added = false
    let own = Secret.all(of: figures, margins) { decisions[$0.id]?.part }
    for secret in own + earlier.secrets {
      guard let quantity = secret.sensitive else { continue }
      // What readers know anyway is no secret; what they learn beyond it is.
      for edge in edgesTold(quantity, secret.figure, bounds)
      where bounds.isCloser(edge, of: quantity, than: anyway) {
        added = withhold(oneOf: bounds.sources(of: edge, of: quantity), for: secret.figure) || added
      }
    }
    return added
  }

  /// What a reader of these figures takes quantities to be at least and at most.
  private func bounds(from shown: [PublicFigure]) -> Bounds {
    var bounds = Bounds(relations)
    for (quantity, size) in sizes where size >= 0 { bounds.learn(quantity, isAtLeast: 0) }
    for figure in figures + earlier.all where figure.isCount {
      if let quantity = figure.parts[0]?.quantity { bounds.learn(quantity, isAtLeast: 1) }
    }
    for quantity in known {
      if let size = sizes[quantity] { bounds.know(quantity, is: size) }
    }
    for figure in shown {
      for part in figure.parts.compactMap({ $0 }) {
        bounds.know(part.quantity, is: part.size, toldBy: figure.isFree ? nil : figure.id)
      }
    }
    bounds.narrow()
    return bounds
  }

  /// The bounds by which a number that is withheld is known too closely: of a count both, where fewer
  /// values are left than there are small ones; of a sum each within the percentage that must stay in
  /// doubt.
  private func edgesTold(_ quantity: Int, _ figure: PublicFigure, _ bounds: Bounds)
    -> [Bounds.Edge]
  {
    let least = bounds.least(quantity) ?? -.infinity
    let most = bounds.most(quantity) ?? .infinity
    guard figure.who != nil else {
      let isNarrow = most - least < Double((figure.below ?? 0) - 2) - 0.5
      return isNarrow ? Bounds.Edge.allCases : []
    }
    guard let size = sizes[quantity], let percent = figure.doubt else { return [] }
    let doubt = size.magnitude * Double(percent) / 100
    return (least > size - doubt ? [.least] : []) + (most < size + doubt ? [.most] : [])
  }

  /// - Returns: whether one of these figures could be withheld; not if one of them is already.
  private mutating func withhold(
    oneOf sources: some Sequence<Int>, for figure: PublicFigure
  ) -> Bool {
    let sources = sources.compactMap { places[$0] }.map { figures[$0] }
    guard sources.allSatisfy({ decisions[$0.id] == nil }) else { return false }
    let candidates = sources.filter { !$0.isFree }
    guard let choice = candidates.min(by: { isBetter($0, $1, beside: figure) }) else {
      return false
    }
    withhold(choice, for: figure)
    return true
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
    func rank(_ candidate: PublicFigure) -> (Int, Int, Double, Int) {
      let isNeighbour =
        candidate.place.indicator == figure.place.indicator
        && candidate.place.dimension == figure.place.dimension
      let distance = candidate.isTotal ? 2 : isNeighbour ? 0 : 1
      // With another sum of few, what both come to would be one of few again.
      let isOfFew = candidate.who.map { $0.count < candidate.below ?? 0 } ?? false
      return (distance, isOfFew ? 1 : 0, candidate.size.magnitude, candidate.id)
    }
    return rank(one) < rank(other)
  }
}
