import GRDB
import Spreadsheet

/// A published table as it stands in its CSV file.
struct PlainTableSheet {
  var table: ModelDefinition
  let db: Database

  func sheet() throws -> Sheet {
    var texts = table.columns.map { [$0.label] }
    let lines = try Row.fetchAll(db, sql: table.sql).map { row in
      table.columns.indices.map { cell(row, $0, &texts[$0]) }
    }
    let columns = zip(table.columns, texts).map { column, texts in
      TableSheet.Column(
        header: column.label, width: min(60, max(11, ColumnWidth.fitting(texts, atMost: 44) + 3)),
        isNumber: column.type.isShownRight)
    }
    return TableSheet(
      name: table.title, title: table.title, note: "One table. " + table.meaning,
      tableName: "Table_" + table.title.filter { $0.isASCII && $0.isLetter }, columns: columns
    ).sheet(lines)
  }

  private func cell(_ row: Row, _ index: Int, _ texts: inout [String]) -> OutputCell {
    let type = table.columns[index].type
    guard let text = row.text(index) else { return .blank() }
    if type.isShownRight, type != .date, let number = row.number(index) {
      return .number(number, type == .integer ? .plainInteger : .decimal)
    }
    if type == .date, let day = CalendarDay(iso8601: text) {
      texts.append(text)
      return .date(day, .date)
    }
    texts.append(text)
    return .text(text, .body)
  }
}
