import Spreadsheet

/// What a cell lands as.
enum LandedValue: Hashable {
  case null
  case integer(Int64)
  case text(String)
  case list([String])
}

/// Reads single cells by the type of their field.
struct CellReading {
  var lists: [String: CodeList]

  init(_ lists: [CodeList]) {
    self.lists = Dictionary(
      lists.map { ($0.name.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A value, a problem, or both: a dropped time leaves the day.
  struct Outcome {
    var value: LandedValue = .null
    var problem: (kind: ReadingProblem.Kind, expected: String, message: String)?

    static func wrong(
      _ kind: ReadingProblem.Kind = .wrongCell, expected: String, _ message: String
    ) -> Outcome { Outcome(problem: (kind, expected, message)) }
  }

  func read(_ cell: Cell?, _ field: SourceDefinition.Field, of source: SourceDefinition) -> Outcome
  {
    guard let cell, !CellText.isBlank(cell.value) else { return Outcome() }
    if case .error(let error) = cell.value {
      let message =
        cell.isFormula
        ? "the formula has no usable result (\(error)); mend it or type the value"
        : "the cell holds \(error), which is no value here; type the value"
      return .wrong(expected: expectation(field), message)
    }
    switch field.type {
    case .text: return text(cell, field)
    case .texts: return list(cell, field) { .text($0) }
    case .code(let list): return code(CellText.shown(cell.value).trimmed, list)
    case .codes(let list): return self.list(cell, field) { self.code($0, list).asElement }
    case .yesNo: return yesNo(cell.value)
    case .whole: return whole(cell.value, field, source)
    case .amount: return scaled(cell.value, source, places: 4)
    case .money: return scaled(cell.value, source, places: 2)
    case .decimal: return decimal(cell.value, source)
    case .date: return date(cell.value, source.dateOrder)
    case .partialDate: return partialDate(cell.value, source.dateOrder)
    }
  }

  private func text(_ cell: Cell, _ field: SourceDefinition.Field) -> Outcome {
    if case .date(let day, _) = cell.value {
      return .wrong(
        expected: "a text",
        "“\(field.label.english)” is the date \(day); if a code or reference was meant, format the "
          + "cell as text and type it again")
    }
    let text = CellText.shown(cell.value).trimmed
    // The database would end the text there.
    guard !text.utf8.contains(0) else {
      return .wrong(
        expected: "a text", "the text holds the character NUL, which no text has; type it again")
    }
    let length = StoredText.length(of: text)
    guard length <= StoredText.limit else {
      return .wrong(
        expected: "at most \(StoredText.limit) characters",
        "the text has \(length) characters, more than a cell of a workbook holds; shorten it to at "
          + "most \(StoredText.limit)")
    }
    return Outcome(value: .text(text))
  }

  private func list(
    _ cell: Cell, _ field: SourceDefinition.Field, _ element: (String) -> ElementOutcome
  ) -> Outcome {
    var values: [String] = []
    for part in CellText.shown(cell.value).split(separator: ";") {
      let part = String(part).trimmed
      if part.isEmpty { continue }
      switch element(part) {
      case .text(let value): if !values.contains(value) { values.append(value) }
      case .wrong(let outcome): return outcome
      }
    }
    return Outcome(value: values.isEmpty ? .null : .list(values))
  }

  private func code(_ text: String, _ list: String) -> Outcome {
    guard let codes = lists[list] else { return Outcome(value: .text(text)) }
    if let code = codes.code(spelt: text) { return Outcome(value: .text(code)) }
    let nearest = codes.nearest(to: text)
    let expected =
      codes.codes.count <= 16
      ? "one of " + codes.codes.map(\.code).joined(separator: ", ")
      : "a code of the list \(list)"
    let hint = nearest.map { "; did you mean \($0)?" } ?? "; choose a code from the list \(list)"
    let quoted = CellText.quoted(.text(text))
    return .wrong(.unknownCode, expected: expected, "“\(quoted)” is not in the list \(list)\(hint)")
  }

  private func yesNo(_ value: CellValue) -> Outcome {
    if case .boolean(let flag) = value { return Outcome(value: .integer(flag ? 1 : 0)) }
    switch FoldedText.code(CellText.shown(value)) {
    case "yes", "oui", "si", "true": return Outcome(value: .integer(1))
    case "no", "non", "false": return Outcome(value: .integer(0))
    case "unknown", "inconnu", "desconocido": return Outcome()
    default:
      return .wrong(
        expected: "yes, no or unknown",
        "“\(CellText.quoted(value))” is neither yes, no nor unknown; choose one of them or leave "
          + "the cell empty for unknown")
    }
  }

  private func number(_ value: CellValue, _ source: SourceDefinition) -> DecimalNumber? {
    switch value {
    case .number(let number): DecimalNumber(DecimalText.shortest(number))
    case .text(let text) where source.allowsExponents: DecimalNumber(withExponent: text.trimmed)
    case .text(let text): DecimalNumber(text.trimmed)
    default: nil
    }
  }

  private func notANumber(_ value: CellValue) -> Outcome {
    .wrong(
      expected: "a number such as 1200.50",
      "“\(CellText.quoted(value))” is not a plain number; type digits with a decimal point, without "
        + "thousands separators or currency")
  }

  /// The sums of all files, of amounts in 1/10 000 and of USD in cents, must fit 64 bits.
  fileprivate static let largestAmount: UInt64 = 1_000_000_000_000
  private static let largestCount: UInt64 = 1_000_000_000

  private func scaled(_ value: CellValue, _ source: SourceDefinition, places: Int) -> Outcome {
    guard let number = number(value, source) else { return notANumber(value) }
    guard let scaled = number.scaled(places: places),
      scaled.value.magnitude <= Self.largestAmount * (places == 4 ? 10_000 : 100)
    else {
      return .wrong(
        expected: "a number up to 1,000,000,000,000",
        "\(CellText.quoted(value)) is larger than any amount; correct the number")
    }
    guard !scaled.isExact else { return Outcome(value: .integer(scaled.value)) }
    return Outcome(
      value: .integer(scaled.value),
      problem: (
        .rounded, "at most \(places) decimals",
        "the amount has more than \(places) decimals and was rounded half-even to \(places); type "
          + "the amount that was paid or agreed"
      ))
  }

  private func whole(
    _ value: CellValue, _ field: SourceDefinition.Field, _ source: SourceDefinition
  ) -> Outcome {
    guard let number = number(value, source), let scaled = number.scaled(places: 0), scaled.isExact
    else {
      return .wrong(
        expected: "a whole number",
        "“\(CellText.quoted(value))” is not a whole number; type digits only")
    }
    guard scaled.value.magnitude <= Self.largestCount else {
      return .wrong(
        expected: "a whole number up to 1,000,000,000",
        "\(CellText.quoted(value)) is larger than any count; correct the number")
    }
    if let minimum = field.minimum, scaled.value < minimum {
      return .wrong(
        .tooSmall, expected: "\(minimum) or more",
        "\(scaled.value) is below \(minimum); correct the number")
    }
    return Outcome(value: .integer(scaled.value))
  }

  private func decimal(_ value: CellValue, _ source: SourceDefinition) -> Outcome {
    guard let number = number(value, source) else { return notANumber(value) }
    return Outcome(value: .text(number.text))
  }

  private func date(_ value: CellValue, _ order: SourceDefinition.DateOrder) -> Outcome {
    switch value {
    case .date(let day, let seconds): return outcome(day, hasTime: seconds != 0)
    case .text(let text):
      if let (day, hasTime) = DateText.parse(text.trimmed, order: order) {
        return outcome(day, hasTime: hasTime)
      }
    case .number(let number):
      return .wrong(
        expected: "a date such as 2025-03-31",
        "\(DecimalText.shortest(number)) is a bare number where a date belongs; format the cell as "
          + "a date and check the day it shows")
    default: break
    }
    return .wrong(
      expected: "a date such as 2025-03-31",
      "“\(CellText.quoted(value))” is not a date; type the day as a date, or as year-month-day")
  }

  /// A whole number from 1990 to 2100 is a year, `2025-03` a month; anything else must be a date.
  private func partialDate(_ value: CellValue, _ order: SourceDefinition.DateOrder) -> Outcome {
    let text = CellText.shown(value).trimmed
    if case .date = value { return date(value, order) }
    if text.utf8.count == 4, let year = Int(text), (1990...2100).contains(year) {
      return Outcome(value: .text(text))
    }
    if text.utf8.count == 7, CalendarDay(iso8601: text + "-01") != nil {
      return Outcome(value: .text(text))
    }
    var outcome = date(value, order)
    outcome.problem?.expected = "a date such as 2025-03-31, a month such as 2025-03, or a year"
    return outcome
  }

  private func outcome(_ day: CalendarDay, hasTime: Bool) -> Outcome {
    guard 1900...9999 ~= day.year else {
      return .wrong(
        expected: "a date such as 2025-03-31",
        "the year \(day.year) cannot be meant; correct the date")
    }
    guard hasTime else { return Outcome(value: .text("\(day)")) }
    return Outcome(
      value: .text("\(day)"),
      problem: (
        .droppedTime, "a date without a time",
        "the date has a time of day, which was dropped: it counts as \(day); nothing needs mending "
          + "if that is the day"
      ))
  }

  private func expectation(_ field: SourceDefinition.Field) -> String {
    switch field.type {
    case .text, .texts: "a text"
    case .code(let list), .codes(let list): "a code of the list \(list)"
    case .yesNo: "yes, no or unknown"
    case .whole: "a whole number"
    case .amount, .money, .decimal: "a number such as 1200.50"
    case .date, .partialDate: "a date such as 2025-03-31"
    }
  }

  fileprivate enum ElementOutcome {
    case text(String)
    case wrong(Outcome)
  }
}

extension CellReading.Outcome {
  fileprivate var asElement: CellReading.ElementOutcome {
    if case .text(let text) = value { return .text(text) }
    return .wrong(self)
  }
}

extension FieldType {
  /// What the amounts of one column may add up to: ten times the largest of them, as landed.
  var largestTotal: UInt64? {
    switch self {
    case .amount: CellReading.largestAmount * 10 * 10_000
    case .money: CellReading.largestAmount * 10 * 100
    default: nil
    }
  }
}

extension CellReading.Outcome {
  static func tooLargeTotal(_ value: CellValue?) -> Self {
    .wrong(
      expected: "a column that adds up to at most 10,000,000,000,000",
      "with \(CellText.quoted(value)) the column adds up to more than any programme passes on; "
        + "correct the number")
  }
}
