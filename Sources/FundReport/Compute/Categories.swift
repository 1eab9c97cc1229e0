import GRDB

/// The categories of a dimension: their order, their labels, and which appear without rows.
struct Categories {
  struct Category {
    var label: String
    var position: Int
    /// Appears also where nothing counts.
    var isExpected: Bool
    /// Has reported; always true where the dimension does not ask.
    var hasReported: Bool
  }

  let dimension: DimensionDefinition
  private var byCode: [String: Category] = [:]

  init(_ dimension: DimensionDefinition, _ db: Database) throws {
    self.dimension = dimension
    if let list = dimension.list {
      let rows = try Row.fetchAll(
        db, sql: "SELECT code, label_en, position FROM list_\(list) ORDER BY position")
      for row in rows {
        byCode[row[0]] = Category(
          label: row[1], position: row[2], isExpected: dimension.isComplete, hasReported: true)
      }
      return
    }
    guard let model = dimension.model else { return }
    let label = (dimension.label ?? dimension.name).description
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT CAST(\(dimension.name) AS TEXT), \(label), (\(dimension.condition ?? "0")) IS TRUE,
        (\(dimension.reported ?? "1")) IS TRUE FROM \(model)
        WHERE \(dimension.name) IS NOT NULL ORDER BY 1
        """)
    for (position, row) in rows.enumerated() {
      byCode[row[0]] = Category(
        label: row.text(1) ?? row[0], position: position, isExpected: row[2], hasReported: row[3])
    }
  }

  func category(_ code: String) -> Category? { byCode[code] }

  /// Codes that appear whatever counts.
  var expected: [String] { byCode.filter(\.value.isExpected).map(\.key) }

  func label(of code: String) -> String { byCode[code]?.label ?? code }

  /// Codes in the order of their list; unknown ones at the end by their bytes.
  func precedes(_ one: String, _ other: String) -> Bool {
    let first = byCode[one]?.position ?? .max
    let second = byCode[other]?.position ?? .max
    return first == second ? byteOrder(one, other) : first < second
  }
}
