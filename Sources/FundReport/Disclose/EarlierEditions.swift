/// An edition of the same year that was published before, as far as one kind of figures goes.
struct EarlierEdition {
  var problem: Suppression.Problem
  /// What it withheld; all else it showed.
  var withheld: Set<FigurePlace>
}

/// What editions published before tell about the one to be published.
///
/// A number that stands unchanged in the same place is one quantity in both. The sums of all
/// editions are solved together, so that nothing one of them withholds follows from another. That
/// a number changed, and by how much, is a revision and no secret.
struct EarlierEditions {
  private let editions: [EarlierEdition]
  /// Quantities of each edition bear numbers of their own.
  private var offsets: [Int] = []
  private var figures: [FigurePlace: [(figure: PublicFigure, edition: Int)]] = [:]
  /// What readers know from them: sums that are zero, also of quantities of the new edition.
  private(set) var relations: [LinearSpan.Vector] = []
  /// All their figures.
  private(set) var all: [PublicFigure] = []
  /// The quantities they showed.
  private(set) var known: [Int] = []
  /// What they withheld.
  private(set) var secrets: [Secret] = []

  init(_ editions: [EarlierEdition], beside problem: Suppression.Problem) {
    self.editions = editions
    var offset = problem.highest + 1
    for (number, edition) in editions.enumerated() {
      offsets.append(offset)
      for figure in edition.problem.figures {
        figures[figure.place, default: []].append((figure, number))
      }
      learn(edition, offset)
      offset += edition.problem.highest + 1
    }
    for figure in problem.figures { identify(figure) }
  }

  /// Whether one of them shows this figure as it stands.
  func showed(_ figure: PublicFigure) -> Bool {
    same(figure).contains { !editions[$0].withheld.contains(figure.place) }
  }

  /// Whether one of them withholds this figure as it stands.
  func withheld(_ figure: PublicFigure) -> Bool {
    same(figure).contains { editions[$0].withheld.contains(figure.place) }
  }

  private func same(_ figure: PublicFigure) -> [Int] {
    (figures[figure.place] ?? []).filter { $0.figure.numbers == figure.numbers }.map(\.edition)
  }

  private mutating func learn(_ edition: EarlierEdition, _ offset: Int) {
    let problem = edition.problem.moved(by: offset)
    all += problem.figures
    relations += problem.relations
    known += problem.known
    for figure in problem.figures where !edition.withheld.contains(figure.place) {
      known += figure.shown
    }
    secrets += Secret.all(of: problem.figures, problem.margins) { figure in
      guard edition.withheld.contains(figure.place) else { return nil }
      return figure.rule == nil ? .secondary : .primary
    }
  }

  /// The parts of a figure that have not changed are those of the earlier edition.
  private mutating func identify(_ figure: PublicFigure) {
    for (before, edition) in figures[figure.place] ?? [] {
      for case (let now?, let then?) in zip(figure.parts, before.parts) where now.size == then.size
      {
        relations.append([now.quantity: 1, then.quantity + offsets[edition]: -1])
      }
    }
  }
}

extension Suppression.Problem {
  /// The highest number of a quantity.
  fileprivate var highest: Int {
    let ofFigures = figures.flatMap { $0.shown + $0.sensitive }
    return (ofFigures + relations.flatMap(\.keys) + known).max() ?? 0
  }

  /// With other numbers of quantities.
  fileprivate func moved(by offset: Int) -> Self {
    Self(
      figures: figures.map { $0.moved(by: offset) }, margins: margins,
      relations: relations.map { relation in
        LinearSpan.Vector(uniqueKeysWithValues: relation.map { ($0 + offset, $1) })
      }, known: known.map { $0 + offset })
  }
}
