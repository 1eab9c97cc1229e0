/// Holds the glossary and the translations of figures against the languages.
struct GlossaryCheck {
  var pipeline: Pipeline
  let mistakes: MistakeList

  func run() {
    if let glossary = pipeline.glossary { check(glossary) }
    for indicator in pipeline.indicators { check(indicator) }
  }

  private func check(_ glossary: GlossaryDefinition) {
    let wrong = { (line: Int, message: String) in mistakes.add(glossary.file, line, message) }
    for word in glossary.words.missing {
      wrong(glossary.line, "the word `\(word)` lacks one of the languages en, fr and es")
    }
    for language in Language.allCases {
      var first: [String: String] = [:]
      for term in glossary.terms {
        let name = term.name.text(in: language)
        if let other = first.updateValue(name, forKey: FoldedText.name(name)) {
          wrong(term.line, "the term “\(name)” stands here twice, as “\(other)” before")
        }
      }
    }
    for term in glossary.terms {
      for (key, text) in [("term", term.name), ("meaning", term.meaning)]
      where text.all.count != Language.allCases.count {
        let name = term.name.english
        wrong(term.line, "`\(key)` of “\(name)” lacks one of the languages en, fr and es")
      }
    }
  }

  private func check(_ indicator: IndicatorDefinition) {
    let others = Language.allCases.filter { $0 != .english }
    if pipeline.glossary == nil {
      for language in others where indicator.translations[language] != nil {
        mistakes.add(
          indicator.file, indicator.translations[language]?.line,
          "`\(language.rawValue)` is not asked for: there is no glossary in 5-publications")
      }
      return
    }
    for language in others where indicator.translations[language] == nil {
      let code = language.rawValue
      mistakes.add(
        indicator.file, nil,
        "`\(code)` is missing; expected `\(code):` with `title` and `definition` in that language")
    }
  }
}
