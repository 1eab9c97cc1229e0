import GRDB
import GRDBSQLite

/// Inserts many rows with one statement, whose values are bound as they are, without boxing each.
struct RowInsert {
  private let db: Database
  private let statement: Statement
  private let handle: OpaquePointer
  /// SQLite copies a text before the call ends.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// - Parameter columns: How many there are, in the order in which values are bound.
  init(into table: String, columns: Int, in db: Database) throws {
    let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
    self.db = db
    statement = try db.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
    handle = statement.sqliteStatement
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// Binds a whole number, by the number of its column from one on; it stays until it is replaced.
  func bind(_ number: Int64?, at column: Int32) throws {
    guard let number else { return try check(sqlite3_bind_null(handle, column)) }
    try check(sqlite3_bind_int64(handle, column, number))
  }

  /// Binds a text, by the number of its column from one on; it stays until it is replaced.
  func bind(_ text: String?, at column: Int32) throws {
    guard var text else { return try check(sqlite3_bind_null(handle, column)) }
    try check(
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(handle, column, $0.baseAddress, Int32($0.count), Self.copied)
        }
      })
  }

  /// Inserts what is bound.
  ///
  /// - Throws: `DatabaseError`, for a full disk as for a broken constraint.
  func insert() throws {
    let code = sqlite3_step(handle)
    guard code == SQLITE_DONE else {
      let error = self.error(code)
      sqlite3_reset(handle)
      throw error
    }
    try check(sqlite3_reset(handle))
  }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw error(code) }
  }

  private func error(_ code: Int32) -> DatabaseError {
    let message = db.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) }
    return DatabaseError(
      resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
  }
}
