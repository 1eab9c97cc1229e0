import Spreadsheet

/// What every figure counts, in the words of one language.
struct DefinitionsSheet {
  var pipeline: Pipeline
  var language: Language = .english

  static let meaning = "What every figure counts, in words, and the requirement behind it"

  private typealias Word = GlossaryDefinition.Word

  /// Row of an indicator's line on the sheet.
  static func row(of indicator: IndicatorDefinition, in pipeline: Pipeline) -> Int {
    let place = pipeline.indicatorsInOrder.firstIndex { $0.code == indicator.code } ?? 0
    return TableSheet.headerRow + 1 + place
  }

  var name: String { word(.definitions) }

  /// What the sheet says of itself.
  var meaning: String { pipeline.glossary?.words.text(.definitionsHelp, language) ?? Self.meaning }

  func sheet(_ places: FigurePlaces) -> Sheet {
    let others = pipeline.glossary == nil ? [] : Language.allCases.filter { $0 != language }
    var columns: [TableSheet.Column] = [
      .init(header: word(.code), width: 9), .init(header: word(.figure), width: 34),
      .init(header: word(.unit), width: 10), .init(header: word(.definition), width: 88),
      .init(header: word(.result), width: 11), .init(header: word(.source), width: 32),
    ]
    columns += others.map { .init(header: word(.language, $0), width: 12) }
    let lines = pipeline.indicatorsInOrder.map { indicator -> [OutputCell] in
      let row = Self.row(of: indicator, in: pipeline)
      let cells: [OutputCell] = [
        .link(to: places.figure(indicator), text: indicator.code, .link),
        .text(indicator.title(in: language), .boldBody),
        .text(unit(indicator.unit), .body),
        .text(indicator.definition(in: language), .body),
        places.result(of: indicator) ?? .text("–", .body),
        .text(indicator.source, .body),
      ]
      return cells
        + others.map { other in
          .link(
            to: .sheet(word(.definitions, other), .init(row: row, column: 1)),
            text: word(.definition, other), .link)
        }
    }
    return TableSheet(
      name: name, title: name, note: "\(word(.oneTable)) \(meaning).",
      contents: word(.contents), tableName: tableName, columns: columns, hasFilter: false
    ).sheet(lines)
  }

  private var tableName: String {
    language == .english ? "Definitions" : "Definitions_" + language.rawValue
  }

  private func unit(_ unit: IndicatorDefinition.Unit) -> String {
    Word(rawValue: unit.rawValue).flatMap { pipeline.glossary?.words.text($0, language) }
      ?? UnitText.short(unit)
  }

  /// In this language; the English key itself where the pipeline has no words.
  private func word(_ word: Word, _ language: Language? = nil) -> String {
    pipeline.glossary?.words.text(word, language ?? self.language) ?? Self.plain(word)
  }

  private static func plain(_ word: Word) -> String {
    word == .oneTable ? "One table." : word.rawValue.capitalized
  }
}
