import GRDB
import Spreadsheet

/// A published table as it stands in its CSV file.
struct PlainTableSheet {
  var table: ModelDefinition
  /// Rows of the sheet of checks by their codes, which a column `rule` leads to.
  var checks: [String: Int] = [:]
  /// Rows past this number stand in the CSV file only.
  let rowLimit: Int
  let db: Database

  func sheet() throws -> Sheet {
    var texts = table.columns.map { _ in [String]() }
    let linked = table.columns.filter { $0.type == .link || $0.name.name == "rule" }.count
    let hasLinks = linked == 0 || rowLimit <= Sheet.linkLimit / linked
    var lines: [[OutputCell]] = []
    var rowCount = 0
    let rows = try Row.fetchCursor(db, sql: table.sql)
    while let row = try rows.next() {
      rowCount += 1
      if rowCount > rowLimit { continue }
      lines.append(table.columns.indices.map { cell(row, $0, &texts[$0], hasLinks: hasLinks) })
    }
    let rest =
      rowCount > rowLimit
      ? "The first \(rowLimit) of \(rowCount) rows; all stand in csv/\(table.name.name).csv." : ""
    let columns = zip(table.columns, texts).map { column, texts in
      TableSheet.Column(
        header: column.label, width: Self.width(texts, under: column.label),
        isNumber: column.type.isShownRight && column.type != .flag)
    }
    return TableSheet(
      name: table.title, title: table.title, note: ["One table. " + table.meaning, rest].sentences,
      tableName: "Table_" + table.title.filter { $0.isASCII && $0.isLetter }, columns: columns
    ).sheet(lines)
  }

  /// Long texts are for reading: they get the width of a page of text.
  private static func width(_ texts: [String], under header: String) -> Double {
    let isProse = texts.contains { $0.count > 250 }
    let width = ColumnWidth.fitting(texts, atMost: isProse ? 84 : 44)
    return min(isProse ? 90 : 72, max(11, TableSheet.width(ofHeader: header), width + 3))
  }

  /// - Parameter hasLinks: a sheet holds only so many.
  private func cell(_ row: Row, _ index: Int, _ texts: inout [String], hasLinks: Bool)
    -> OutputCell
  {
    let column = table.columns[index]
    let type = column.type
    guard let text = row.text(index) else { return .blank() }
    if type == .flag { return .text(text == "0" ? "no" : "yes", .body) }
    if let (number, style) = row.number(index).flatMap({ Self.shown($0, type) }) {
      texts.append(TableSheet.room(for: number))
      return .number(number, style)
    }
    if hasLinks, let link = WebLink(text, in: column) {
      texts.append(link.words)
      return OutputCell(link)
    }
    texts.append(text)
    if type == .date, let day = CalendarDay(iso8601: text) { return .date(day, .date) }
    if hasLinks, column.name.name == "rule", let row = checks[text] {
      return .link(to: .sheet(ChecksSheet.name, .init(row: row, column: 1)), text: text, .link)
    }
    return .text(text, .body)
  }

  /// Money and amounts are kept in whole small units; a text is no number, whatever it holds.
  private static func shown(_ number: Double, _ type: ModelDefinition.ColumnType)
    -> (Double, CellStyle)?
  {
    switch type {
    case .integer, .row: (number, .plainInteger)
    case .number, .decimal: (number, .decimal)
    case .money: (number / 100, .money)
    case .amount: (number / 10_000, .decimal)
    case .text, .date, .link, .code, .flag: nil
    }
  }
}
