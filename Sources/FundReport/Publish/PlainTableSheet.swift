import GRDB
import Spreadsheet

/// A published table as it stands in its CSV file, with links.
struct PlainTableSheet {
  var table: ModelDefinition
  var places: Places
  /// Rows past this number stand in the CSV file only.
  let rowLimit: Int
  let db: Database

  /// Where columns lead to that bear certain names.
  struct Places {
    /// Rows of the sheet of checks by their codes, for `rule`.
    var checks: [String: Int]
    /// Rows of the sheet of submissions, for `file`.
    var submissions: (sheet: String, rows: [String: Int])
    /// All sheets, for `rows_on`.
    var sheets: Set<String>

    static let columns = ["rule", "file", "rows_on"]

    func target(of text: String, under column: String) -> LinkTarget? {
      switch column {
      case "rule":
        checks[text].map { .sheet(ChecksSheet.name, .init(row: $0, column: 1)) }
      case "file":
        // A file of a folder of files leads to the folder.
        (submissions.rows[text] ?? submissions.rows[Self.folder(of: text)]).map {
          .sheet(submissions.sheet, .init(row: $0, column: 1))
        }
      case "rows_on":
        sheets.contains(text) ? .sheet(text, .init(row: 1, column: 1)) : nil
      default: nil
      }
    }

    private static func folder(of file: String) -> String {
      String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
    }
  }

  func sheet() throws -> Sheet {
    var texts = table.columns.map { _ in [String]() }
    let linked = table.columns.filter {
      $0.type == .link || Places.columns.contains($0.name.name)
    }.count
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
        header: column.label, width: Self.width(texts, of: column),
        isNumber: column.type.isShownRight && column.type != .flag)
    }
    return TableSheet(
      name: table.title, title: table.title, note: ["One table. " + table.meaning, rest].sentences,
      tableName: "Table_" + table.title.filter { $0.isASCII && $0.isLetter }, columns: columns
    ).sheet(lines)
  }

  /// Long texts are for reading: they get the width of a page of text.
  private static func width(_ texts: [String], of column: ModelDefinition.Column) -> Double {
    let isProse = texts.contains { $0.count > 250 }
    // A file's name is one long word, parted by blanks as it happens.
    let most = column.name.name == "file" ? 57.0 : isProse ? 84 : 44
    let width = ColumnWidth.fitting(texts, atMost: most)
    return min(isProse ? 90 : 72, max(11, TableSheet.width(ofHeader: column.label), width + 3))
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
    if hasLinks, let target = places.target(of: text, under: column.name.name) {
      return .link(to: target, text: text, .link)
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
