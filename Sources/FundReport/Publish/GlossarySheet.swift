import Spreadsheet

/// The terms of the field in one language, each with its names in the others.
struct GlossarySheet {
  var glossary: GlossaryDefinition
  var language: Language

  var name: String { glossary.words.text(.glossary, language) }
  var meaning: String { glossary.words.text(.glossaryHelp, language) }

  func sheet() -> Sheet {
    let others = Language.allCases.filter { $0 != language }
    let places = others.map { other in
      Self.order(glossary.terms, other).enumerated().reduce(into: [Int: Int]()) {
        $0[$1.element.line] = TableSheet.headerRow + 1 + $1.offset
      }
    }
    let columns: [TableSheet.Column] =
      [
        .init(header: glossary.words.text(.term, language), width: 34),
        .init(header: glossary.words.text(.meaning, language), width: 96),
      ] + others.map { .init(header: glossary.words.text(.language, $0), width: 34) }
    let lines = Self.order(glossary.terms, language).map { term -> [OutputCell] in
      [
        .text(term.name.text(in: language), .boldBody),
        .text(term.meaning.text(in: language).trimmed, .body),
      ]
        + zip(others, places).map { other, rows in
          .link(
            to: .sheet(
              glossary.words.text(.glossary, other), .init(row: rows[term.line] ?? 1, column: 1)),
            text: term.name.text(in: other), .link)
        }
    }
    return TableSheet(
      name: name, title: name,
      note: "\(glossary.words.text(.oneTable, language)) \(meaning).",
      contents: glossary.words.text(.contents, language),
      tableName: language == .english ? "Glossary" : "Glossary_" + language.rawValue,
      columns: columns, hasFilter: false
    ).sheet(lines)
  }

  /// By name, whatever case and accents.
  private static func order(_ terms: [GlossaryDefinition.Term], _ language: Language)
    -> [GlossaryDefinition.Term]
  {
    terms.sorted { one, other in
      byteOrder(
        FoldedText.name(one.name.text(in: language)),
        FoldedText.name(other.name.text(in: language)))
    }
  }
}
