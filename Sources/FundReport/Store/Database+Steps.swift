import GRDB
import GRDBSQLite

extension Database {
  /// What the SQL of a definition may take over the rows of a run: minutes, where the greatest
  /// funds need seconds.
  @TaskLocal static var stepsOfOneStatement = 20_000_000_000

  /// Runs SQL of a definition over the rows of a run.
  ///
  /// - Throws: ``DefinitionError`` with file and line where it does not end, or wants more memory
  ///   than there is for it.
  func running<Result>(_ file: String, _ line: Int?, _ body: () throws -> Result) throws -> Result {
    do {
      return try stopping(after: Self.stepsOfOneStatement, body)
    } catch let error as DatabaseError
      where [.SQLITE_INTERRUPT, .SQLITE_NOMEM].contains(error.resultCode.primaryResultCode)
    {
      throw DefinitionError([
        Mistake(
          file: file, line: line,
          message: "the SQL does not end; limit what it joins or what recurs")
      ])
    }
  }

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
