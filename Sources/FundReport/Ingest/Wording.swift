import Spreadsheet

/// What is said of a cell or a file, in any language: a phrase, and what stands in its braces.
struct Wording: Hashable, Sendable {
  indirect enum Value: Hashable, Sendable {
    case text(String)
    /// Another in each language, such as a label.
    case words(LanguageText)
    case wording(Wording)
  }

  /// In English, with the names of its values in braces.
  var phrase: String
  var values: [String: Value]

  init(_ phrase: Phrase, _ values: [String: Value] = [:]) {
    self.phrase = phrase.rawValue
    self.values = values
  }

  /// What is said of a file that cannot be read.
  init(_ reason: SpreadsheetError.Reason) {
    phrase = reason.sentence.rawValue
    values = reason.values.mapValues { .text($0) }
  }

  var english: String { text(in: .english, Translations()) }

  /// The sentence in a language; in English where it is not translated.
  func text(in language: Language, _ translations: Translations) -> String {
    translations.text(of: phrase, in: language).filled(
      with: values.mapValues { value in
        switch value {
        case .text(let text): text
        case .words(let words): words.text(in: language)
        case .wording(let wording): wording.text(in: language, translations)
        }
      })
  }
}

extension Wording.Value {
  static func text(_ number: some BinaryInteger) -> Self { .text("\(number)") }
}

/// The phrases of ``Wording`` in the languages of the forms.
struct Translations: Sendable {
  private var phrases: [String: LanguageText] = [:]

  init() {}

  init(_ phrases: [LanguageText]) {
    self.phrases = Dictionary(
      phrases.map { ($0.english, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func text(of phrase: String, in language: Language) -> String {
    phrases[phrase]?.text(in: language) ?? phrase
  }
}
