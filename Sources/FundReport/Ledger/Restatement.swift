import GRDB

/// A restatement of a closed year: the figures it moves, from what to what.
struct Restatement {
  var decision: Manifest.Restatement
  /// Folder of the release it takes the place of.
  var folder: String
  var pipeline: Pipeline

  /// Fills `restatement`: what earlier ones moved, as the release before lists it, then this one.
  func record(in store: DatabaseQueue) throws {
    let previous = try RunStore.openRelease(path: try Evidence.path(in: folder))
    try previous.read { old in
      try store.write { db in
        let places = Array(repeating: "?", count: 19).joined(separator: ", ")
        let insert = try db.makeStatement(sql: "INSERT INTO restatement VALUES (\(places))")
        let earlier = try Row.fetchAll(
          old,
          sql: "SELECT * FROM restatement ORDER BY number, indicator, dimension, category")
        // Releases of older programs do not keep the parts of a share.
        let parts = ["old_numerator", "old_denominator", "new_numerator", "new_denominator"]
        for row in earlier {
          let values =
            (0..<14).map { row[$0] as DatabaseValue }
            + parts.map { row.hasColumn($0) ? row[$0] : .null }
          // Nor do they say what was public: nothing, then.
          let isPublic = row.hasColumn("old_public") && row["old_public"] == true
          try insert.execute(arguments: StatementArguments(values + [isPublic.databaseValue]))
        }
        let withheld = Set(try PublishedEdition.withheld(old))
        let number = (earlier.last?["number"] ?? 0) + 1
        for move in try FigureMove.all(pipeline, from: old, to: db) {
          // What was withheld is known by the old code only.
          let isPublic =
            !move.isRenamed
            && !withheld.contains(
              .init(
                indicator: move.indicator, dimension: move.dimension, category: move.category))
          try insert.execute(arguments: [
            number, decision.on, decision.by, decision.reason, decision.previous, move.indicator,
            move.title, move.unit, move.dimension, move.category, move.old.value, move.new.value,
            move.old.reason, move.new.reason, move.old.numerator, move.old.denominator,
            move.new.numerator, move.new.denominator, isPublic,
          ])
        }
      }
    }
    try previous.close()
  }
}
