import Testing

@testable import FundReport

/// Nothing that is withheld can be worked out: tried on every table of two rows and three columns.
@Suite struct WorkedOutTests {
  private func decisions(_ table: SmallTable) -> [Int: Suppression.Decision] {
    Suppression(table.problem(below: 10)).decisions
  }

  @Test func `no small number of any small table follows from what is shown`() {
    for table in SmallTable.all {
      let (cells, decisions) = (table.cells, decisions(table))
      let small = table.sizes.indices.filter { (1..<10).contains(table.sizes[$0]) }
      for place in small { #expect(decisions[place]?.part == .primary, "\(cells)") }
      let found = SmallTable.workedOut(Set(decisions.keys))
      #expect(found.isEmpty, "\(cells): \(decisions.keys.sorted())")
      // With few withheld, their sum is no secret; it must not be small itself.
      for sum in SmallTable.sums.suffix(2) where decisions[sum.whole] == nil {
        let hidden = sum.parts.filter { decisions[$0] != nil }.map { table.sizes[$0] }
        #expect(hidden.isEmpty || hidden.reduce(0, +) >= 10, "\(cells)")
      }
    }
  }

  @Test func `a number that is shown by mistake is found`() {
    // 4 12 12
    // 12 12 12
    let decisions = decisions(SmallTable(cells: [4, 12, 12, 12, 12, 12]))
    let withheld = Set(decisions.keys)
    #expect(decisions[0]?.part == .primary)
    #expect(withheld.count >= 4)  // two in its row and two in its column
    #expect(SmallTable.workedOut(withheld).isEmpty)
    var exposed = 0
    for place in withheld where place != 0 {
      if SmallTable.workedOut(withheld.subtracting([place])).contains(0) { exposed += 1 }
    }
    #expect(exposed > 0)
  }

  @Test func `nor is it known more nearly than that it is small`() {
    // In what order columns stand makes no difference to speak of.
    for table in SmallTable.all where table.cells[0...2].sorted() == Array(table.cells[0...2]) {
      let withheld = Set(decisions(table).keys)
      for place in withheld where (1..<10).contains(table.sizes[place]) {
        #expect(table.leaves(9, of: place, withheld), "\(table.cells): \(place)")
      }
    }
    // 4 4 12 in a row of 20: shown by mistake, the 12 leaves 1 to 7.
    let table = SmallTable(cells: [4, 4, 12, 12, 12, 12])
    #expect(table.leaves(7, of: 0, [0, 1, 3, 4]))
    #expect(!table.leaves(8, of: 0, [0, 1, 3, 4]))
  }

  @Test func `what one figure says twice, with different signs, does not cancel out`() {
    // The first less the second is what the third lacks; one figure shows both.
    var span = LinearSpan()
    span.add([1: 1, 2: -1, 3: -1], toldBy: nil)
    span.add([1: 1], toldBy: 10)
    span.add([2: 1], toldBy: 10)
    #expect(span.derivation(of: [3: 1]) == [10])
  }

  @Test func `what is known modulo a large prime is what is known`() {
    var span = LinearSpan()
    span.add([1: 1, 2: 1, 3: 1], toldBy: 10)
    span.add([2: 1, 3: 1], toldBy: 11)
    #expect(span.derivation(of: [1: 1]) == [10, 11])
    #expect(span.derivation(of: [1: 5]) == [10, 11])
    #expect(span.derivation(of: [2: 1]) == nil)
    span.add([2: 1, 3: -1], toldBy: 12)
    #expect(span.derivation(of: [3: 2]) == [11, 12])
    #expect(span.derivation(of: [:]) == [])
  }
}
