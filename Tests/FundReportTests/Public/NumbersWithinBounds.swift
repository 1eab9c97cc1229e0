/// What somebody who takes no number to be negative knows unknown numbers to be at least and at most.
struct NumbersWithinBounds {
  private var least: [String: Double]
  private var most: [String: Double] = [:]
  /// Stands for one in the sums below; sorted last, it is never solved for.
  private static let one = "~"

  /// - Parameters:
  ///   - sums: of each, the numbers in it and how many times; all are zero.
  ///   - sizes: of the numbers that are known.
  ///   - least: of those that are not, what they are at least where that is not zero.
  init(_ sums: [[String: Double]], knowing sizes: [String: Double], least: [String: Double]) {
    self.least = least
    let open: [[String: Double]] = sums.compactMap { sum in
      var open = sum.filter { sizes[$0.key] == nil }
      let known = sum.reduce(0) { $0 + $1.value * (sizes[$1.key] ?? 0) }
      if abs(known) > 0.001 { open[Self.one] = known }
      return open.keys.contains { $0 != Self.one } ? open : nil
    }
    self.least[Self.one] = 1
    most[Self.one] = 1
    // What several sums have in common bounds, too.
    let all = open + UnknownSums(sums: open).solved()
    var rounds = 0
    while rounds < 30, all.reduce(false, { narrow(by: $1) || $0 }) { rounds += 1 }
  }

  func most(_ number: String) -> Double { most[number] ?? .infinity }
  func least(_ number: String) -> Double { least[number] ?? 0 }

  private mutating func narrow(by sum: [String: Double]) -> Bool {
    var isNarrower = false
    for (number, times) in sum where number != Self.one {
      var (low, high) = (0.0, 0.0)
      for (other, factor) in sum where other != number {
        let ends = [-factor / times * least(other), -factor / times * most(other)]
        low += ends.min() ?? 0
        high += ends.max() ?? 0
      }
      if low > least(number) + 0.001 {
        least[number] = low
        isNarrower = true
      }
      if high < most(number) - 0.001 {
        most[number] = high
        isNarrower = true
      }
    }
    return isNarrower
  }
}
