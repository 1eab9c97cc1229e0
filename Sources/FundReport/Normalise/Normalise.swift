import GRDB

/// Accepted rows become conformed tables at named grains: every model's SELECT, into its table.
struct Normalise {
  var pipeline: Pipeline
  var lineage: Lineage

  /// Fills all models, each after what it reads.
  func run(in store: DatabaseQueue) throws {
    try store.write { db in try fill(pipeline.models, in: db) }
  }

  /// Fills some models anew; what they read must be among them or full already.
  ///
  /// - Throws: ``DefinitionError`` for a fault of a definition that shows only with data: a key
  ///   that is none, a text in a number, SQL that does not end.
  func fill(_ models: [ModelDefinition], in db: Database) throws {
    for model in try lineage.order(of: models) { try Self.fill(model, in: db) }
  }

  /// Fills one model anew; its rows are stored in the order of their keys, so that `rowid` gives it.
  static func fill(_ model: ModelDefinition, in db: Database) throws {
    let key = model.key.map(\.description).joined(separator: ", ")
    do {
      try db.running(model.file, model.line) {
        try db.execute(
          sql: """
            DELETE FROM \(model.name);
            INSERT INTO \(model.name) SELECT \(model.columnList) FROM (\n\(model.sql)\n)
            ORDER BY \(key)
            """)
      }
    } catch let error as DatabaseError {
      throw DefinitionError([
        Mistake(file: model.file, line: nil, message: error.message ?? "the SQL failed")
      ])
    }
  }
}
