/// What a cell of a field holds, and how it lands.
enum FieldType: Hashable, Sendable {
  /// Any text; lands as typed, ends trimmed.
  case text
  /// Several texts separated by `;`.
  case texts
  /// A code of a code list; lands as the code.
  case code(list: String)
  /// Several codes separated by `;`.
  case codes(list: String)
  /// Lands as 1, 0 or NULL for unknown.
  case yesNo
  /// A whole number.
  case whole
  /// An amount in any currency; lands as INTEGER 1/10 000 of the unit.
  case amount
  /// An amount in USD; lands as INTEGER cents.
  case money
  /// An exact decimal of any length; lands as TEXT.
  case decimal
  /// A calendar day; lands as TEXT `YYYY-MM-DD`.
  case date
  /// A calendar day, or only its month or year; lands as TEXT `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
  case partialDate

  init?(_ text: String) {
    switch text {
    case "text": self = .text
    case "texts": self = .texts
    case "yes_no": self = .yesNo
    case "whole": self = .whole
    case "amount": self = .amount
    case "money": self = .money
    case "decimal": self = .decimal
    case "date": self = .date
    case "partial_date": self = .partialDate
    default:
      guard text.hasSuffix(")"), let open = text.firstIndex(of: "(") else { return nil }
      let list = String(text[text.index(after: open)...].dropLast())
      switch text[..<open] {
      case "code": self = .code(list: list)
      case "codes": self = .codes(list: list)
      default: return nil
      }
    }
  }

  static let known =
    "text, texts, code(LIST), codes(LIST), yes_no, whole, amount, money, decimal, date, "
    + "partial_date"

  /// The code list the field needs, if any.
  var list: String? {
    switch self {
    case .code(let list), .codes(let list): list
    default: nil
    }
  }

  /// Whether a cell may hold several values.
  var isList: Bool {
    switch self {
    case .texts, .codes: true
    default: false
    }
  }

  /// The column type in a STRICT table.
  var sqlType: String {
    switch self {
    case .yesNo, .whole, .amount, .money: "INTEGER"
    case .text, .texts, .code, .codes, .decimal, .date, .partialDate: "TEXT"
    }
  }
}
