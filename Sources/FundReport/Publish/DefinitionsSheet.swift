import Spreadsheet

/// What every figure counts, in words.
struct DefinitionsSheet {
  var pipeline: Pipeline

  static let name = "Definitions"
  static let meaning = "What every figure counts, in words, and the requirement behind it"

  /// Row of an indicator's line on the sheet.
  static func row(of indicator: IndicatorDefinition, in pipeline: Pipeline) -> Int {
    let place = pipeline.indicatorsInOrder.firstIndex { $0.code == indicator.code } ?? 0
    return TableSheet.headerRow + 1 + place
  }

  func sheet() -> Sheet {
    TableSheet(
      name: Self.name, title: Self.name, note: "One table. " + Self.meaning + ".",
      tableName: Self.name,
      columns: [
        .init(header: "Code", width: 9), .init(header: "Figure", width: 34),
        .init(header: "Unit", width: 10), .init(header: "Definition", width: 88),
        .init(header: "Source", width: 32),
      ], hasFilter: false
    ).sheet(
      pipeline.indicatorsInOrder.map { indicator in
        [
          .link(
            to: .sheet(indicator.chapter, .init(row: 1, column: 1)), text: indicator.code, .link),
          .text(indicator.title, .boldBody),
          .text(UnitText.short(indicator.unit), .body),
          .text(indicator.definition.trimmed, .body),
          .text(indicator.source, .body),
        ]
      })
  }
}
