/// What the report says of a figure, in each language.
struct SentenceDefinition: Sendable {
  struct Entry: Sendable {
    var language: Language
    var template: SentenceTemplate
    var line: Int
  }

  var entries: [Entry]

  /// Reads `sentence: { en: …, fr: …, es: … }`; a language that is missing is a mistake.
  init(_ mapping: DefinitionMapping) {
    entries = Language.allCases.compactMap { language in
      let text = mapping.text(language.rawValue).trimmed
      guard !text.isEmpty else { return nil }
      do throws(SentenceTemplate.Problem) {
        let template = try SentenceTemplate(text)
        return Entry(
          language: language, template: template, line: mapping.lineOf(language.rawValue))
      } catch {
        mapping.wrong(language.rawValue, error.description)
        return nil
      }
    }
    mapping.finish()
  }

  func template(in language: Language) -> SentenceTemplate? {
    entries.first { $0.language == language }?.template
  }
}

/// Where the numbers of all sentences come from, and what is said in place of one that is withheld.
struct SentencesDefinition: Sendable {
  /// Numbers that every figure may have, by the columns of the view.
  static let numbers = ["year", "value", "last_year", "last_value"]
  /// Those of shares.
  static let parts = ["numerator", "denominator", "last_numerator", "last_denominator"]
  /// What else the view says of a figure.
  static let others = ["indicator", "dimension", "category", "unit", "in_usd", "withheld"]

  var file: String
  var line: Int
  /// The view with the numbers of each sentence.
  var view: Identifier
  /// By the reason the view gives.
  var withheld: [String: LanguageText]

  init(_ mapping: DefinitionMapping) {
    file = mapping.file
    line = mapping.line
    view = Identifier(mapping.text("sentences")) ?? .none
    withheld = [:]
    if let reasons = mapping.mapping("withheld") {
      for reason in reasons.keys {
        let text = LanguageText(reason, in: reasons)
        if text.all.filter({ !$0.isEmpty }).count < Language.allCases.count {
          reasons.wrong(reason, "`\(reason)` lacks one of the languages en, fr and es")
        }
        withheld[reason] = text
      }
    }
    mapping.finish()
  }
}
