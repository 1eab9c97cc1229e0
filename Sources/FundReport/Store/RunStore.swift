import Foundation
import GRDB

/// The database of one run: built aside, thrown away if the run fails.
enum RunStore {
  /// Bytes; the service is given a little more.
  private static let mostMemory = 3 << 30

  /// A new database; in memory when no path is given.
  static func open(path: String? = nil) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      SQLFunctions.add(to: db)
      guard !db.configuration.readonly else { return }
      // A definition that joins everything with everything must not take the machine down.
      try db.execute(sql: "PRAGMA hard_heap_limit = \(Self.mostMemory)")
      // The file is nobody's until the run has finished: a crash leaves nothing to recover.
      try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      // Temporary tables hold what is about people: they must never reach a disk.
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
    }
    guard let path else { return try DatabaseQueue(configuration: configuration) }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// The evidence of a release, for reading only.
  static func openRelease(path: String) throws -> DatabaseQueue {
    guard FileManager.default.fileExists(atPath: path) else { throw RunError.noRelease(path) }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { SQLFunctions.add(to: $0) }
    return try DatabaseQueue(path: path, configuration: configuration)
  }
}

extension Database {
  /// Whether a model's rows stand in the evidence, and not in memory only.
  func keeps(_ model: ModelDefinition) throws -> Bool {
    try tableExists(model.name.name, in: "main")
  }
}
