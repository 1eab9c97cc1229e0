import GRDB

/// Accepted rows become conformed tables at named grains: every model's SELECT, once.
struct Normalise {
  var pipeline: Pipeline
  var lineage: Lineage

  /// Replaces the views of the models by STRICT tables, each after what it reads.
  func run(in store: DatabaseQueue) throws {
    try store.write { db in
      for model in try lineage.order(of: pipeline.models) {
        let name = model.name.name
        try db.execute(sql: "DROP VIEW \(model.name)")
        try Schema.createTable(model, in: db)
        let key = model.key.map(\.description).joined(separator: ", ")
        do {
          try db.execute(
            sql: """
              INSERT INTO \(model.name) SELECT \(model.columnList) FROM (\n\(model.sql)\n)
              ORDER BY \(key)
              """)
        } catch let error as DatabaseError {
          // The definition's fault, seen only with data: a key that is none, a text in a number.
          throw DefinitionError([
            Mistake(file: model.file, line: nil, message: error.message ?? "\(name) failed")
          ])
        }
      }
    }
  }
}
