import Spreadsheet

/// The program's own phrases in the languages of the forms; a translator edits the file.
struct PhrasesDefinition: Sendable {
  struct Entry: Sendable {
    var text: LanguageText
    var line: Int
  }

  var file: String
  var line: Int
  var entries: [Entry]

  init(_ mapping: DefinitionMapping) {
    file = mapping.file
    line = mapping.line
    entries = mapping.mappings("phrases").map { entry in
      let text = LanguageText(
        english: entry.text("en"), french: entry.optionalText("fr"),
        spanish: entry.optionalText("es"))
      entry.finish()
      return Entry(text: text, line: entry.line)
    }
    mapping.finish()
  }

  var translations: Translations { Translations(entries.map(\.text)) }

  /// Every phrase the program says of what was submitted.
  static var all: [String] {
    let sentences = SpreadsheetError.Sentence.allCases.filter { $0 != .unwritable }
    // Labels alone are in the languages of the definitions.
    let phrases = Phrase.allCases.filter { $0 != .labels }
    return phrases.map(\.rawValue) + sentences.map(\.rawValue)
  }
}
