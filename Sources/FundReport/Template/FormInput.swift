import Spreadsheet

/// What may be typed for a field, and what the form says about it.
struct FormInput {
  var lists: FormLists
  var words: FormWords
  /// The range of the values that a field repeats, if it repeats any.
  var repeated: (SourceDefinition.Reference) -> String?

  private static let firstDay = CalendarDay(daysSince1970: 0)
  private static let lastDay = CalendarDay(daysSince1970: 47_846)  // 2100-12-31

  func rule(_ field: SourceDefinition.Field, area: CellArea) -> InputRule {
    let (kind, hint, refusal, isAdvice) = meaning(of: field)
    let need = words.text(field.need, lists.language)
    let help = field.help?.text(in: lists.language)
    // The field's own help says more than the word for its type.
    let prompt = [need.capitalisedFirst + ".", help ?? hint].joined(separator: " ")
    let label = field.label.text(in: lists.language)
    return InputRule(
      area: area, kind: kind, promptTitle: title(label),
      prompt: String(prompt.prefix(255)), refusal: refusal, isAdvice: isAdvice)
  }

  /// The label, or the words of it for which the heading of a prompt has room.
  private func title(_ label: String) -> String {
    guard label.utf16.count > 32 else { return label }
    var words = label.split(separator: " ")
    while words.count > 1, words.joined(separator: " ").utf16.count > 31 { words.removeLast() }
    return String((words.joined(separator: " ") + "…").prefix(32))
  }

  private func meaning(of field: SourceDefinition.Field)
    -> (kind: InputRule.Kind, hint: String, refusal: String, isAdvice: Bool)
  {
    let word = { (word: FormWord) in words.text(word, lists.language) }
    if let reference = field.refersTo, let range = repeated(reference) {
      return (.oneOf(range: range), word(.repeated), word(.notRepeated), true)
    }
    switch field.type {
    case .code(let list), .codes(let list):
      guard let range = lists.range(of: list) else { break }
      let isList = field.type.isList
      return (.oneOf(range: range), word(isList ? .list : .choose), word(.notInList), isList)
    case .yesNo:
      guard let range = lists.range(of: FormLists.yesNo) else { break }
      return (.oneOf(range: range), word(.choose), word(.notInList), false)
    case .date:
      let kind = InputRule.Kind.day(Self.firstDay, Self.lastDay)
      return (kind, word(.date), word(.notADate), false)
    case .whole:
      let kind = InputRule.Kind.whole((field.minimum ?? -1_000_000_000)...1_000_000_000)
      return (kind, word(.whole), word(.notWhole), false)
    case .amount, .money, .decimal:
      return (.number(atLeast: -1e14), word(.amount), word(.notANumber), false)
    case .partialDate: return (.anything, word(.partialDate), "", false)
    case .text, .texts: break
    }
    return (.anything, word(.text), "", false)
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
