/// A model's SELECT taken apart: one text per column, and what decides which rows there are.
struct SelectText {
  /// Expressions in the order of the model's columns; empty where they cannot be told apart.
  var expressions: [String] = []
  /// What stands before and after the expressions, or all of it.
  var rest: String

  /// Comments and white space do not count.
  init(_ sql: String, columns: Int) {
    let tokens = Self.tokens(sql)
    rest = tokens.map(\.text).joined(separator: " ")
    let isAtTop = { (word: String) in
      { (token: Token) in token.depth == 0 && token.text.lowercased() == word }
    }
    let combined = ["union", "intersect", "except", "distinct"]
    guard let select = tokens.lastIndex(where: isAtTop("select")),
      !tokens.contains(where: { $0.depth == 0 && combined.contains($0.text.lowercased()) }),
      let from = tokens[select...].firstIndex(where: isAtTop("from"))
    else { return }
    let list = tokens[(select + 1)..<from]
    let parts = list.split { $0.depth == 0 && $0.text == "," }
      .map { $0.map(\.text).joined(separator: " ") }
    guard parts.count == columns else { return }
    expressions = parts
    rest = (tokens[..<select] + tokens[from...]).map(\.text).joined(separator: " ")
  }

  /// The same text with spaces for comments, so that every line stays where it is.
  static func withoutComments(_ sql: String) -> String {
    var bytes = Array(sql.utf8)
    var index = 0
    let starts = { (text: StaticString, place: Int) in
      let rest = bytes[place...]
      return text.withUTF8Buffer { rest.starts(with: $0) }
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        index = (bytes[(index + 1)...].firstIndex(of: byte) ?? bytes.count - 1) + 1
      } else if starts("--", index) || starts("/*", index) {
        let isLine = byte == UInt8(ascii: "-")
        let start = index
        index += isLine ? 0 : 2
        while index < bytes.count, isLine ? bytes[index] != 0x0A : !starts("*/", index) {
          index += 1
        }
        index = isLine ? index : min(bytes.count, index + 2)
        for place in start..<index where bytes[place] != 0x0A { bytes[place] = 0x20 }
      } else {
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The names and key words of a text.
  static func words(_ text: String) -> Set<String> {
    Set(tokens(text).map { $0.text.lowercased() })
  }

  private struct Token {
    var text: String
    /// How many parentheses are open around it.
    var depth: Int
  }

  private static func tokens(_ sql: String) -> [Token] {
    var tokens: [Token] = []
    var depth = 0
    var rest = Substring(sql)
    while let character = rest.first {
      if rest.hasPrefix("--") {
        rest = rest.drop { $0 != "\n" }
      } else if character.isWhitespace {
        rest.removeFirst()
      } else if character == "'" || character == "\"" {
        let quoted = rest.dropFirst().prefix { $0 != character }
        tokens.append(Token(text: "\(character)\(quoted)\(character)", depth: depth))
        rest = rest.dropFirst(quoted.count + 2)
      } else if character.isLetter || character.isNumber || character == "_" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        tokens.append(Token(text: String(word), depth: depth))
        rest = rest.dropFirst(word.count)
      } else {
        if character == ")" { depth -= 1 }
        tokens.append(Token(text: String(character), depth: depth))
        if character == "(" { depth += 1 }
        rest.removeFirst()
      }
    }
    return tokens
  }
}
