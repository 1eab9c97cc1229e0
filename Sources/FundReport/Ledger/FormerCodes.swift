import GRDB

/// What the units that report are called today, by the codes they bore before.
struct FormerCodes {
  /// The dimension of these units, as figures name it.
  private var dimension: String?
  private var today: [String: String] = [:]

  init() {}

  /// - Parameter db: holds the register of today.
  init(_ pipeline: Pipeline, in db: Database) throws {
    guard let unit = pipeline.reportingUnit, let model = unit.model, let former = unit.former else {
      return
    }
    dimension = unit.publishedName.name
    let rows = try Row.fetchAll(
      db, sql: "SELECT \(unit.name), \(former) FROM \(model) WHERE \(former) IS NOT NULL")
    for row in rows {
      for code in (row.text(1) ?? "").split(separator: ";") {
        today[String(code).trimmed] = row.text(0)
      }
    }
  }

  /// The code of today; the same where it has not changed.
  func today(_ code: String) -> String { today[code] ?? code }

  /// The same of a figure's category, and of its part that names such a unit.
  func today(_ category: String?, of dimension: String?) -> String? {
    guard let category, let unit = self.dimension, let dimension else { return category }
    let names = dimension.components(separatedBy: Self.cross)
    let codes = category.components(separatedBy: Self.cross)
    guard names.contains(unit), names.count == codes.count else { return category }
    return zip(names, codes).map { $0 == unit ? today($1) : $1 }.joined(separator: Self.cross)
  }

  private static let cross = " × "
}
