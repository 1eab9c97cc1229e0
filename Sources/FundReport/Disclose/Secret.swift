/// What must not follow from what is shown, and the figure it is withheld with.
struct Secret {
  var vector: LinearSpan.Vector
  var figure: PublicFigure
  /// The quantity, where it is one that says too much, and must not be known nearly either.
  var sensitive: Int?

  /// Every sensitive quantity, what was withheld for its sake, and of every margin what its withheld
  /// categories come to together while that tells of few.
  static func all(
    of figures: [PublicFigure], _ margins: [Margin],
    withheldAs part: (PublicFigure) -> Suppression.Decision.Part?
  ) -> [Secret] {
    var secrets: [Secret] = []
    var withheld: [Int: PublicFigure] = [:]
    for figure in figures {
      guard let part = part(figure) else { continue }
      withheld[figure.id] = figure
      let isPrimary = part == .primary
      let quantities = isPrimary ? figure.sensitive : Array(figure.shown.prefix(1))
      secrets += quantities.map {
        Secret(vector: [$0: 1], figure: figure, sensitive: isPrimary ? $0 : nil)
      }
    }
    for margin in margins {
      let categories = margin.categories.compactMap { withheld[$0] }
      guard let first = categories.first(where: { !$0.sensitive.isEmpty }), areFew(categories)
      else { continue }
      var vector: LinearSpan.Vector = [:]
      for quantity in categories.compactMap(\.shown.first) { vector[quantity, default: 0] += 1 }
      secrets.append(Secret(vector: vector, figure: first))
    }
    return secrets
  }

  /// Whether figures together tell of few: in number, in whom they rest on, or because all are as
  /// large as a small number may be, so that their sum gives each to whoever takes all to be small.
  private static func areFew(_ figures: [PublicFigure]) -> Bool {
    guard let below = figures.first?.below else { return false }
    if figures.contains(where: { $0.who != nil }) {
      return figures.reduce(into: Set<String>()) { $0.formUnion($1.who ?? []) }.count < below
    }
    let size = figures.map(\.size).reduce(0, +)
    return size > 0 && size < Double(below)
      || figures.allSatisfy { $0.isCount && $0.size == Double(below - 1) }
  }
}
