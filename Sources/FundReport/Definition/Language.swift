/// The languages forms come in.
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case french = "fr"
  case spanish = "es"

  /// All but English, which everything is said in.
  static var translations: [Language] { allCases.filter { $0 != .english } }
}

extension LanguageText {
  /// The text in one language; English where there is no translation.
  func text(in language: Language) -> String {
    let translated: String? =
      switch language {
      case .english: english
      case .french: french
      case .spanish: spanish
      }
    return translated.flatMap { $0.isEmpty ? nil : $0 } ?? english
  }
}
