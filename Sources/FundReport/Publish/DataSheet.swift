import GRDB
import Spreadsheet

/// Writes the rows of a model as a named table, with file, sheet and row of every line.
struct DataSheet {
  var plan: DataSheetPlan
  let db: Database

  func sheet() throws -> Sheet {
    let columns = plan.shownColumns
    let hasPlace = plan.model.rowColumn != nil
    guard plan.isLive else { return tooLong }
    let sql = query(hasPlace: hasPlace)
    let widths = try widths(sql)
    let table = TableSheet(
      name: plan.sheetName, title: plan.model.title,
      note: "One table. " + plan.model.meaning + (hasPlace ? Self.placeNote : "") + Self.flagNote,
      tableName: plan.tableName,
      columns: plan.headers.enumerated().map { index, header in
        let isNumber =
          index < columns.count
          ? columns[index].type.isShownRight : !DataSheetPlan.textPlaceHeaders.contains(header)
        return .init(header: header, width: widths[index], isNumber: isNumber)
      })
    let db = self.db
    let plan = self.plan
    return table.sheet(rowCount: plan.rowCount) { emit in
      let rows = try Row.fetchCursor(db, sql: sql)
      while let row = try rows.next() { try emit(Self.line(row, columns, plan)) }
    }
  }

  private var tooLong: Sheet {
    TableSheet(
      name: plan.sheetName, title: plan.model.title, note: "One table. " + plan.model.meaning,
      tableName: plan.tableName, columns: [.init(header: "Rows", width: 90)], hasFilter: false
    ).sheet([
      [
        .text(
          "\(plan.rowCount) rows, too many for a sheet. They stand in the evidence database and, as "
            + "submitted, in the CSV files; figures over them are values.", .body)
      ]
    ])
  }

  private static let placeNote =
    " Each line names the file, sheet and row it comes from."
  private static let flagNote = " Columns named after a figure hold 1 where the line counts for it."

  private func query(hasPlace: Bool) -> String {
    let columns = plan.shownColumns.map { "m.\($0.name)" }
    var place = hasPlace ? ["l.file", "substr(s.sha256, 1, 12)", "l.sheet", "l.row"] : []
    if plan.hasCorrections { place.append("k.corrected") }
    let flags = plan.flags.indices.map { "m.flag_\($0 + 1)" }
    let conditions = plan.flags.enumerated().map { index, flag in
      "(\(flag.condition)) IS TRUE AS flag_\(index + 1)"
    }
    let key = plan.model.key.map { "m.\($0)" }.joined(separator: ", ")
    let inner = (["*"] + conditions).joined(separator: ", ")
    let source = "(SELECT \(inner) FROM \(plan.model.name)) m"
    let selected = (columns + place + flags).joined(separator: ", ")
    var join = ""
    if let column = plan.model.rowColumn {
      join =
        "LEFT JOIN landed_row l ON l.row_id = m.\(column.name) "
        + "LEFT JOIN submission s ON s.submission = l.submission"
    }
    if plan.hasCorrections { join += " LEFT JOIN corrected_row k ON k.row_id = l.row_id" }
    return "SELECT \(selected) FROM \(source) \(join) ORDER BY \(key)"
  }

  private static func line(
    _ row: Row, _ columns: [ModelDefinition.Column], _ plan: DataSheetPlan
  ) -> SheetLine {
    var cells = columns.enumerated().map { index, column in
      let cell = cell(row, index, column.type)
      guard index > 0, columns[index - 1].type.isShownRight, case .text(let text, let style) = cell
      else { return cell }
      return .text(text, style.indented)
    }
    var index = columns.count
    if plan.model.rowColumn != nil {
      cells.append(text(row[index] as String?, CellStyle.body.indented))
      cells.append(text(row[index + 1] as String?, .code))
      cells.append(text(row[index + 2] as String?, .body))
      cells.append((row[index + 3] as Int?).map { .number(Double($0), .integer) } ?? .blank())
      index += 4
    }
    if plan.hasCorrections {
      cells.append(text(row[index] as String?, CellStyle.body.indented))
      index += 1
    }
    for flag in plan.flags.indices {
      let counts = row[index + flag] as Double == 1
      cells.append(.number(counts ? 1 : 0, counts ? .counts : .countsNot))
    }
    return SheetLine(cells: cells)
  }

  private static func text(_ text: String?, _ style: CellStyle) -> OutputCell {
    text.map { .text($0, style) } ?? .blank()
  }

  private static func cell(_ row: Row, _ index: Int, _ type: ModelDefinition.ColumnType)
    -> OutputCell
  {
    if row.hasNull(atIndex: index) { return .blank() }
    switch type {
    case .text: return .text(row[index], .body)
    case .code: return .text(row[index], .code)
    case .decimal: return (Double(row[index] as String)).map { .number($0, .rate) } ?? .blank()
    case .integer, .flag, .row: return .number(row[index], .plainInteger)
    case .number: return .number(row[index], .oneDecimal)
    case .money: return .number((row[index] as Double) / 100, .money)
    case .amount: return .number((row[index] as Double) / 10_000, .money)
    case .date:
      guard let day = CalendarDay(iso8601: row[index]) else { return .blank() }
      return .date(day, .date)
    }
  }

  /// Wide enough for the longest of the first rows, within reason; headers wrap.
  private func widths(_ sql: String) throws -> [Double] {
    let headers = plan.headers
    var texts = headers.map { header in header.split(separator: " ").map(String.init) }
    let rows = try Row.fetchCursor(db, sql: sql + " LIMIT 200")
    while let row = try rows.next() {
      for index in headers.indices {
        let type = index < plan.shownColumns.count ? plan.shownColumns[index].type : .text
        texts[index].append(Self.shown(row[index], type))
      }
    }
    return texts.map { min(60, max(9, ColumnWidth.fitting($0, isBold: true, atMost: 44) + 3)) }
  }

  private static func shown(_ value: DatabaseValue, _ type: ModelDefinition.ColumnType) -> String {
    switch (value.storage, type) {
    case (.int64(let number), .money), (.int64(let number), .amount):
      let text = String(number / (type == .money ? 100 : 10_000))
      return text + ".00" + String(repeating: ",", count: text.count / 3)
    case (.int64(let number), _): return String(number)
    case (.double(let number), _): return DecimalText.shortest(number)
    case (.string(let text), _): return text
    default: return ""
    }
  }
}

extension ModelDefinition.ColumnType {
  /// Whether values are aligned right, and the header with them.
  var isShownRight: Bool {
    switch self {
    case .integer, .number, .flag, .money, .amount, .decimal, .date: true
    case .text, .code, .row: false
    }
  }
}

extension CellStyle {
  /// A row that counts for a figure stands out in its column, also in grey.
  static let counts = CellStyle(
    isBold: true, numberFormat: "0", horizontal: .right, fill: 0xE8EEF4)
  static let countsNot = CellStyle(numberFormat: "0", horizontal: .right, fontColour: 0x606060)
  static let rate = CellStyle(numberFormat: "#,##0.######", horizontal: .right)
}
