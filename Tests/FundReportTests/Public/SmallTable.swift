@testable import FundReport

/// A table of two rows and three columns of people, with its margins.
///
/// Places: cells are `row * 3 + column`, then three columns, two rows, the total.
struct SmallTable {
  var cells: [Int]

  var columns: [Int] { (0..<3).map { cells[$0] + cells[3 + $0] } }
  var rows: [Int] { (0..<2).map { cells[3 * $0] + cells[3 * $0 + 1] + cells[3 * $0 + 2] } }
  var sizes: [Int] { cells + columns + rows + [rows[0] + rows[1]] }

  /// Sums every reader knows: places of parts and of the whole.
  static let sums: [(parts: [Int], whole: Int)] =
    (0..<3).map { ([$0, 3 + $0], 6 + $0) }
    + (0..<2).map { ([3 * $0, 3 * $0 + 1, 3 * $0 + 2], 9 + $0) }
    + [([6, 7, 8], 11), ([9, 10], 11)]

  /// Every table whose cells have one of three sizes.
  static let all = (0..<729).map { code in
    SmallTable(cells: (0..<6).map { [0, 4, 12][code / [1, 3, 9, 27, 81, 243][$0] % 3] })
  }

  static func place(_ place: Int) -> FigurePlace {
    let dimension = place == 11 ? nil : place < 6 ? "row × column" : place < 9 ? "column" : "row"
    return FigurePlace(indicator: "P", dimension: dimension, category: "\(place)")
  }

  func problem(below: Int) -> Suppression.Problem {
    var quantities = Quantities()
    let parts = [[0], [1], [2], [3], [4], [5], [0, 3], [1, 4], [2, 5], [0, 1, 2], [3, 4, 5]]
    let units = (parts + [[0, 1, 2, 3, 4, 5]]).map { places in
      FigureRows.Units(uniqueKeysWithValues: places.filter { cells[$0] > 0 }.map { ($0, 1) })
    }
    let category = { (place: Int) in
      FigureRows.Category(units: units[place], size: Double(sizes[place]), rows: 1)
    }
    let named = { (places: [Int]) in
      Dictionary(uniqueKeysWithValues: places.map { ("\($0)", category($0)) })
    }
    let groups = [[0, 1, 2, 3, 4, 5], [6, 7, 8], [9, 10]]
    for group in groups { quantities.addGroup(named(group)) }
    let figures = sizes.indices.map { place in
      let number = quantities.number(of: units[place])
      let isSmall = sizes[place] > 0 && sizes[place] < below
      return PublicFigure(
        id: place, place: Self.place(place), numbers: [Double(sizes[place])],
        size: Double(sizes[place]),
        parts: [number.map { .init(quantity: $0, size: Double(sizes[place])) }],
        sensitive: isSmall ? (number.map { [$0] } ?? []) : [], rule: isSmall ? "few" : nil,
        isFree: false, below: below)
    }
    return Suppression.Problem(
      figures: figures, margins: groups.map { Margin(total: 11, categories: $0) },
      relations: quantities.relations(), known: [])
  }
}

/// Sums of unknown numbers, solved all at once.
struct UnknownSums<Unknown: Hashable & Comparable> {
  /// Of each sum, the unknown numbers in it and how many times; the rest of it is known.
  var sums: [[Unknown: Double]]

  /// The numbers that follow.
  func workedOut() -> Set<Unknown> {
    var rows = sums.filter { !$0.isEmpty }
    var solved: [[Unknown: Double]] = []
    while let row = rows.popLast() {
      guard let pivot = row.keys.min(), let leading = row[pivot] else { continue }
      let scaled = row.mapValues { $0 / leading }
      let reduce = { (other: [Unknown: Double]) -> [Unknown: Double] in
        guard let factor = other[pivot] else { return other }
        return other.merging(scaled.mapValues { -factor * $0 }, uniquingKeysWith: +)
          .filter { abs($0.value) > 1e-9 }
      }
      rows = rows.map(reduce).filter { !$0.isEmpty }
      solved = solved.map(reduce) + [scaled]
    }
    return Set(solved.compactMap { $0.count == 1 ? $0.keys.first : nil })
  }
}

extension SmallTable {
  /// Places of withheld numbers that follow from the others.
  static func workedOut(_ withheld: Set<Int>) -> Set<Int> {
    UnknownSums(
      sums: sums.map { sum in
        let parts = sum.parts.filter(withheld.contains).map { ($0, 1.0) }
        let whole = withheld.contains(sum.whole) ? [(sum.whole, -1.0)] : []
        return Dictionary(uniqueKeysWithValues: parts + whole)
      }
    ).workedOut()
  }
}
