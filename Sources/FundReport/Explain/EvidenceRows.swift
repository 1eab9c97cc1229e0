import GRDB
import Spreadsheet

/// Rows of a model as lines of text, each followed down to the cells it was submitted in.
struct EvidenceRows {
  var pipeline: Pipeline
  let db: Database

  /// One entry per row: what it says, and the cells behind it.
  func lines(of model: ModelDefinition, where condition: String) throws -> [[String]] {
    let key = model.key.map(\.description).joined(separator: ", ")
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM \(model.name) WHERE \(condition) ORDER BY \(key)")
    return try rows.map { row in
      var lines = [summary(of: row, model)]
      if let column = model.rowColumn {
        if let cells = try place(of: row[column.name.name]) { lines.append("  " + cells) }
      }
      for because in model.because {
        lines += try evidence(because, row).map { "  " + $0 }
      }
      return lines
    }
  }

  /// The first few telling columns.
  private func summary(of row: Row, _ model: ModelDefinition) -> String {
    let shown = model.columns.filter { $0.type != .row && $0.type != .flag }.prefix(8)
    let parts = shown.compactMap { column -> String? in
      guard !row.hasNull(atIndex: row.indexOf(column)) else { return nil }
      return "\(column.name.name)=\(text(row, column))"
    }
    return "- " + parts.joined(separator: "  ")
  }

  private func text(_ row: Row, _ column: ModelDefinition.Column) -> String {
    switch column.type {
    case .money: PlainAmount.text(row[column.name.name], places: 2, keeping: 2)
    case .amount: PlainAmount.text(row[column.name.name], places: 4, keeping: 0)
    default: (row[column.name.name] as DatabaseValue).description.replacing("\"", with: "")
    }
  }

  /// `reports/2025/a.xlsx › Agreements!A7:W7 (amount Q7)`.
  private func place(of rowID: Int64) throws -> String? {
    guard let landed = try Row.fetchOne(
      db, sql: "SELECT * FROM landed_row WHERE row_id = ?", arguments: [rowID])
    else { return nil }
    let line = landed["row"] as Int
    let source = landed["source"] as String
    let fields = try Row.fetchAll(
      db,
      sql: """
        SELECT field, "column" FROM landed_field WHERE submission IS ?
        AND source IN ('sheet_' || ?, 'register_' || ?) ORDER BY "column"
        """, arguments: [landed["submission"] as Int64?, source, source])
    guard let first = fields.first, let last = fields.last else { return nil }
    let from = CellReference(row: line, column: first["column"])
    let to = CellReference(row: line, column: last["column"])
    let sheet = (landed["sheet"] as String?).map { " › \($0)!" } ?? " › "
    let cells = fields.map { field in
      "\(field["field"] as String) \(CellReference(row: line, column: field["column"]))"
    }
    return "\(landed["file"] as String)\(sheet)\(from):\(to)  (\(cells.joined(separator: ", ")))"
  }

  private func evidence(_ because: ModelDefinition.Because, _ row: Row) throws -> [String] {
    guard let model = pipeline.model(because.model) else { return [] }
    let value = row[because.column.name] as DatabaseValue
    guard let text = String.fromDatabaseValue(value) else { return [] }
    let quoted = text.replacing("'", with: "''")
    return try lines(of: model, where: "\(because.column) = '\(quoted)'").flatMap { $0 }
  }
}

extension Row {
  fileprivate func indexOf(_ column: ModelDefinition.Column) -> Int {
    Array(columnNames).firstIndex(of: column.name.name) ?? 0
  }
}
