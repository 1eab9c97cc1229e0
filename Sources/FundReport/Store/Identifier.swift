/// A table or column name that came from a definition and may stand in SQL.
struct Identifier: Hashable, Sendable, CustomStringConvertible {
  let name: String

  /// Lower-case letters, digits and underscores, beginning with a letter; anything else is nil.
  init?(_ name: String) {
    let letters = "a"..."z"
    let digits = "0"..."9"
    guard let first = name.first, letters.contains(String(first)), name.count <= 60,
      name.unicodeScalars.allSatisfy({
        letters.contains(String($0)) || digits.contains(String($0)) || $0 == "_"
      })
    else { return nil }
    self.name = name
  }

  /// Stands where a definition is wrong, which is reported; nothing bears this name.
  static let none = Identifier(unchecked: "_")

  private init(unchecked name: String) { self.name = name }

  /// The name, quoted for SQL.
  var description: String { "\"\(name)\"" }

  static let rule = "lower-case letters, digits and underscores, beginning with a letter"
}
