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
  /// Every spelling of the lists in which no code is retired, as it stands there.
  private let plainSpellings: [String: [String: String]]
  /// The reporting year of the form, by which a retired code is still in use or no longer; nil
  /// where none is retired, as in registers.
  var year: Int?

  init(_ lists: [CodeList]) {
    self.lists = Dictionary(
      lists.map { ($0.name.name, $0) }, uniquingKeysWith: { first, _ in first })
    plainSpellings = self.lists.filter { !$0.value.hasRetired }.mapValues(\.bySpelling)
  }

  /// A value, a problem, or both: a dropped time leaves the day.
  struct Outcome {
    var value: LandedValue = .null
    var problem: (kind: ReadingProblem.Kind, expected: Wording, message: Wording)?

    static func wrong(
      _ kind: ReadingProblem.Kind = .wrongCell, expected: Wording, _ message: Wording
    ) -> Outcome { Outcome(problem: (kind, expected, message)) }

    static func wrong(
      _ kind: ReadingProblem.Kind = .wrongCell, expected: Phrase, _ message: Phrase,
      _ values: [String: Wording.Value] = [:]
    ) -> Outcome {
      wrong(kind, expected: Wording(expected, values), Wording(message, values))
    }
  }

  func read(_ cell: Cell?, _ field: SourceDefinition.Field, of source: SourceDefinition) -> Outcome
  {
    guard let cell, !CellText.isBlank(cell.value) else { return Outcome() }
    if case .error(let error) = cell.value {
      let phrase = cell.isFormula ? Phrase.formulaWithoutResult : .errorValue
      return .wrong(expected: expectation(field), Wording(phrase, ["error": .text(error)]))
    }
    switch field.type {
    case .text: return text(cell, field)
    case .texts: return list(cell, field) { .text($0) }
    case .code(let list): return code(CellText.shown(cell.value).trimmed, list, field)
    case .codes(let list): return self.list(cell, field) { self.code($0, list, field).asElement }
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
        expected: .aText, .textIsDate, ["label": .words(field.label), "day": .text("\(day)")])
    }
    let text = CellText.shown(cell.value).trimmed
    // The database would end the text there.
    guard !text.utf8.contains(0) else {
      return .wrong(
        expected: .aText, .nulCharacter)
    }
    let length = StoredText.length(of: text)
    guard length <= StoredText.limit else {
      return .wrong(
        expected: .shortText, .tooLong,
        ["count": .text(length), "limit": .text(StoredText.limit)])
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

  private func code(_ text: String, _ list: String, _ field: SourceDefinition.Field) -> Outcome {
    if let code = plainSpellings[list]?[text] { return Outcome(value: .text(code)) }
    guard let codes = lists[list] else { return Outcome(value: .text(text)) }
    var values: [String: Wording.Value] = [
      "text": .text(CellText.quoted(.text(text))), "list": name(of: list, field),
    ]
    if let code = codes.code(spelt: text) {
      guard let year, let retired = codes.retirement(of: code), year >= retired.year else {
        return Outcome(value: .text(code))
      }
      values["year"] = .text(retired.year)
      guard let successor = retired.successor else {
        return .wrong(.unknownCode, expected: .codeOfList, .retiredWithoutSuccessor, values)
      }
      values["successor"] = .text(successor.code)
      values["code"] = values["successor"]
      values["label"] = .words(successor.labels)
      return .wrong(.unknownCode, expected: .codeInUse, .retiredCode, values)
    }
    let offered = codes.codes(in: year)
    var choices = LanguageText.list(offered.map(\.labels))
    choices.english = offered.map(\.code).joined(separator: ", ")
    values["codes"] = .words(choices)
    let expected: Phrase = offered.count <= 16 ? .oneOf : .codeOfList
    guard let nearest = codes.nearest(to: text, in: year) else {
      return .wrong(.unknownCode, expected: expected, .noCode, values)
    }
    values["code"] = .text(nearest.code)
    values["label"] = .words(nearest.labels)
    return .wrong(.unknownCode, expected: expected, .nearCode, values)
  }

  /// What a list is called: by the field, as forms title their lists; in a file whose fields have
  /// no labels as its own file is.
  private func name(of list: String, _ field: SourceDefinition.Field) -> Wording.Value {
    var name = field.label
    name.english = name.english == field.name.name ? list : "“\(name.english)”"
    return .words(name)
  }

  private func yesNo(_ value: CellValue) -> Outcome {
    if case .boolean(let flag) = value { return Outcome(value: .integer(flag ? 1 : 0)) }
    switch FoldedText.code(CellText.shown(value)) {
    case "yes", "oui", "si", "true": return Outcome(value: .integer(1))
    case "no", "non", "false": return Outcome(value: .integer(0))
    case "unknown", "inconnu", "desconocido": return Outcome()
    default:
      return .wrong(
        expected: .yesNoOrUnknown, .notYesNo, ["text": .text(CellText.quoted(value))])
    }
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
        expected: .date, .bareNumber, ["number": .text(DecimalText.shortest(number))])
    default: break
    }
    return .wrong(expected: .date, .notADate, ["text": .text(CellText.quoted(value))])
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
    outcome.problem?.expected = Wording(.partialDate)
    if outcome.problem?.message.phrase == Phrase.notADate.rawValue {
      outcome.problem?.message.phrase = Phrase.notAPartialDate.rawValue
    }
    return outcome
  }

  private func outcome(_ day: CalendarDay, hasTime: Bool) -> Outcome {
    guard 1900...9999 ~= day.year else {
      return .wrong(expected: .date, .impossibleYear, ["year": .text(day.year)])
    }
    guard hasTime else { return Outcome(value: .text("\(day)")) }
    return Outcome(
      value: .text("\(day)"),
      problem: (
        .droppedTime, Wording(.dateAlone), Wording(.droppedTime, ["day": .text("\(day)")])
      ))
  }

  private func expectation(_ field: SourceDefinition.Field) -> Wording {
    switch field.type {
    case .text, .texts: Wording(.aText)
    case .code(let list), .codes(let list): Wording(.codeOfList, ["list": name(of: list, field)])
    case .yesNo: Wording(.yesNoOrUnknown)
    case .whole: Wording(.wholeNumber)
    case .amount, .money, .decimal: Wording(.number)
    case .date, .partialDate: Wording(.date)
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
