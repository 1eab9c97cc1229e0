import GRDB

/// The rows a figure counts in one release, as far as two releases can be compared by them.
struct CountedRows {
  struct Counted: Hashable {
    /// What the row is about, in its first texts.
    var name: String
    /// What it adds to the figure.
    var amount: String
    var file: String?
    var sheet: String?
    var line: Int?

    /// Where it was submitted, its file by a shorter name where it has one.
    func place(naming name: (String) -> String) -> String {
      guard let file else { return "" }
      return " (\(name(file))\(sheet.map { " › \($0)" } ?? "")\(line.map { ", row \($0)" } ?? ""))"
    }
  }

  struct Difference {
    /// Counts now.
    var came: [Counted] = []
    /// Counted before.
    var went: [Counted] = []
  }

  var pipeline: Pipeline

  /// What counts in one release only; nil where the old release cannot be asked this way.
  func difference(_ move: FigureMove, from old: Database, to new: Database) throws -> Difference? {
    guard let indicator = pipeline.indicator(move.indicator) else { return nil }
    let breakdown = move.dimension.flatMap { pipeline.breakdown(of: indicator, named: $0) }
    let selection = breakdown?.selection ?? indicator.total
    let codes = move.category?.components(separatedBy: " × ") ?? []
    var all = Difference()
    for measure in [selection.measure] + (selection.outOf.map { [$0] } ?? []) {
      let isShared = measure == selection.measure || !selection.keepsDenominator
      let pairs = isShared ? Array(zip(breakdown?.dimensions ?? [], codes)) : []
      // Definitions of another day may know other models and columns.
      guard let before = try? rows(measure, selection.known, pairs, old),
        let after = try? rows(measure, selection.known, pairs, new)
      else { return nil }
      var left: [[String]: [Counted]] = [:]
      for row in before { left[[row.name, row.amount], default: []].append(row) }
      for row in after {
        let key = [row.name, row.amount]
        if left[key]?.popLast() == nil, !all.came.contains(row) { all.came.append(row) }
      }
      for row in before where left[[row.name, row.amount]]?.contains(row) == true {
        if !all.went.contains(row) { all.went.append(row) }
      }
    }
    return all
  }

  private func rows(
    _ measure: IndicatorDefinition.Measure, _ known: String?,
    _ restrictions: [(Identifier, String)], _ db: Database
  ) throws -> [Counted] {
    guard let model = pipeline.model(measure.from) else { return [] }
    var conditions = ["(\(measure.condition))"] + (known.map { ["(\($0))"] } ?? [])
    for (dimension, code) in restrictions {
      conditions.append("CAST(\(dimension) AS TEXT) = '\(code.replacing("'", with: "''"))'")
    }
    let key = model.key.map(\.description).joined(separator: ", ")
    let found = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM \(model.name) WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(key)
        """)
    // Numbers that only tell things apart are another release's own.
    let amount: Identifier? =
      if case .distinct = measure.value { nil } else { measure.value.column }
    let texts = model.columns.prefix(8).filter { $0.type == .text }
    let shown = texts.isEmpty ? model.columns.filter { model.key.contains($0.name) } : texts
    return try found.map { row in
      var counted = Counted(
        name: shown.compactMap { row.text($0.name.name) }.joined(separator: " · "),
        amount: amount.flatMap { row.text($0.name) } ?? "")
      if let column = model.rowColumn, let id = row[column.name.name] as Int64?,
        let landed = try Row.fetchOne(
          db, sql: "SELECT file, sheet, row FROM landed_row WHERE row_id = ?", arguments: [id])
      {
        counted.file = landed.text(0)
        counted.sheet = landed.text(1)
        counted.line = landed[2]
      }
      return counted
    }
  }
}
