/// What follows by sums and differences from what is known.
///
/// A vector says how many times each quantity is taken. Calculation is modulo a large prime, so that
/// nothing is rounded; that one seems to follow from others by chance is as good as impossible, and
/// would only withhold a number too much.
struct LinearSpan {
  typealias Vector = [Int: Int]

  private struct BasisRow {
    var pivot: Int
    var terms: [Int: UInt64]
    /// Which known vectors it is made of.
    var sources: [Int: UInt64]
  }

  private static let prime: UInt64 = 2_147_483_647
  private var basis: [Int: BasisRow] = [:]
  /// Who told each known vector.
  private var tellers: [Int] = []

  /// Adds a known vector that somebody tells; nobody, where it is known anyway.
  mutating func add(_ vector: Vector, toldBy teller: Int?) {
    var (terms, sources) = reduced(vector)
    guard let pivot = terms.keys.min(), let leading = terms[pivot] else { return }
    if let teller {
      // Each under a number of its own: what one tells twice, with different signs, would cancel out.
      sources[tellers.count] = 1
      tellers.append(teller)
    }
    let inverse = Self.inverse(of: leading)
    terms = terms.mapValues { $0 * inverse % Self.prime }
    sources = sources.mapValues { $0 * inverse % Self.prime }
    basis[pivot] = BasisRow(pivot: pivot, terms: terms, sources: sources)
  }

  /// Who tells the known vectors that give this one away, nil when none do.
  func derivation(of vector: Vector) -> [Int]? {
    let (terms, sources) = reduced(vector)
    return terms.isEmpty ? Set(sources.keys.map { tellers[$0] }).sorted() : nil
  }

  /// What is left of a vector, and what was taken off.
  private func reduced(_ vector: Vector) -> (terms: [Int: UInt64], sources: [Int: UInt64]) {
    var terms: [Int: UInt64] = [:]
    for (term, times) in vector where times != 0 {
      terms[term] = times > 0 ? UInt64(times) : Self.prime - UInt64(-times)
    }
    var sources: [Int: UInt64] = [:]
    var waiting = terms.keys.sorted()
    var index = 0
    while index < waiting.count {
      let pivot = waiting[index]
      index += 1
      guard let factor = terms[pivot], let row = basis[pivot] else { continue }
      let negative = Self.prime - factor
      var isNew = false
      for (term, times) in row.terms {
        let sum = Self.plus(terms[term] ?? 0, times * negative % Self.prime)
        if terms[term] == nil {
          waiting.append(term)
          isNew = true
        }
        terms[term] = sum == 0 ? nil : sum
      }
      for (source, times) in row.sources {
        let sum = Self.plus(sources[source] ?? 0, times * negative % Self.prime)
        sources[source] = sum == 0 ? nil : sum
      }
      if isNew { waiting[index...].sort() }
    }
    return (terms, sources)
  }

  private static func plus(_ one: UInt64, _ other: UInt64) -> UInt64 { (one + other) % prime }

  /// By Fermat: the power to the prime less two.
  private static func inverse(of number: UInt64) -> UInt64 {
    var result: UInt64 = 1
    var base = number
    var exponent = prime - 2
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
