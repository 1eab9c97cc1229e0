/// The terms of the field in every language of the forms, and the words of the sheets about them.
///
/// A pipeline that has it says its figures in all of these languages.
struct GlossaryDefinition: Sendable {
  /// Besides these, every unit of a figure has a word.
  enum Word: String, CaseIterable, Sendable {
    case language, definitions, glossary, code, figure, unit, definition, source, result, term
    case meaning
    case definitionsHelp = "definitions_help", glossaryHelp = "glossary_help"
    case count, percent, usd, number, days
    case contents, oneTable = "one_table"
  }

  struct Term: Sendable {
    var name: LanguageText
    var meaning: LanguageText
    var line: Int
  }

  var file: String
  var line: Int
  var words: Words<Word>
  var terms: [Term]

  init(_ mapping: DefinitionMapping) {
    file = mapping.file
    line = mapping.line
    words = Words(mapping.mapping("words"), in: mapping)
    terms = mapping.mappings("glossary").map { entry in
      let term = Term(
        name: LanguageText("term", in: entry), meaning: LanguageText("meaning", in: entry),
        line: entry.line)
      entry.finish()
      return term
    }
    mapping.finish()
  }
}
