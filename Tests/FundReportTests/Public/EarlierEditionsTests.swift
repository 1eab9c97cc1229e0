import Foundation
import Testing

@testable import FundReport

/// Two editions of one year tell no more than each of them: tried on every small table and what
/// becomes of it when one of its numbers is corrected.
@Suite struct EarlierEditionsTests {
  /// A number of one of two editions; where it stands unchanged it is one number.
  private struct Number: Hashable, Comparable {
    var place: Int
    var size: Int

    static func < (one: Number, other: Number) -> Bool {
      (one.place, one.size) < (other.place, other.size)
    }
  }

  /// An edition, and the places it withheld.
  private struct Edition {
    var table: SmallTable
    var withheld: Set<Int>

    init(_ table: SmallTable, after editions: [Edition] = [], ignoring: Bool = false) {
      self.table = table
      let earlier = editions.map { before in
        EarlierEdition(
          problem: before.table.problem(below: 10),
          withheld: Set(before.withheld.map(SmallTable.place)))
      }
      withheld = Set(
        Suppression(table.problem(below: 10), after: ignoring ? [] : earlier).decisions.keys)
    }

    func number(_ place: Int) -> Number { Number(place: place, size: table.sizes[place]) }
    var secrets: Set<Number> { Set(withheld.map(number)) }
    var shown: Set<Number> {
      Set(table.sizes.indices.filter { !withheld.contains($0) }.map(number))
    }
  }

  /// What one of the editions withheld and a reader of all of them can work out.
  private func workedOut(_ editions: [Edition]) -> Set<Number> {
    let shown = editions.reduce(into: Set<Number>()) { $0.formUnion($1.shown) }
    let secrets = editions.reduce(into: Set<Number>()) { $0.formUnion($1.secrets) }
    let sums = editions.flatMap { edition in
      SmallTable.sums.map { sum -> [Number: Double] in
        var unknown: [Number: Double] = [:]
        for part in sum.parts.map(edition.number) where !shown.contains(part) { unknown[part] = 1 }
        let whole = edition.number(sum.whole)
        if !shown.contains(whole) { unknown[whole] = -1 }
        return unknown
      }
    }
    return secrets.intersection(shown).union(UnknownSums(sums: sums).workedOut())
  }

  /// A table with one of its cells corrected to another size.
  private func corrections(of table: SmallTable) -> [SmallTable] {
    (0..<6).flatMap { place in
      [0, 4, 12, 30].filter { $0 != table.cells[place] }.map { size in
        var other = table
        other.cells[place] = size
        return other
      }
    }
  }

  /// A sample of the tables; FUNDREPORT_TABLES=all takes a quarter of an hour.
  private var tables: [SmallTable] {
    let takesAll = ProcessInfo.processInfo.environment["FUNDREPORT_TABLES"] == "all"
    return SmallTable.all.enumerated().filter { takesAll || $0.offset % 11 == 2 }.map(\.element)
  }

  @Test func `what one edition withheld does not follow from two of them`() {
    var careless = 0
    for table in tables {
      let first = Edition(table)
      for correction in corrections(of: table) {
        let second = Edition(correction, after: [first])
        let found = workedOut([first, second])
        #expect(found.isEmpty, "\(table.cells) then \(correction.cells): \(found)")
        let alone = Edition(correction, after: [first], ignoring: true)
        if !workedOut([first, alone]).isEmpty { careless += 1 }
      }
    }
    // Held against nothing, the second edition gives something away many times.
    #expect(careless > 20)
  }

  @Test func `nor from three`() {
    for table in tables {
      let first = Edition(table)
      for (place, correction) in corrections(of: table).enumerated() where place % 7 == 0 {
        let second = Edition(correction, after: [first])
        var last = correction
        last.cells[4] = 40
        let third = Edition(last, after: [first, second])
        let found = workedOut([first, second, third])
        #expect(found.isEmpty, "\(table.cells), \(correction.cells), \(last.cells): \(found)")
      }
    }
  }

  @Test func `an edition that is made again is the same`() {
    for table in tables {
      let first = Edition(table)
      #expect(Edition(table, after: [first]).withheld == first.withheld, "\(table.cells)")
    }
  }

  @Test func `a number that was shown is not withheld while it stands unchanged`() {
    // 20 in one row was shown; its rule is stricter now.
    let table = SmallTable(cells: [20, 30, 40, 50, 60, 70])
    let before = EarlierEdition(problem: table.problem(below: 10), withheld: [])
    #expect(Suppression(table.problem(below: 25)).decisions[0] != nil)
    #expect(Suppression(table.problem(below: 25), after: [before]).decisions.isEmpty)
  }
}
