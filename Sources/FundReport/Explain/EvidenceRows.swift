import GRDB
import Spreadsheet

/// Rows of a model as lines of text, each followed down to the cells it was submitted in.
struct EvidenceRows {
  var pipeline: Pipeline
  let db: Database

  private static let lineLength = 100
  private static let longestValue = 40

  /// One entry per row: what it is about, where it was submitted, and what stands in its cells.
  ///
  /// - Parameter measured: the column a figure adds up, shown beside each row.
  func lines(
    of model: ModelDefinition, where condition: String, measured: Identifier? = nil
  ) throws -> [[String]] {
    let key = model.key.map(\.description).joined(separator: ", ")
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM \(model.name) WHERE \(condition) ORDER BY \(key)")
    return try rows.map { row in
      var lines = ["- " + summary(of: row, model) + value(measured, of: row, model)]
      if let column = model.rowColumn, let rowID = row[column.name.name] as Int64? {
        lines += try submitted(rowID).map { "    " + $0 }
      }
      for because in model.because {
        lines += try evidence(because, row).map { "  " + $0 }
      }
      return lines
    }
  }

  /// ` → usd 13568.77 (rate 11.0548)`, or that there is none.
  private func value(_ measured: Identifier?, of row: Row, _ model: ModelDefinition) -> String {
    guard let name = measured, let column = model.column(name), !model.key.contains(name) else {
      return ""
    }
    let value = row[name.name] as DatabaseValue
    guard let number = Int64.fromDatabaseValue(value), column.type == .money else {
      return " → \(name.name) \(text(value) ?? "none")"
    }
    let rate = model.columns.first { $0.type == .decimal }.flatMap { text(row[$0.name.name]) }
    return " → \(name.name) \(PlainAmount.text(number, places: 2, keeping: 2))"
      + (rate.map { " (at \($0))" } ?? "")
  }

  /// The texts among the first columns: programme, reference, name.
  private func summary(of row: Row, _ model: ModelDefinition) -> String {
    let texts = model.columns.prefix(8).filter { $0.type == .text }
    let shown = texts.isEmpty ? model.columns.filter { model.key.contains($0.name) } : texts
    return shown.compactMap { text(row[$0.name.name]) }.joined(separator: " · ")
  }

  /// `reports/2025/a.xlsx › Agreements!A7:W7`, then the cells that are not empty; answers of a form
  /// stand each in a row of their own.
  private func submitted(_ rowID: Int64) throws -> [String] {
    guard
      let landed = try Row.fetchOne(
        db, sql: "SELECT * FROM landed_row WHERE row_id = ?", arguments: [rowID]),
      let source = (pipeline.sources + pipeline.registers)
        .first(where: { $0.name.name == landed["source"] as String }),
      let values = try Row.fetchOne(
        db, sql: "SELECT * FROM \(source.view) WHERE row_id = ?", arguments: [rowID])
    else { return [] }
    let line = landed["row"] as Int
    let fields = try Row.fetchAll(
      db,
      sql: """
        SELECT field, coalesce(row, ?) AS row, "column" FROM landed_field
        WHERE submission IS ? AND source = ? ORDER BY row, "column"
        """, arguments: [line, landed["submission"] as Int64?, source.view])
    guard let first = fields.first, let last = fields.last else { return [] }
    let from = CellReference(row: first["row"], column: first["column"])
    let to = CellReference(row: last["row"], column: last["column"])
    let sheet = (landed["sheet"] as String?).map { "\($0)!" } ?? ""
    let cells = fields.compactMap { field -> String? in
      let name = field["field"] as String
      guard let type = source.fields.first(where: { $0.name.name == name })?.type,
        let value = shown(values[name], type)
      else { return nil }
      let cell = CellReference(row: field["row"], column: field["column"])
      return "\(cell) \(name)=\(value)"
    }
    return ["\(landed["file"] as String) › \(sheet)\(from):\(to)"] + Self.wrapped(cells)
      + (try corrections(of: rowID))
  }

  private func corrections(of rowID: Int64) throws -> [String] {
    let corrected = try String.fetchAll(
      db, sql: "SELECT corrected FROM corrected_row WHERE row_id = ?", arguments: [rowID])
    return corrected.map { "  corrected by the office: \($0)" }
  }

  /// A landed value as it was typed; nil for an empty cell.
  private func shown(_ value: DatabaseValue, _ type: FieldType) -> String? {
    guard !value.isNull else { return nil }
    guard let number = Int64.fromDatabaseValue(value), value.storage.value is Int64 else {
      let text = text(value) ?? ""
      return text.count > Self.longestValue ? text.prefix(Self.longestValue) + "…" : text
    }
    return switch type {
    case .yesNo: number == 0 ? "no" : "yes"
    case .amount: PlainAmount.text(number, places: 4, keeping: 0)
    case .money: PlainAmount.text(number, places: 2, keeping: 0)
    default: String(number)
    }
  }

  private func text(_ value: DatabaseValue) -> String? {
    value.isNull ? nil : String.fromDatabaseValue(value) ?? value.description
  }

  private static func wrapped(_ cells: [String]) -> [String] {
    var lines: [String] = []
    for cell in cells {
      if let last = lines.last, last.count + cell.count + 3 <= lineLength {
        lines[lines.count - 1] = last + " · " + cell
      } else {
        lines.append("  " + cell)
      }
    }
    return lines
  }

  private func evidence(_ because: ModelDefinition.Because, _ row: Row) throws -> [String] {
    guard let model = pipeline.model(because.model) else { return [] }
    let conditions = because.columns.map { own, other in
      let value = text(row[own.name] as DatabaseValue).map { $0.replacing("'", with: "''") }
      return value.map { "\(other) = '\($0)'" } ?? "0"
    }
    return try lines(of: model, where: conditions.joined(separator: " AND ")).flatMap { $0 }
  }
}
