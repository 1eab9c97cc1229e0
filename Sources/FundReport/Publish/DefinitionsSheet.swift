import Spreadsheet

/// What every figure counts, in words.
struct DefinitionsSheet {
  var pipeline: Pipeline

  static let meaning = "What every figure counts, in words, and the requirement behind it"
  private static let headers = ["Code", "Figure", "Unit", "Definition", "Source"]

  func sheet() -> Sheet {
    var lines = [
      SheetLine(cells: [.text("Definitions", .title)]),
      SheetLine(cells: [.text("One table. " + Self.meaning + ".", .note)]),
      SheetLine(cells: [.link(to: .sheet("Contents", .init(row: 1, column: 1)), text: "Contents", .link)]),
      SheetLine(cells: Self.headers.map { .text($0, .header) }),
    ]
    for indicator in pipeline.indicatorsInOrder {
      lines.append(
        SheetLine(cells: [
          .link(
            to: .sheet(indicator.chapter, .init(row: 1, column: 1)), text: indicator.code, .link),
          .text(indicator.title, .boldBody),
          .text(UnitText.short(indicator.unit), .body),
          .text(indicator.definition.trimmed, .body),
          .text(indicator.source, .body),
        ]))
    }
    var sheet = Sheet(name: "Definitions")
    sheet.columnWidths = [9, 36, 9, 92, 34]
    sheet.rows = .rows(lines)
    sheet.frozenRows = 4
    sheet.isLandscape = true
    sheet.repeatedRows = 4...4
    if lines.count > 4 {
      sheet.tables = [
        Table(
          name: "Definitions", firstRow: 4, lastRow: lines.count, lastColumn: Self.headers.count,
          headers: Self.headers)
      ]
    }
    return sheet
  }
}
