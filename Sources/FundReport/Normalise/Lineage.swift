import GRDB

/// What every model and check reads, as SQLite itself reports it.
struct Lineage: Sendable {
  /// Models that stand in a circle.
  struct Circle: Error, CustomStringConvertible {
    var models: [ModelDefinition]
    var description: String {
      "these models read each other in a circle: "
        + models.map(\.name.name).joined(separator: ", ")
    }
  }

  private var direct: [String: Set<String>] = [:]
  private let submitted: Set<String>
  private var people: Set<String> = []
  /// Models that rest on a register kept in memory only, and therefore are so too.
  private(set) var inMemory: Set<Identifier> = []

  /// - Parameter db: holds an empty table for every model, so that a statement's region names the
  ///   models it reads itself; what those read follows from their own statements.
  init(_ pipeline: Pipeline, in db: Database) throws {
    let names = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")
    let queries = pipeline.checks.flatMap(\.queries).map(\.sql)
    for (name, sql) in pipeline.models.map({ ($0.name.name, $0.sql) }) + queries.map({ ($0, $0) }) {
      let region = try db.makeStatement(sql: "SELECT * FROM (\n\(sql)\n)").databaseRegion
      direct[name] = Set(
        names.filter { region.isModified(byEventsOfKind: .insert(tableName: $0)) })
    }
    submitted = Set(pipeline.sources.map(\.table))
    for register in pipeline.registers where register.isInMemory {
      people.insert(register.view)
      for field in register.fields where field.type.isList {
        people.insert("\(register.view)_\(field.name.name)")
      }
    }
    inMemory = Set(pipeline.models.map(\.name).filter { readsInMemory($0.name) })
  }

  /// Whether a model (by name) or a check (by its SQL) reads rows kept in memory only.
  func readsInMemory(_ start: String) -> Bool { !reads(start).isDisjoint(with: people) }

  /// Tables, views and models that a model (by name) or a check (by its SQL) reads, at any depth.
  func reads(_ start: String) -> Set<String> {
    var found: Set<String> = []
    var waiting = [start]
    while let next = waiting.popLast() {
      for name in direct[next] ?? [] where found.insert(name).inserted { waiting.append(name) }
    }
    return found
  }

  /// Whether a model rests on anything a Joint Programme sent, and not on registers alone.
  func restsOnSubmissions(_ model: Identifier) -> Bool {
    !reads(model.name).isDisjoint(with: submitted)
  }

  /// The models in an order in which each comes after what it reads.
  ///
  /// - Throws: ``Circle`` when there is none.
  func order(of models: [ModelDefinition]) throws -> [ModelDefinition] {
    let names = Set(models.map(\.name.name))
    var ordered: [ModelDefinition] = []
    var done: Set<String> = []
    while ordered.count < models.count {
      let left = models.filter { !done.contains($0.name.name) }
      let ready = left.filter { model in
        (direct[model.name.name] ?? []).intersection(names).isSubset(of: done)
      }
      guard !ready.isEmpty else { throw Circle(models: left) }
      ordered += ready
      done.formUnion(ready.map(\.name.name))
    }
    return ordered
  }
}
