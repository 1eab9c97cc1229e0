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
  private var places: [Identifier: [Int64]] = [:]

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

  private mutating func read(_ model: ModelDefinition, _ condition: String, _ columns: [String])
    throws -> [String: Found]
  {
    let selected = (columns + ["count(*)", "min(rowid)"]).joined(separator: ", ")
    let grouped = columns.isEmpty ? "" : "GROUP BY " + columns.joined(separator: ", ")
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT \(selected) FROM \(model.name) WHERE (\(condition)) IS TRUE \(grouped)")
    let places = try places(of: model)
    var found: [String: Found] = [:]
    for row in rows {
      let codes = columns.indices.map { row.text($0) ?? "" }.joined(separator: "\n")
      guard let first = row[columns.count + 1] as Int64? else { continue }
      let line = places.partitioningIndex { $0 >= first } + 1
      found[codes] = Found(count: row[columns.count], first: TableSheet.headerRow + line)
    }
    return found
  }

  /// The rows of a model as they are stored, which is the order of their keys and of the sheet.
  private mutating func places(of model: ModelDefinition) throws -> [Int64] {
    if let places = places[model.name] { return places }
    let read = try Int64.fetchAll(db, sql: "SELECT rowid FROM \(model.name) ORDER BY rowid")
    places[model.name] = read
    return read
  }
}

extension [Int64] {
  /// The first index from which on a condition holds; it holds for no element before.
  fileprivate func partitioningIndex(where holds: (Int64) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
