import GRDB
import Spreadsheet

/// A table as it is published: the same cells for its sheet, its CSV file and the page.
struct PublicTable {
  enum Cell {
    case text(String)
    /// As printed in the CSV file, and as shown on the sheet.
    case number(String, Double, CellStyle)
    /// No value, and the mark that says why.
    case none(String)
  }

  var name: String
  var title: String
  var meaning: String
  var columns: [ModelDefinition.Column]
  var rows: [[Cell]]

  /// The rows of a SELECT; what it returns beyond the columns of its header stays inside.
  init(_ table: ModelDefinition, _ db: Database) throws {
    name = table.name.name
    title = table.title
    meaning = table.meaning
    columns = table.columns
    let columns = table.columns
    let found = try db.running(table.file, table.line) { try Row.fetchAll(db, sql: table.sql) }
    rows = found.map { row in
      columns.map { Self.cell(row, $0) }
    }
  }

  /// A table of texts.
  init(name: String, title: String, meaning: String, columns: [(String, String)], rows: [[String]])
  {
    self.name = name
    self.title = title
    self.meaning = meaning
    self.columns = columns.compactMap { name, label in
      Identifier(name).map { .init(name: $0, type: .text, label: label, meaning: "", line: 0) }
    }
    self.rows = rows.map { $0.map(Cell.text) }
  }

  private static func cell(_ row: Row, _ column: ModelDefinition.Column) -> Cell {
    guard let text = row.text(column.name.name) else { return .none(mark(row, column)) }
    if column.type == .flag { return .text(text == "0" ? "no" : "yes") }
    guard column.isNumber else { return .text(text) }
    guard let number = row.number(column.name.name) else { return .text(text) }
    let unit = row.text("unit").flatMap(IndicatorDefinition.Unit.init)
    let style: CellStyle =
      switch column.type {
      case .integer: .plainInteger
      case .number: unit.map(UnitText.style) ?? .shown(number)
      default: .shown(number)
      }
    return .number(text, number, style)
  }

  /// Why a cell is empty follows from its row's reason, if there is one; where a row has several
  /// values, from the reason of its own (`old_reason` of `old_value`).
  private static func mark(_ row: Row, _ column: ModelDefinition.Column) -> String {
    guard column.isNumber else { return Shorthand.notApplicable }
    let name = column.name.name
    let own = name.hasSuffix("_value") ? name.dropLast(5) + "reason" : "reason"
    guard let reason = row.text(row.hasColumn(own) ? own : "reason") else {
      return Shorthand.notApplicable
    }
    let isShare = row.text("unit") == IndicatorDefinition.Unit.percent.rawValue
    guard column.type == .number || isShare else { return Shorthand.notApplicable }
    return reason == Figure.Reason.suppressed.rawValue
      ? Shorthand.withheld : Shorthand.mark(reason: reason)
  }

  /// The table as CSV, with a row of hashtags under the header if there is one.
  func csv(hashtags: [String]?) -> String {
    CSVWriter.line(columns.map { .text($0.name.name) })
      + (hashtags.map { CSVWriter.line($0.map(CSVField.text)) } ?? "")
      + rows.map { row in
        CSVWriter.line(
          row.map { cell in
            switch cell {
            case .text(let text): .text(text)
            case .number(let text, _, _): .number(text)
            case .none: .empty
            }
          })
      }.joined()
  }

  /// The table as a sheet, explained on itself.
  func sheet() -> Sheet {
    var texts = columns.map { _ in [String]() }
    // No cell of a table is empty, not even of one without rows.
    let nothing = columns.map {
      Cell.none($0.name == columns.first?.name ? "none" : Shorthand.notApplicable)
    }
    let shown = rows.isEmpty ? [nothing] : rows
    let lines = shown.map { row in
      zip(row.indices, row).map { index, cell -> OutputCell in
        switch cell {
        case .text(let text):
          let link = WebLink(text, in: columns[index])
          texts[index].append(link?.words ?? text)
          return link.map(OutputCell.init) ?? .text(text, .body)
        case .number(_, let number, let style):
          texts[index].append(TableSheet.room(for: number))
          return .number(number, style)
        case .none(let mark):
          return .text(mark, columns[index].isNumber ? .mark : .leftMark)
        }
      }
    }
    return TableSheet(
      name: title, title: title, note: note,
      tableName: name,
      columns: zip(columns, texts).map { column, texts in
        let width = ColumnWidth.fitting(texts, atMost: column.isNumber ? 30 : 46)
        return .init(
          header: column.label,
          width: min(90, max(12, TableSheet.width(ofHeader: column.label), width + 2)),
          isNumber: column.isNumber)
      }, hasFilter: false, staysInView: false
    ).sheet(lines)
  }

  private var note: String {
    var used: Set<String> = rows.isEmpty ? [Shorthand.notApplicable] : []
    var isRounded = false
    for cell in rows.joined() {
      switch cell {
      case .none(let text), .text(let text): used.insert(text)
      case .number(_, let number, _): isRounded = isRounded || number != number.rounded()
      }
    }
    // In short: the sheet of notes says it in full.
    let legend = Shorthand.publicMarks.filter { used.contains($0.0) }
      .map { " \($0.0) \($0.1.prefix { $0 != ":" })." }.joined()
    return "One table. " + meaning + legend + (isRounded ? " " + Shorthand.rounding : "")
  }
}

extension ModelDefinition.Column {
  var isNumber: Bool { type.isShownRight && type != .date && type != .flag }
}

extension CellStyle {
  static let leftMark = CellStyle(horizontal: .left, fontColour: 0x707070)
}
