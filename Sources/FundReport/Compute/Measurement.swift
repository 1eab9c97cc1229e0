import GRDB

/// What the rows of one category come to, for one measure.
struct Measured {
  var rows: Int64 = 0
  /// Rows in which the measured column has a value.
  var filled: Int64 = 0
  /// Rows that come from a submission, and not from a register alone.
  var submitted: Int64 = 0
  /// In the column's own unit (cents for money); nil for a sum, mean or median over nothing.
  var value: Double?
}

/// Measures the rows of a model that hold a condition, by category.
struct Measurement {
  let db: Database
  var pipeline: Pipeline
  /// A further condition on every row, for figures over some reporting units.
  var restriction: String?

  /// - Returns: results by the codes of the dimensions; without dimensions, one under `[]`.
  func measure(
    _ measure: IndicatorDefinition.Measure, and known: String?, by dimensions: [Identifier]
  ) throws -> [[String]: Measured] {
    guard let model = pipeline.model(measure.from) else {
      throw RunError.bug("no model \(measure.from.name)")
    }
    let columns = dimensions.map { "CAST(m.\($0) AS TEXT)" }
    let column = measure.value.column.map { "m.\($0)" }
    let origin = model.rowColumn.map {
      "LEFT JOIN landed_row o ON o.row_id = m.\($0.name)"
    }
    var conditions = ["(\(measure.condition))"] + dimensions.map { "\($0) IS NOT NULL" }
    conditions += [known, restriction].compactMap { $0.map { "(\($0))" } }
    let counted = "SELECT * FROM \(model.name) WHERE \(conditions.joined(separator: " AND "))"
    let from = "FROM (\(counted)) m \(origin ?? "")"
    let selected =
      columns + [
        "count(*)", column.map { "count(\($0))" } ?? "count(*)",
        origin == nil ? "count(*)" : "count(o.submission)", Self.aggregate(measure.value, column),
      ]
    let grouping =
      columns.isEmpty
      ? "" : "GROUP BY \(columns.indices.map { "\($0 + 1)" }.joined(separator: ", "))"
    var results: [[String]: Measured] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(selected.joined(separator: ", ")) \(from) \(grouping)")
    while let row = try rows.next() {
      let codes = dimensions.indices.map { row[$0] as String }
      let first = dimensions.count
      results[codes] = Measured(
        rows: row[first], filled: row[first + 1], submitted: row[first + 2], value: row[first + 3])
    }
    if case .median = measure.value, let column {
      let isMoney = measure.value.column.flatMap(model.column)?.type == .money
      let sql = "SELECT \((columns + [column]).joined(separator: ", ")) \(from)"
      try addMedians(sql, dimensions.count, roundsToWhole: isMoney, to: &results)
    }
    return results
  }

  private static func aggregate(_ value: IndicatorDefinition.Value, _ column: String?) -> String {
    let column = column ?? "NULL"
    return switch value {
    case .count: "count(*)"
    case .sum: "sum(\(column))"
    case .distinct: "count(DISTINCT \(column))"
    case .mean: "avg(\(column))"
    case .median: "NULL"
    }
  }

  /// SQLite has no median: the values are sorted here.
  ///
  /// Cents are rounded half-even.
  private func addMedians(
    _ sql: String, _ dimensions: Int, roundsToWhole: Bool, to results: inout [[String]: Measured]
  ) throws {
    var values: [[String]: [Double]] = [:]
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      guard let value = row[dimensions] as Double? else { continue }
      values[(0..<dimensions).map { row[$0] as String }, default: []].append(value)
    }
    for (codes, unsorted) in values {
      let sorted = unsorted.sorted()
      let upper = sorted[sorted.count / 2]
      let lower = sorted[(sorted.count - 1) / 2]
      let median = (lower + upper) / 2
      results[codes]?.value = roundsToWhole ? median.rounded(.toNearestOrEven) : median
    }
  }
}
