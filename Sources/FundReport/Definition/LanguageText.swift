/// A text in the three languages of the forms.
struct LanguageText: Hashable, Sendable {
  var english: String
  var french: String?
  var spanish: String?

  var all: [String] { [english, french, spanish].compactMap { $0 } }

  /// Several texts with commas between them.
  static func list(_ texts: [LanguageText]) -> LanguageText {
    let joined = { (language: Language) in
      texts.map { $0.text(in: language) }.joined(separator: ", ")
    }
    return LanguageText(
      english: joined(.english), french: joined(.french), spanish: joined(.spanish))
  }

  /// Whether it is there in every language.
  var isComplete: Bool { all.count == Language.allCases.count }

  init(english: String, french: String? = nil, spanish: String? = nil) {
    self.english = english
    self.french = french
    self.spanish = spanish
  }

  /// Reads `key: text` or `key: { en: …, fr: …, es: … }`.
  init(_ key: String, in mapping: DefinitionMapping) {
    if mapping.nodes(key).first?.mapping == nil {
      self.init(english: mapping.text(key))
      return
    }
    guard let texts = mapping.mapping(key) else {
      self.init(english: "")
      return
    }
    self.init(
      english: texts.text("en"), french: texts.optionalText("fr"),
      spanish: texts.optionalText("es"))
    texts.finish()
  }
}
