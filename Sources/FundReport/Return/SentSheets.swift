import GRDB
import Spreadsheet

/// The sheets of a submission that were read, as they were sent.
struct SentSheets {
  struct Sent {
    var name: String
    var source: SourceDefinition
    var rows: [SheetRow]

    /// The row with the headings of a table.
    var headerRow: Int? {
      guard source.layout == .table else { return nil }
      return HeaderSearch(source).headerIndex(in: rows).map { rows[$0].number }
    }
  }

  var pipeline: Pipeline
  var dataFolder: String

  /// None of a file that does not open.
  func sheets(of submission: Int64, _ entry: Inbox.Entry, _ db: Database) throws -> [Sent] {
    let read = try Row.fetchAll(
      db, sql: "SELECT source, sheet FROM sheet_count WHERE submission = ?",
      arguments: [submission])
    guard !read.isEmpty else { return [] }
    let file: SubmissionSheets
    do {
      file = try SubmissionSheets(entry, dataFolder: dataFolder)
    } catch {
      return []  // that it does not open is among the findings
    }
    let found = read.compactMap { row -> Sent? in
      guard let name = row.text("sheet"),
        let source = pipeline.sources.first(where: { $0.name.name == row.text("source") }),
        let rows = try? file.rows(of: name, for: source)  // likewise
      else { return nil }
      return Sent(name: name, source: source, rows: rows)
    }
    return file.names.compactMap { name in found.first { $0.name == name } }
  }
}
