import GRDB
import Spreadsheet

/// A published table as it stands in its CSV file.
struct PlainTableSheet {
  var table: ModelDefinition
  let db: Database

  func sheet() throws -> Sheet {
    let headers = table.columns.map(\.label)
    var lines = [
      SheetLine(cells: [.text(table.title, .title)]),
      SheetLine(cells: [.text("One table. " + table.meaning, .note)]),
      SheetLine(cells: [.link(to: .sheet("Contents", .init(row: 1, column: 1)), text: "Contents", .link)]),
      SheetLine(cells: zip(table.columns, headers).map {
        .text($1, $0.type.isShownRight ? .numberHeader : .header)
      }),
    ]
    var texts = headers.map { [$0] }
    for row in try Row.fetchAll(db, sql: table.sql) {
      lines.append(
        SheetLine(cells: table.columns.indices.map { index in
          cell(row, index, &texts[index])
        }))
    }
    let count = lines.count
    if count == 4 { lines.append(SheetLine(cells: [.text("nothing", .note)])) }
    var sheet = Sheet(name: String(table.title.prefix(31)))
    sheet.rows = .rows(lines)
    sheet.columnWidths = texts.map { max(9, ColumnWidth.fitting($0, atMost: 52) + 3) }
    sheet.frozenRows = 4
    sheet.isLandscape = true
    sheet.repeatedRows = 4...4
    sheet.tables = [
      Table(
        name: table.title.filter { $0.isASCII && $0.isLetter }, firstRow: 4, lastRow: lines.count,
        lastColumn: headers.count, headers: headers, hasAutoFilter: true)
    ]
    return sheet
  }

  private func cell(_ row: Row, _ index: Int, _ texts: inout [String]) -> OutputCell {
    let type = table.columns[index].type
    guard !row.hasNull(atIndex: index) else { return .blank() }
    if type.isShownRight, type != .date {
      return .number(row[index], type == .integer ? .integer : .decimal)
    }
    let text = row[index] as String
    texts.append(text)
    return .text(text, .body)
  }
}
