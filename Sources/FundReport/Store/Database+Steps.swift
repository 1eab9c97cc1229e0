import GRDB
import GRDBSQLite

extension Database {
  /// What the SQL of a definition may take over the rows of a run: minutes, where the greatest
  /// funds need seconds.
  static let stepsOfOneStatement = 20_000_000_000

  /// Does something with the database, and stops it after a number of steps of SQLite's machine.
  ///
  /// Steps are the same on every machine, other than seconds.
  ///
  /// - Throws: A `DatabaseError` with the code `SQLITE_INTERRUPT` when it is stopped.
  func stopping<Result>(after steps: Int, _ body: () throws -> Result) throws -> Result {
    let stride = 1_000_000
    var left = steps / stride
    return try withUnsafeMutablePointer(to: &left) { left in
      sqlite3_progress_handler(
        sqliteConnection, Int32(stride),
        { context in
          guard let left = context?.assumingMemoryBound(to: Int.self) else { return 1 }
          left.pointee -= 1
          return left.pointee < 0 ? 1 : 0
        }, left)
      defer { sqlite3_progress_handler(sqliteConnection, 0, nil, nil) }
      return try body()
    }
  }
}
