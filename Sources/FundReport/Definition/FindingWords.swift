/// What a check says of a row it finds, in the languages of the forms, as its file has it.
///
/// In a text `{column}` is a value the query returns, and `{column|list}` the label of a code.
struct FindingWords: Sendable {
  enum Part: String, CaseIterable, Sendable {
    case found, expected, message
  }

  struct Text: Sendable {
    var part: Part
    /// What the query returns as `says` where this is said; nil for what it says of every row.
    var of: String?
    var text: LanguageText
    var line: Int
  }

  /// A value that a text names.
  struct Placeholder: Hashable {
    var column: String
    /// The code list whose label is meant.
    var list: String?
  }

  private(set) var texts: [Text] = []

  init(_ find: DefinitionMapping) {
    texts = Self.texts(in: find, of: nil)
    guard let says = find.mapping("says") else { return }
    for key in says.keys {
      guard let words = says.mapping(key) else { continue }
      texts += Self.texts(in: words, of: key)
      words.finish()
    }
    says.finish()
  }

  private static func texts(in mapping: DefinitionMapping, of key: String?) -> [Text] {
    Part.allCases.filter { mapping.has($0.rawValue) }.map { part in
      Text(
        part: part, of: key, text: LanguageText(part.rawValue, in: mapping),
        line: mapping.lineOf(part.rawValue))
    }
  }

  /// The keys among which the query's `says` chooses.
  var keys: Set<String> { Set(texts.compactMap(\.of)) }

  /// Whether a message stands here for every row that is found.
  var hasMessage: Bool {
    let messages = texts.filter { $0.part == .message }
    return messages.contains { $0.of == nil }
      || !keys.isEmpty && Set(messages.compactMap(\.of)) == keys
  }

  /// SQL for one part over the rows `q` of the query; nil where no text stands here for it.
  ///
  /// - Parameter returned: what the query itself returns for it, for rows without a text.
  func sql(_ part: Part, in language: Language, returned: String) -> String? {
    let own = texts.filter { $0.part == part }
    guard !own.isEmpty else { return nil }
    let always = own.first { $0.of == nil }.map { Self.sql($0.text.text(in: language), language) }
    let chosen = own.compactMap { text in
      text.of.map { key in
        "WHEN \(key.sqlLiteral) THEN \(Self.sql(text.text.text(in: language), language))"
      }
    }
    // A key nobody gave words to is shown rather than passed over.
    let rest = always ?? (part == .message ? "q.says" : returned)
    guard !chosen.isEmpty else { return rest }
    return "CASE q.says \(chosen.joined(separator: " ")) ELSE \(rest) END"
  }

  private static func sql(_ text: String, _ language: Language) -> String {
    var parts: [String] = []
    var rest = text[...]
    for match in text.matches(of: pattern) {
      parts.append(String(rest[..<match.range.lowerBound]).sqlLiteral)
      rest = text[match.range.upperBound...]
      let column = "q.\(match.output.1)"
      guard let list = match.output.2 else {
        parts.append(column)
        continue
      }
      let label = "coalesce(nullif(label_\(language.rawValue), ''), label_en)"
      parts.append(
        "coalesce((SELECT \(label) FROM list_\(list) WHERE code = \(column)), \(column))")
    }
    return (parts + [String(rest).sqlLiteral]).joined(separator: " || ")
  }

  // Made once: it is costly to make, and is only ever read.
  private nonisolated(unsafe) static let pattern = /\{([a-z_0-9]+)(?:\|([a-z_0-9]+))?\}/

  /// The values a text names.
  static func placeholders(in text: String) -> Set<Placeholder> {
    Set(
      text.matches(of: pattern).map { match in
        Placeholder(column: String(match.output.1), list: match.output.2.map(String.init))
      })
  }
}

extension String {
  /// The text as SQL writes it.
  var sqlLiteral: String { "'" + replacing("'", with: "''") + "'" }
}
