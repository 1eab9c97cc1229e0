/// How alike two names are, whatever the order of their words.
enum NameSimilarity {
  /// The part of the letters that stand in words both have, 0 to 100.
  ///
  /// A word also counts where at most a quarter of its letters differ. Words are parted by spaces.
  /// Of a text that is no name the beginning is compared: the work grows with the square of it.
  static func score(_ one: String, _ other: String) -> Double {
    let first = words(one)
    var left = words(other)
    let letters = (first + left).reduce(0) { $0 + $1.count }
    guard letters > 0 else { return 0 }
    var shared = 0.0
    // Equal words first, so that none of them is used up by one that is merely near.
    var waiting: [[Unicode.Scalar]] = []
    for word in first {
      guard let index = left.firstIndex(of: word) else {
        waiting.append(word)
        continue
      }
      left.remove(at: index)
      shared += Double(2 * word.count)
    }
    for word in waiting {
      let near = left.indices.map { ($0, EditDistance.between(word, left[$0])) }
        .filter { 4 * $0.1 <= max(word.count, left[$0.0].count) }
        .min { $0.1 < $1.1 }
      guard let (index, distance) = near else { continue }
      let count = word.count + left[index].count
      shared += Double(count) * (1 - Double(distance) / Double(max(word.count, left[index].count)))
      left.remove(at: index)
    }
    return 100 * shared / Double(letters)
  }
  private static func words(_ text: String) -> [[Unicode.Scalar]] {
    text.unicodeScalars.prefix(400).split(separator: " ").map(Array.init)
  }
}
