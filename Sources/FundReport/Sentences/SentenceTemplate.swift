/// A sentence of one language with places for its numbers.
///
/// `{value}` is a number, `{value|agreement|agreements}` one of two forms that follows from it. What
/// stands in `[…]` drops out as a whole where one of its numbers is missing.
struct SentenceTemplate: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case words(String)
    case place(String)
    case form(of: String, singular: String, plural: String)
    case optional([Part])
  }

  /// What is wrong with a template, in words.
  struct Problem: Error, Hashable {
    var description: String
  }

  private(set) var parts: [Part]

  init(_ text: String) throws(Problem) {
    var rest = Substring(text)
    parts = try Self.parts(&rest, isInside: false)
  }

  private static func parts(_ rest: inout Substring, isInside: Bool) throws(Problem) -> [Part] {
    var found: [Part] = []
    while let next = rest.first, !(isInside && next == "]") {
      switch next {
      case "{": found.append(try place(&rest))
      case "[":
        guard !isInside else { throw Problem(description: "a bracket stands within a bracket") }
        rest.removeFirst()
        found.append(.optional(try parts(&rest, isInside: true)))
        guard rest.popFirst() == "]" else {
          throw Problem(description: "a bracket is opened with `[` and not closed")
        }
      case "]", "}":
        throw Problem(description: "`\(next)` closes nothing")
      default:
        let words = rest.prefix { !"{}[]".contains($0) }
        rest = rest.dropFirst(words.count)
        found.append(.words(String(words)))
      }
    }
    return found
  }

  private static func place(_ rest: inout Substring) throws(Problem) -> Part {
    let inside = rest.dropFirst().prefix { !"{}[]".contains($0) }
    rest = rest.dropFirst(1 + inside.count)
    guard rest.popFirst() == "}" else {
      throw Problem(description: "a place is opened with `{` and not closed")
    }
    let words = inside.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    switch words.count {
    case 1: return .place(words[0])
    case 3: return .form(of: words[0], singular: words[1], plural: words[2])
    default:
      throw Problem(
        description: "`{\(inside)}` has \(words.count - 1) forms; expected the singular and the "
          + "plural, as in `{value|agreement|agreements}`")
    }
  }

  /// Names of the places, and whether each stands in brackets.
  var places: [(name: String, isOptional: Bool)] { Self.places(parts, isOptional: false) }

  private static func places(_ parts: [Part], isOptional: Bool) -> [(String, Bool)] {
    parts.flatMap { part -> [(String, Bool)] in
      switch part {
      case .words: []
      case .place(let name), .form(let name, _, _): [(name, isOptional)]
      case .optional(let parts): places(parts, isOptional: true)
      }
    }
  }

  /// The sentence with its numbers; nil where one outside brackets is missing.
  func filled(_ numbers: [String: SaidNumber]) -> String? { Self.filled(parts, numbers) }

  private static func filled(_ parts: [Part], _ numbers: [String: SaidNumber]) -> String? {
    var text = ""
    for part in parts {
      switch part {
      case .words(let words): text += words
      case .place(let name):
        guard let number = numbers[name] else { return nil }
        text += number.text
      case .form(let name, let singular, let plural):
        guard let number = numbers[name] else { return nil }
        text += number.isSingular ? singular : plural
      case .optional(let parts): text += filled(parts, numbers) ?? ""
      }
    }
    return text
  }
}
