import GRDB

/// The units behind the figures: one number for each row, amount or thing that is counted.
///
/// Rows of different models are one unit where they have the same key once the dimension of a
/// breakdown is taken off: an agreement by PUNO is the agreement. Amounts must be the same too.
final class FigureRows {
  /// How many times each unit is counted.
  typealias Units = [Int: Int]

  /// Rows of one category.
  struct Category {
    var units: Units = [:]
    /// Sum over the rows, or their number.
    var size = 0.0
    var rows = 0
    /// Whom the rows are about, where the kind asks; of each, its rows.
    var contributors: [String: Units] = [:]

    fileprivate mutating func add(
      _ number: Int, of size: Double, isDistinct: Bool, about who: String?
    ) {
      rows += 1
      if isDistinct {
        if units[number] == nil { self.size += 1 }
        units[number] = 1
      } else {
        self.size += size
        units[number, default: 0] += 1
      }
      if let who { contributors[who, default: [:]][number, default: 0] += 1 }
    }
  }

  private let db: Database
  private let pipeline: Pipeline
  private var numbers: [String: Int] = [:]

  init(_ pipeline: Pipeline, _ db: Database) {
    self.pipeline = pipeline
    self.db = db
  }

  /// Rows of a measure by category, under the codes joined as they are published.
  func categories(
    _ measure: IndicatorDefinition.Measure, and known: String?, by dimensions: [Identifier],
    of contributor: Identifier?
  ) throws -> [String: Category] {
    guard let model = pipeline.model(measure.from) else { return [:] }
    let unit = unitColumns(measure, model, dimensions)
    let weight = weightColumn(measure)
    let contributor = contributor.flatMap { model.column($0)?.name }
    var columns = dimensions + unit
    columns += [weight, contributor].compactMap { $0 }
    let list = columns.map { "CAST(m.\($0) AS TEXT)" }.joined(separator: ", ")
    var conditions = ["(\(measure.condition))"] + dimensions.map { "\($0) IS NOT NULL" }
    if let known { conditions.append("(\(known))") }
    let from = "(SELECT * FROM \(model.name) WHERE \(conditions.joined(separator: " AND "))) m"
    let rows = try Row.fetchCursor(db, sql: "SELECT \(list.isEmpty ? "1" : list) FROM \(from)")
    let space = unit.map(\.name).joined(separator: ",") + (weight == nil ? "" : "|amount")
    let isDistinct = if case .distinct = measure.value { true } else { false }
    var found: [String: Category] = [:]
    while let row = try rows.next() {
      let code = dimensions.indices.map { row[$0] as String }.joined(separator: " × ")
      let key = unit.indices.map { row.text(dimensions.count + $0) ?? "" }.joined(
        separator: "\u{1}")
      let amount = weight == nil ? "1" : row.text(dimensions.count + unit.count)
      // A row without an amount, or of zero, is in no sum.
      guard let amount, let size = Double(amount), size != 0 else {
        found[code, default: Category()].rows += 1
        continue
      }
      let number = number(of: "\(space)|\(key)|\(amount)")
      let who = contributor == nil ? nil : row.text(columns.count - 1) ?? ""
      // In place: a copy of what is found so far for every row would take the square of their time.
      found[code, default: Category()].add(
        number, of: size, isDistinct: isDistinct, about: who)
    }
    return found
  }

  private func number(of unit: String) -> Int {
    if let number = numbers[unit] { return number }
    numbers[unit] = numbers.count
    return numbers.count - 1
  }

  private func unitColumns(
    _ measure: IndicatorDefinition.Measure, _ model: ModelDefinition, _ dimensions: [Identifier]
  ) -> [Identifier] {
    if case .distinct(let column) = measure.value { return [column] }
    let rest = model.key.filter { !dimensions.contains($0) }
    return (rest.isEmpty ? model.key : rest).sorted { $0.name < $1.name }
  }

  private func weightColumn(_ measure: IndicatorDefinition.Measure) -> Identifier? {
    switch measure.value {
    case .count, .distinct: nil
    case .sum(let column), .mean(let column), .median(let column): column
    }
  }
}
