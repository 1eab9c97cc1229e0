import Testing

@testable import FundReport

/// Nothing that is withheld can be worked out: tried on every table of two rows and three columns.
@Suite struct WorkedOutTests {
  /// A table with its margins; cells are `row * 3 + column`, then three columns, two rows, the total.
  private struct Small {
    var cells: [Int]

    var columns: [Int] { (0..<3).map { cells[$0] + cells[3 + $0] } }
    var rows: [Int] { (0..<2).map { cells[3 * $0] + cells[3 * $0 + 1] + cells[3 * $0 + 2] } }
    var sizes: [Int] { cells + columns + rows + [rows[0] + rows[1]] }

    /// Sums every reader knows: places of parts and of the whole.
    static let sums: [(parts: [Int], whole: Int)] =
      (0..<3).map { ([$0, 3 + $0], 6 + $0) }
      + (0..<2).map { ([3 * $0, 3 * $0 + 1, 3 * $0 + 2], 9 + $0) }
      + [([6, 7, 8], 11), ([9, 10], 11)]

    func suppression(_ below: Int) -> Suppression {
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
      for group in [[0, 1, 2, 3, 4, 5], [6, 7, 8], [9, 10]] { quantities.addGroup(named(group)) }
      let dimensions = (0..<12).map { $0 < 6 ? "row × column" : $0 < 9 ? "column" : "row" }
      let figures = sizes.indices.map { place in
        let number = quantities.number(of: units[place])
        let isSmall = sizes[place] > 0 && sizes[place] < below
        return PublicFigure(
          id: place, indicator: "P", dimension: place == 11 ? nil : dimensions[place],
          category: "\(place)", size: Double(sizes[place]), shown: number.map { [$0] } ?? [],
          sensitive: isSmall ? (number.map { [$0] } ?? []) : [], rule: isSmall ? "few" : nil,
          isFree: false, below: below)
      }
      let margins = [[0, 1, 2, 3, 4, 5], [6, 7, 8], [9, 10]].map {
        Margin(total: 11, categories: $0)
      }
      return Suppression(
        figures: figures, margins: margins, relations: quantities.relations(), known: [])
    }

    /// Places of withheld numbers that follow from the others, by solving all sums at once.
    func workedOut(_ withheld: Set<Int>) -> Set<Int> {
      let unknown = withheld.sorted()
      var rows = Self.sums.map { sum in
        unknown.map { Double(sum.parts.contains($0) ? 1 : $0 == sum.whole ? -1 : 0) }
      }
      var done = 0
      for column in unknown.indices {
        guard let pivot = (done..<rows.count).first(where: { rows[$0][column] != 0 }) else {
          continue
        }
        rows.swapAt(done, pivot)
        let leading = rows[done][column]
        rows[done] = rows[done].map { $0 / leading }
        for other in rows.indices where other != done && rows[other][column] != 0 {
          let factor = rows[other][column]
          rows[other] = zip(rows[other], rows[done]).map { $0 - factor * $1 }
        }
        done += 1
      }
      return Set(
        rows.compactMap { row in
          let left = row.indices.filter { abs(row[$0]) > 1e-9 }
          return left.count == 1 ? unknown[left[0]] : nil
        })
    }
  }

  @Test func `no small number of any small table follows from what is shown`() {
    for code in 0..<729 {
      let cells = (0..<6).map { [0, 4, 12][code / [1, 3, 9, 27, 81, 243][$0] % 3] }
      let table = Small(cells: cells)
      let decisions = table.suppression(10).decisions
      let small = table.sizes.indices.filter { (1..<10).contains(table.sizes[$0]) }
      for place in small { #expect(decisions[place]?.part == .primary, "\(cells)") }
      let found = table.workedOut(Set(decisions.keys))
      #expect(found.isEmpty, "\(cells): \(decisions.keys.sorted())")
      // With few withheld, their sum is no secret; it must not be small itself.
      for sum in Small.sums.suffix(2) where decisions[sum.whole] == nil {
        let hidden = sum.parts.filter { decisions[$0] != nil }.map { table.sizes[$0] }
        #expect(hidden.isEmpty || hidden.reduce(0, +) >= 10, "\(cells)")
      }
    }
  }

  @Test func `a number that is shown by mistake is found`() {
    // 4 12 12
    // 12 12 12
    let table = Small(cells: [4, 12, 12, 12, 12, 12])
    let decisions = table.suppression(10).decisions
    let withheld = Set(decisions.keys)
    #expect(decisions[0]?.part == .primary)
    #expect(withheld.count >= 4)  // two in its row and two in its column
    #expect(table.workedOut(withheld).isEmpty)
    var exposed = 0
    for place in withheld where place != 0 {
      if table.workedOut(withheld.subtracting([place])).contains(0) { exposed += 1 }
    }
    #expect(exposed > 0)
  }

  @Test func `what is known modulo a large prime is what is known`() {
    var span = LinearSpan()
    span.add([1: 1, 2: 1, 3: 1], as: 10)
    span.add([2: 1, 3: 1], as: 11)
    #expect(span.derivation(of: [1: 1]) == [10, 11])
    #expect(span.derivation(of: [1: 5]) == [10, 11])
    #expect(span.derivation(of: [2: 1]) == nil)
    span.add([2: 1, 3: -1], as: 12)
    #expect(span.derivation(of: [3: 2]) == [11, 12])
    #expect(span.derivation(of: [:]) == [])
  }
}
