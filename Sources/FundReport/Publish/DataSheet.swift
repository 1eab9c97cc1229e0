import GRDB
import Spreadsheet

/// Writes the rows of a model, each with the way to what it rests on: the file, sheet and row it was
/// submitted in, or the rows of another data sheet.
struct DataSheet {
  var plan: DataSheetPlan
  /// All data sheets, for links between them.
  var plans: [DataSheetPlan]
  /// Rows of the sheet of submissions by file; empty where there is no such sheet.
  var submissions: (sheet: String, rows: [String: Int])
  let db: Database

  /// As a named table; a notice where the rows are too many for one.
  func sheet() throws -> Sheet {
    guard plan.isLive else { return notice }
    return try sheet(
      .init(name: plan.sheetName, tableName: plan.tableName, rows: 0..<plan.rowCount))
  }

  /// Some of the rows on a sheet of their own.
  struct Part {
    var name: String
    var tableName: String
    var rows: Range<Int>
    /// Whether what its lines lead to is in the same workbook.
    var hasLinks = true
  }

  func sheet(_ part: Part) throws -> Sheet {
    let columns = plan.shownColumns
    let widths = try widths()
    let table = TableSheet(
      name: part.name, title: plan.model.title, note: note, tableName: part.tableName,
      columns: plan.headers.enumerated().map { index, header in
        let isNumber =
          index < columns.count ? columns[index].type.isShownRight : !plan.isText(header)
        return .init(header: header, width: widths[index], isNumber: isNumber)
      })
    let sql = query + " LIMIT \(part.rows.count) OFFSET \(part.rows.lowerBound)"
    // A sheet holds only so many.
    let linked = plan.evidence.count + (submissions.rows.isEmpty ? 0 : 1)
    let hasLinks = part.hasLinks && 1...Sheet.linkLimit ~= part.rows.count * linked
    let line = DataLine(plan: plan, plans: plans, submissions: submissions, hasLinks: hasLinks)
    let db = self.db
    return table.sheet(rowCount: part.rows.count, hasLinks: hasLinks) { emit in
      let rows = try Row.fetchCursor(db, sql: sql)
      while let row = try rows.next() { try emit(line.line(row)) }
    }
  }

  private var note: String {
    [
      "One table. " + plan.model.meaning,
      plan.model.rowColumn == nil ? "" : "Each line names the file, sheet and row it comes from.",
      plan.evidence.isEmpty || !plan.isLive
        ? "" : "Each line leads to the first of the rows it rests on.",
      "Columns named after a figure hold 1 where the line counts for it; filter for 1, and for the "
        + "category, to see these lines only.",
    ].sentences
  }

  private var notice: Sheet {
    TableSheet(
      name: plan.sheetName, title: plan.model.title, note: "One table. " + plan.model.meaning,
      tableName: plan.tableName, columns: [.init(header: "Rows", width: 90)], hasFilter: false
    ).sheet([
      [
        .text(
          "\(plan.rowCount) rows, too many for a sheet with formulas: figures over them are values. "
            + "They stand on the sheet \(plan.sheetName) of the data workbook in the folder data, in "
            + "the evidence database and, as submitted, in the CSV files.", .body)
      ]
    ])
  }

  /// Columns in the order of the headers, then the first row of each evidence, then the file or
  /// folder that was submitted.
  private var query: String {
    let columns = plan.shownColumns.map(plan.selected)
    let evidence = plan.evidence.indices.map { $0 + 1 }
    var place =
      plan.model.rowColumn == nil
      ? [] : ["l.file", "substr(coalesce(s.sha256, r.sha256), 1, 12)", "l.sheet", "l.row"]
    if plan.hasCorrections { place.append("k.corrected") }
    let flags = plan.flags.indices.map { "m.flag_\($0 + 1)" }
    let conditions = plan.flags.enumerated().map { index, flag in
      "(\(flag.condition)) IS TRUE AS flag_\(index + 1)"
    }
    // Models are stored in the order of their keys.
    let inner = (["rowid AS stored", "*"] + conditions).joined(separator: ", ")
    let source = "(SELECT \(inner) FROM \(plan.model.name)) m"
    let selected =
      columns + evidence.map { "e\($0).many" } + place + flags + evidence.map { "e\($0).first" }
      + (plan.model.rowColumn == nil ? [] : ["s.file"])
    var join = ""
    if let column = plan.model.rowColumn {
      join =
        "LEFT JOIN landed_row l ON l.row_id = m.\(column.name) "
        + "LEFT JOIN submission s ON s.submission = l.submission "
        + "LEFT JOIN register_file r ON r.file = l.file"
    }
    if plan.hasCorrections { join += " LEFT JOIN corrected_row k ON k.row_id = l.row_id" }
    for (number, evidence) in zip(evidence, plan.evidence) {
      join += " " + Self.join(evidence, number)
    }
    return "SELECT \(selected.joined(separator: ", ")) FROM \(source) \(join) ORDER BY m.stored"
  }

  /// How many rows of the evidence share the values, and the place of the first on its sheet.
  private static func join(_ evidence: DataSheetPlan.Evidence, _ number: Int) -> String {
    let columns = evidence.columns.map(\.other.description).joined(separator: ", ")
    let shared = evidence.columns.map { own, other in "e\(number).\(other) = m.\(own)" }
    return """
      LEFT JOIN (
        SELECT \(columns), count(*) AS many, min(line_of_sheet) AS first FROM (
          SELECT \(columns), row_number() OVER (ORDER BY rowid) AS line_of_sheet
          FROM \(evidence.model.name)
        ) GROUP BY \(columns)
      ) e\(number) ON \(shared.joined(separator: " AND "))
      """
  }

  /// Wide enough for the longest of the first rows, within reason; headers wrap.
  private func widths() throws -> [Double] {
    let headers = plan.headers
    var texts = headers.map { header in header.split(separator: " ").map(String.init) }
    let rows = try Row.fetchCursor(db, sql: query + " LIMIT 200")
    while let row = try rows.next() {
      for index in headers.indices {
        let type = index < plan.shownColumns.count ? plan.shownColumns[index].type : .text
        texts[index].append(Self.shown(row[index], type))
      }
    }
    return zip(texts, headers).map { texts, header in
      let least = plan.evidence.contains { $0.header == header } ? 16.0 : 9
      // A file's name is one long word, parted by blanks as it happens.
      let most = header == DataSheetPlan.fileHeader ? 57.0 : 44
      return min(60, max(least, ColumnWidth.fitting(texts, isBold: true, atMost: most) + 3))
    }
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
    case .text, .link, .code, .row: false
    }
  }
}

extension [String] {
  /// One after the other, those that are not empty.
  var sentences: String { filter { !$0.isEmpty }.joined(separator: " ") }
}
