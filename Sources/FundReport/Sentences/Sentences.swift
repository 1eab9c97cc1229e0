import GRDB

/// Writes the table `sentence`: what the report says of each figure, in each language.
struct Sentences {
  var pipeline: Pipeline
  var definition: SentencesDefinition

  /// Of the figures this connection sees: of all, or of what the public may see.
  func write(in db: Database) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(definition.view)")
    for row in rows {
      guard let indicator = row.text("indicator").flatMap(pipeline.indicator),
        let sentence = indicator.sentence
      else { continue }
      let names = try names(of: row, indicator, db)
      let texts = Language.allCases.map { language in
        text(row, names, sentence.template(in: language), language)
      }
      let withheld = row.text("withheld")
      // A number that the template needs may be missing though the figure has a value.
      let reason = withheld ?? (texts.contains(nil) ? Figure.Reason.noData.rawValue : nil)
      let said = zip(Language.allCases, texts).map { language, text in
        reason.map { definition.withheld[$0]?.text(in: language) ?? $0 } ?? text
      }
      try db.execute(
        sql: """
          INSERT INTO sentence (indicator, dimension, category, sentence_en, sentence_fr,
            sentence_es, reason) VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          indicator.code, row.text("dimension"), row.text("category"), said[0], said[1], said[2],
          reason,
        ])
    }
  }

  private func text(
    _ row: Row, _ names: [Language: [String: SaidNumber]], _ template: SentenceTemplate?,
    _ language: Language
  ) -> String? {
    var said = names[language] ?? [:]
    let unit = row.text("unit").flatMap(IndicatorDefinition.Unit.init) ?? .count
    let isMoney = row.number("in_usd") == 1
    for name in SentencesDefinition.numbers + SentencesDefinition.parts {
      guard let number = row.number(name) else { continue }
      said[name] = SaidNumber(number, form(of: name, unit, isMoney: isMoney), in: language)
    }
    for prefix in ["", "last_"] where unit == .percent && !isMoney {
      let whole = row.number(prefix + "denominator")
      if isSmall(whole) { said[prefix + "value"] = nil }
    }
    return template?.filled(said)
  }

  /// A share of few things is said as "3 of 4" only.
  private func isSmall(_ whole: Double?) -> Bool {
    guard let whole, let smallNumbers = pipeline.workbooks.first?.smallNumbers else { return false }
    return whole < Double(smallNumbers.threshold)
  }

  private func form(of name: String, _ unit: IndicatorDefinition.Unit, isMoney: Bool)
    -> SaidNumber.Form
  {
    if name.hasSuffix("year") { return .plain }
    guard name.hasSuffix("value") else { return isMoney ? .money : .things }
    return switch unit {
    case .count, .number, .days: .things
    case .percent: .percent
    case .usd: .money
    }
  }

  /// The categories a sentence names, in each language.
  private func names(of row: Row, _ indicator: IndicatorDefinition, _ db: Database) throws
    -> [Language: [String: SaidNumber]]
  {
    let codes = row.text("category")?.components(separatedBy: " × ") ?? []
    var names: [Language: [String: SaidNumber]] = [:]
    for (name, code) in zip(indicator.spoken.dimensions, codes) {
      guard let dimension = pipeline.dimension(name) else { continue }
      let labels = try labels(of: code, dimension, db)
      for language in Language.allCases {
        names[language, default: [:]][dimension.publishedName.name] =
          SaidNumber(name: labels.text(in: language))
      }
    }
    return names
  }

  private func labels(of code: String, _ dimension: DimensionDefinition, _ db: Database) throws
    -> LanguageText
  {
    guard let list = dimension.list else {
      return LanguageText(english: try Categories(dimension, db).label(of: code))
    }
    let row = try Row.fetchOne(
      db, sql: "SELECT label_en, label_fr, label_es FROM list_\(list) WHERE code = ?",
      arguments: [code])
    return row.map {
      LanguageText(english: $0[0], french: $0.text(1), spanish: $0.text(2))
    } ?? LanguageText(english: code)
  }
}

extension Pipeline {
  /// Writes the sentences on the figures this connection sees, if the fund has any.
  func writeSentences(in db: Database) throws {
    guard let sentences else { return }
    try Sentences(pipeline: self, definition: sentences).write(in: db)
  }
}
