/// HTML under construction.
///
/// What comes from definitions and data is text or the value of an attribute, and is escaped; names
/// of elements and attributes stand in the program.
struct HTMLText {
  private(set) var text = ""
  private var numbers = 0

  /// An element with what the closure puts into it, on lines of its own.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ fill: (inout HTMLText) -> Void
  ) {
    text += Self.opening(name, attributes) + "\n"
    fill(&self)
    text += "</\(name)>\n"
  }

  /// An element with a text.
  mutating func element(_ name: StaticString, _ words: String) { element(name, [:], words) }

  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ words: String
  ) {
    text += Self.opening(name, attributes) + Self.escaped(words) + "</\(name)>\n"
  }

  /// An element that holds nothing, such as `meta`.
  mutating func empty(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) {
    text += Self.opening(name, attributes) + "\n"
  }

  mutating func words(_ words: String) { text += Self.escaped(words) + "\n" }

  /// What is markup already: a drawing, a style sheet.
  mutating func markup(_ markup: String) { text += markup }

  /// A name for an element that nothing else on the page has.
  mutating func newID() -> String {
    numbers += 1
    return "n\(numbers)"
  }

  private static func opening(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
  ) -> String {
    "<\(name)" + attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined() + ">"
  }

  /// For texts and attributes alike; control characters, which HTML has no place for, are left out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}"..."\u{9F}": break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
