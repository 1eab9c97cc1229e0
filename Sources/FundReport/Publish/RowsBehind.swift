import GRDB
import Spreadsheet

/// How many rows of a data sheet count for each figure, and which is the first.
struct RowsBehind {
  struct Found {
    var count: Int
    /// Row of the sheet.
    var first: Int
  }

  let db: Database
  private var known: [String: [String: Found]] = [:]

  init(_ db: Database) { self.db = db }

  /// The rows that hold a condition and bear the codes of a category; nil where there are none.
  mutating func rows(
    of plan: DataSheetPlan, where condition: String, by dimensions: [Identifier], codes: [String]
  ) throws -> Found? {
    let columns = dimensions.map(\.description)
    let place = "\(plan.model.name) \(condition) \(columns)"
    if known[place] == nil { known[place] = try read(plan.model, condition, columns) }
    return known[place]?[codes.joined(separator: "\n")]
  }

  private func read(_ model: ModelDefinition, _ condition: String, _ columns: [String]) throws
    -> [String: Found]
  {
    let key = model.key.map(\.description).joined(separator: ", ")
    let selected = (columns + ["count(*)", "min(line_of_sheet)"]).joined(separator: ", ")
    let grouped = columns.isEmpty ? "" : "GROUP BY " + columns.joined(separator: ", ")
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(selected)
        FROM (SELECT *, row_number() OVER (ORDER BY \(key)) AS line_of_sheet FROM \(model.name))
        WHERE (\(condition)) IS TRUE
        \(grouped)
        """)
    var found: [String: Found] = [:]
    for row in rows {
      let codes = columns.indices.map { row.text($0) ?? "" }.joined(separator: "\n")
      guard let first = row[columns.count + 1] as Int? else { continue }
      found[codes] = Found(count: row[columns.count], first: TableSheet.headerRow + first)
    }
    return found
  }
}
