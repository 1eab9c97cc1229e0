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
        id: place, place: Self.place(place), numbers: [Double(sizes[place]), nil, nil, nil],
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

extension SmallTable {
  /// Whether a withheld number may be so many different ones, for all that the others say: found by
  /// trying every table that has them.
  func leaves(_ count: Int, of place: Int, _ withheld: Set<Int>) -> Bool {
    let cellsOf = (0..<6).map { [$0] } + Self.sums.prefix(5).map(\.parts) + [Array(0..<6)]
    let known = (0..<12).filter { !withheld.contains($0) }.map { (cellsOf[$0], sizes[$0]) }
    // What nothing bounds may be any number; fifty are enough to see that.
    let values = (1...50).lazy.filter { value in
      Self.isPossible(0, [Int](repeating: 0, count: 6), known + [(cellsOf[place], value)], withheld)
    }
    return values.prefix(count).reduce(0) { sum, _ in sum + 1 } == count
  }

  /// Whether cells from one on can be filled so that all sums hold; zero is never withheld.
  private static func isPossible(
    _ cell: Int, _ cells: [Int], _ sums: [(cells: [Int], size: Int)], _ withheld: Set<Int>
  ) -> Bool {
    guard cell < 6 else { return true }
    let bounds = sums.filter { $0.cells.contains(cell) }.map { sum in
      let left = sum.size - sum.cells.filter { $0 < cell }.reduce(0) { $0 + cells[$1] }
      return (most: left, isLast: sum.cells.max() == cell)
    }
    let most = bounds.map(\.most).min() ?? 1
    let least = max(bounds.filter(\.isLast).map(\.most).max() ?? 0, withheld.contains(cell) ? 1 : 0)
    guard least <= most else { return false }
    return (least...most).contains { value in
      var filled = cells
      filled[cell] = value
      return isPossible(cell + 1, filled, sums, withheld)
    }
  }
}

/// Sums of unknown numbers, solved all at once.
struct UnknownSums<Unknown: Hashable & Comparable> {
  /// Of each sum, the unknown numbers in it and how many times; the rest of it is known.
  var sums: [[Unknown: Double]]

  /// The numbers that follow.
  func workedOut() -> Set<Unknown> {
    Set(solved().compactMap { $0.count == 1 ? $0.keys.first : nil })
  }

  /// The same sums, with one number of each in no other.
  func solved() -> [[Unknown: Double]] {
    var rows = sums
    var places: [Unknown: Set<Int>] = [:]
    for (place, row) in rows.enumerated() {
      for number in row.keys { places[number, default: []].insert(place) }
    }
    for place in rows.indices {
      guard let pivot = rows[place].keys.min(), let leading = rows[place][pivot] else { continue }
      rows[place] = rows[place].mapValues { $0 / leading }
      for other in places[pivot] ?? [] where other != place {
        let factor = rows[other][pivot] ?? 0
        for (number, times) in rows[place] {
          let left = (rows[other][number] ?? 0) - factor * times
          rows[other][number] = abs(left) > 1e-9 ? left : nil
          if abs(left) > 1e-9 {
            places[number, default: []].insert(other)
          } else {
            places[number]?.remove(other)
          }
        }
      }
    }
    return rows.filter { !$0.isEmpty }
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
