/// The words a kind of document says in every language of the forms; a translator edits the file.
struct Words<Word>: Sendable
where Word: RawRepresentable & CaseIterable & Hashable & Sendable, Word.RawValue == String {
  private var texts: [Word: LanguageText] = [:]

  init(_ mapping: DefinitionMapping?, in file: DefinitionMapping) {
    guard let mapping else {
      file.wrong(nil, "`words` is missing; expected the words every form says")
      return
    }
    for word in Word.allCases { texts[word] = LanguageText(word.rawValue, in: mapping) }
    mapping.finish()
  }

  func text(_ word: Word, _ language: Language) -> String {
    texts[word]?.text(in: language) ?? ""
  }

  /// All words that lack a language.
  var missing: [String] {
    Word.allCases.filter { texts[$0]?.isComplete != true }.map(\.rawValue)
  }
}
