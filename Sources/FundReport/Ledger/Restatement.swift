import GRDB

/// A restatement of a closed year: the figures it moves, from what to what.
struct Restatement {
  var decision: Manifest.Restatement
  /// Folder of the release it takes the place of.
  var folder: String

  init(_ decision: Manifest.Restatement, folder: String) {
    self.decision = decision
    self.folder = folder
  }

  /// Fills `restatement`: what earlier ones moved, as the release before lists it, then this one.
  func record(in store: DatabaseQueue) throws {
    let previous = try RunStore.openRelease(path: try Evidence.path(in: folder))
    try previous.read { old in
      try store.write { db in
        let insert = try db.makeStatement(
          sql: "INSERT INTO restatement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        let earlier = try Row.fetchAll(
          old,
          sql: "SELECT * FROM restatement ORDER BY number, indicator, dimension, category")
        for row in earlier {
          let values = (0..<14).map { row[$0] as DatabaseValue }
          // Releases of older programs do not say what was public: nothing, then.
          let isPublic = row.hasColumn("old_public") && row["old_public"] == true
          try insert.execute(arguments: StatementArguments(values + [isPublic.databaseValue]))
        }
        let withheld = Set(try PublishedEdition.withheld(old))
        let number = (earlier.last?["number"] ?? 0) + 1
        for move in try FigureMove.all(from: old, to: db) {
          try insert.execute(arguments: [
            number, decision.on, decision.by, decision.reason, decision.previous, move.indicator,
            move.title, move.unit, move.dimension, move.category, move.old, move.new,
            move.oldReason, move.newReason,
            !withheld.contains(
              .init(
                indicator: move.indicator, dimension: move.dimension, category: move.category)),
          ])
        }
      }
    }
    try previous.close()
  }
}
