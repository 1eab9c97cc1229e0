/// Whether everything that is told to senders of forms is there in every language of the forms.
struct WordingCheck {
  var pipeline: Pipeline
  var lists: [CodeList]
  let mistakes: MistakeList

  private static let languages = Language.allCases.map(\.rawValue).joined(separator: ", ")

  func run() {
    for check in pipeline.checks {
      for query in check.queries { self.check(query, of: check) }
    }
    // Where nothing goes back to senders, English is enough.
    guard let returns = pipeline.returns else { return }
    for check in pipeline.checks
    where check.queries.contains(where: isTold) || !check.reading.isEmpty {
      if !check.title.isComplete {
        mistakes.add(check.file, 1, "the title lacks one of the languages \(Self.languages)")
      }
    }
    guard let phrases = pipeline.phrases else {
      let message =
        "findings go back to senders, and no file here has `phrases:` in their languages"
      return mistakes.add(returns.file, returns.line, message)
    }
    check(phrases)
  }

  /// What stops a run or a release never reaches a sender.
  private func isTold(_ query: CheckDefinition.Query) -> Bool {
    !query.isToldToOffice && query.refuses != .register && query.refuses != .release
  }

  private func check(_ query: CheckDefinition.Query, of check: CheckDefinition) {
    let isTold = isTold(query) && pipeline.returns != nil
    if isTold, !query.words.hasMessage {
      mistakes.add(
        check.file, query.line,
        "the finding goes back to senders; give it a `message:` in \(Self.languages) instead of a "
          + "column, or say `tells: office`")
    }
    for text in query.words.texts {
      let part = text.part.rawValue
      if isTold, !text.text.isComplete {
        mistakes.add(
          check.file, text.line, "`\(part)` lacks one of the languages \(Self.languages)")
      }
      let named = text.text.all.map(FindingWords.placeholders)
      if Set(named).count > 1 {
        mistakes.add(
          check.file, text.line, "`\(part)` names other values in one language than in another")
      }
      for list in Set(named.flatMap { $0.compactMap(\.list) }).sorted()
      where !lists.contains(where: { $0.name.name == list }) {
        mistakes.add(check.file, text.line, "there is no code list `\(list)`")
      }
    }
    for key in query.words.keys.sorted() where !query.sql.contains(key.sqlLiteral) {
      mistakes.add(check.file, query.line, "the SQL never says `\(key)`")
    }
  }

  private func check(_ phrases: PhrasesDefinition) {
    let wrong = { (line: Int, message: String) in mistakes.add(phrases.file, line, message) }
    let known = Set(PhrasesDefinition.all)
    var seen: Set<String> = []
    for entry in phrases.entries {
      let phrase = entry.text.english
      if !known.contains(phrase) { wrong(entry.line, "the program never says “\(phrase)”") }
      if !seen.insert(phrase).inserted { wrong(entry.line, "“\(phrase)” stands here twice") }
      if !entry.text.isComplete {
        wrong(entry.line, "“\(phrase)” lacks one of the languages \(Self.languages)")
      }
      if Set(entry.text.all.map(FindingWords.placeholders)).count > 1 {
        wrong(entry.line, "“\(phrase)” names other values in one language than in another")
      }
    }
    for phrase in PhrasesDefinition.all where !seen.contains(phrase) {
      wrong(phrases.line, "the phrase “\(phrase)” is missing; add it with its translations")
    }
  }
}
