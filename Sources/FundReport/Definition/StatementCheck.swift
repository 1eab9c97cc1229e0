import GRDB
import GRDBSQLite

/// Prepares the SQL of definitions and says on which line it is wrong.
struct StatementCheck {
  let db: Database
  let mistakes: MistakeList

  /// Words that make a result depend on the clock, on chance or on what ran before.
  private static let refused = [
    "random(", "randomblob(", "'now'", "current_date", "current_time", "last_insert_rowid(",
    "changes(", "load_extension(",
  ]

  func check(_ model: ModelDefinition) {
    guard let columns = columns(of: model.sql, in: model.file, from: 1) else { return }
    let declared = model.columns.map(\.name.name)
    guard columns != declared else { return }
    let missing = declared.filter { !columns.contains($0) }
    let extra = columns.filter { !declared.contains($0) }
    var message = "the SELECT returns other columns than the header lists, or in another order"
    if !missing.isEmpty { message += "; missing: \(missing.joined(separator: ", "))" }
    if !extra.isEmpty { message += "; not listed: \(extra.joined(separator: ", "))" }
    mistakes.add(model.file, 1, message)
  }

  func check(_ check: CheckDefinition) {
    for query in check.queries {
      guard let columns = columns(of: query.sql, in: check.file, from: query.line + 1) else {
        continue
      }
      for column in columns where !CheckDefinition.columns.contains(column) {
        let known = CheckDefinition.columns.joined(separator: ", ")
        mistakes.add(check.file, query.line, "unknown column `\(column)`; a check returns \(known)")
      }
      if !columns.contains("message") {
        mistakes.add(check.file, query.line, "the SQL returns no `message`")
      }
      let needed: String? =
        switch query.refuses {
        case .row, .register: "row_id"
        case .file: "submission"
        case .nothing, .release: nil
        }
      if let needed, !columns.contains(needed) {
        mistakes.add(check.file, query.line, "what refuses something must return `\(needed)`")
      }
    }
  }

  /// Whether a condition can be asked of a model's rows.
  func condition(_ condition: String, on model: ModelDefinition, _ file: String, _ line: Int) {
    let sql = "SELECT (\(condition)) AS condition FROM \(model.name)"
    _ = columns(of: sql, in: file, from: line, oneLine: true)
  }

  /// The columns a SELECT returns; nil after a mistake.
  ///
  /// Wrapped in a SELECT of its own, so that writes, pragmas, ATTACH and second statements are
  /// syntax errors.
  private func columns(of sql: String, in file: String, from line: Int, oneLine: Bool = false)
    -> [String]?
  {
    let lower = sql.lowercased()
    for word in Self.refused where lower.contains(word) {
      let before = lower.prefix(upTo: lower.range(of: word)?.lowerBound ?? lower.startIndex)
      let lineOfWord = line + before.filter { $0 == "\n" }.count
      mistakes.add(file, lineOfWord, "`\(word)` makes the result depend on more than the data")
    }
    let prefix = "SELECT * FROM (\n"
    do {
      return try db.makeStatement(sql: prefix + sql + "\n)").columnNames
    } catch let error as DatabaseError {
      let offset = Int(sqlite3_error_offset(db.sqliteConnection)) - prefix.utf8.count
      var lineOfError = line
      if offset >= 0, !oneLine {
        lineOfError += sql.utf8.prefix(offset).filter { $0 == UInt8(ascii: "\n") }.count
      }
      let shown = oneLine ? " in “\(sql)”" : ""
      mistakes.add(file, lineOfError, (error.message ?? "cannot be prepared") + shown)
    } catch {
      mistakes.add(file, line, "\(error)")
    }
    return nil
  }
}
