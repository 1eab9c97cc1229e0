import Foundation
import GRDB
import GRDBSQLite

/// Prepares the SQL of definitions and says on which line it is wrong.
struct StatementCheck {
  let db: Database
  let mistakes: MistakeList

  /// What makes a result depend on the clock, on chance, on the disk or on what ran before.
  ///
  /// A date function without a date means today.
  private static let refused = [
    #"\b(random|randomblob|last_insert_rowid|(total_)?changes|load_extension)["\]`]?\s*\("#,
    #"['"]now['"]|\bcurrent_(date|timestamp|time)\b|\bpragma_\w+"#,
    #"\b(date|time|datetime|julianday|unixepoch)["\]`]?\s*\(\s*\)"#,
    #"\bstrftime["\]`]?\s*\(\s*['"][^'"]*['"]\s*\)"#,
  ]

  /// Over tables without rows every SELECT that ends at all ends long before.
  private static let steps = 20_000_000

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
      let named = query.words.texts.flatMap(\.text.all).reduce(into: Set<String>()) {
        $0.formUnion(FindingWords.placeholders(in: $1).map(\.column))
      }
      for column in columns
      where !CheckDefinition.columns.contains(column) && !named.contains(column) {
        let known = CheckDefinition.columns.joined(separator: ", ")
        mistakes.add(check.file, query.line, "unknown column `\(column)`; a check returns \(known)")
      }
      for text in query.words.texts {
        for name in Set(text.text.all.flatMap(FindingWords.placeholders).map(\.column)).sorted()
        where !columns.contains(name) {
          mistakes.add(check.file, text.line, "the SQL returns no `\(name)`, which the text names")
        }
      }
      if !query.words.keys.isEmpty, !columns.contains("says") {
        mistakes.add(check.file, query.line, "the SQL returns no `says` to choose the words by")
      }
      if !columns.contains("message"), !query.words.hasMessage, query.refuses != .register {
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
    let lower = SelectText.withoutComments(sql).lowercased()
    for pattern in Self.refused {
      guard let range = lower.range(of: pattern, options: .regularExpression) else { continue }
      let lineOfWord = line + lower[..<range.lowerBound].count { $0 == "\n" }
      mistakes.add(
        file, lineOfWord, "`\(lower[range])` makes the result depend on more than the data")
    }
    let prefix = "SELECT * FROM (\n"
    do {
      let statement = try db.makeStatement(sql: prefix + sql + "\n)")
      try requireEnd(of: statement, lower, file, line)
      return statement.columnNames
    } catch let error as DatabaseError {
      let message = error.message ?? "cannot be prepared"
      let offset = Int(sqlite3_error_offset(db.sqliteConnection)) - prefix.utf8.count
      var lineOfError = line
      if !oneLine {
        let before = offset >= 0 ? sql.utf8.prefix(offset) : beforeName(in: message, sql)
        lineOfError += before.count { $0 == UInt8(ascii: "\n") }
      }
      let shown = oneLine ? " in “\(sql)”" : ""
      mistakes.add(file, lineOfError, message + shown)
    } catch {
      mistakes.add(file, line, "\(error)")
    }
    return nil
  }

  private func requireEnd(
    of statement: Statement, _ sql: String, _ file: String, _ line: Int
  ) throws {
    do {
      try db.stopping(after: Self.steps) {
        let rows = try Row.fetchCursor(statement)
        while try rows.next() != nil {}
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
      let start = sql.range(of: "recursive")?.lowerBound ?? sql.startIndex
      mistakes.add(
        file, line + sql[..<start].count { $0 == "\n" },
        "the SQL does not end, even over tables without rows; limit what recurs")
    } catch is DatabaseError {
      // Of rows that only a check of definitions has; a run tells with real ones.
    }
  }

  /// What stands before a name that SQLite does not know and gives no place for, such as a table's.
  private func beforeName(in message: String, _ sql: String) -> Substring.UTF8View {
    let name = message.split(separator: " ").last.map(String.init) ?? ""
    let pattern = #"(?m)^(?!--).*\b"# + NSRegularExpression.escapedPattern(for: name) + #"\b"#
    let line = sql.range(of: pattern, options: [.regularExpression, .caseInsensitive])
    return sql[..<(line?.upperBound ?? sql.startIndex)].utf8
  }
}
