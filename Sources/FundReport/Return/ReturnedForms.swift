import Foundation
import GRDB
import Spreadsheet

/// Writes what goes back: a workbook for each submission about which there is something to say.
struct ReturnedForms {
  var pipeline: Pipeline
  var definition: ReturnDefinition
  var dataFolder: String
  var entries: [Inbox.Entry]
  /// The day the workbooks count as made on.
  var created: CalendarDay

  static let findingColumns = [
    "submission", "severity", "rule", "file", "sheet", "row", "column_number", "found", "found_fr",
    "found_es", "expected", "expected_fr", "expected_es", "message", "message_fr", "message_es",
  ]
  static let figureColumns = ["submission", "label_en", "label_fr", "label_es", "value", "unit"]

  /// Writes all of a run into a folder, which is made when there is one to write.
  func write(to folder: String, from store: DatabaseQueue) throws {
    try store.read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(definition.findings)")
      let findings = Dictionary(grouping: rows) { $0.text("submission").flatMap(Int64.init) }
      var names: Set<String> = []
      for submission in findings.keys.compactMap({ $0 }).sorted() {
        guard let entry = try entry(of: submission, db) else { continue }
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
        let own = { (language: Language) in
          (findings[submission] ?? []).map { Finding($0, column: "column_number", in: language) }
        }
        var name = try self.name(of: submission, entry, db)
        // Two files that say the same of themselves: the later one is known by its content, and one
        // with the same content by its number.
        if names.contains(name) { name = byContent(entry) }
        if names.contains(name) { name += "-\(submission)" }
        names.insert(name)
        try workbook(submission, entry, shownAs: entry.path, own, db)
          .write(to: "\(folder)/\(name).xlsx")
      }
    }
  }

  /// What goes back about one submission, with the findings given.
  func workbook(
    _ submission: Int64, _ entry: Inbox.Entry, shownAs path: String,
    _ findings: (Language) throws -> [Finding], _ db: Database
  ) throws -> Workbook {
    let state = try String.fetchOne(
      db, sql: "SELECT state FROM submission WHERE submission = ?", arguments: [submission])
    let sheets = try SentSheets(pipeline: pipeline, dataFolder: dataFolder)
      .sheets(of: submission, entry, db)
    let language = Language(of: sheets)
    return ReturnWorkbook(
      definition: definition, language: language,
      file: path, state: state.flatMap(ReturnDefinition.Word.init) ?? .other,
      findings: try findings(language).groupedByRule, figures: try figures(of: submission, db),
      counts: try counts(of: submission, in: sheets.map(\.name), db),
      sheets: sheets.map { ($0.name, $0.rows, $0.headerRow) },
      created: created
    ).workbook()
  }

  private func entry(of submission: Int64, _ db: Database) throws -> Inbox.Entry? {
    let path = try String.fetchOne(
      db, sql: "SELECT file FROM submission WHERE submission = ?", arguments: [submission])
    return entries.first { $0.path == path }
  }

  /// An accepted form is known by what its head says, any other by its file.
  private func name(of submission: Int64, _ entry: Inbox.Entry, _ db: Database) throws -> String {
    guard let source = pipeline.head,
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM \(source.view) WHERE submission = ?", arguments: [submission])
    else { return byContent(entry) }
    let name = source.fields.reduce(definition.name) {
      $0.replacing("{\($1.name.name)}", with: row.text($1.name.name) ?? "")
    }
    return Self.asFileName(name)
  }

  private func byContent(_ entry: Inbox.Entry) -> String {
    let name = entry.path.split(separator: "/").last.map(String.init) ?? entry.path
    let digest = entry.sha256.isEmpty ? FileDigest.sha256(of: entry.path) : entry.sha256
    let stem = name.lowercased().hasSuffix(".xlsx") ? String(name.dropLast(5)) : name
    return Self.asFileName(stem) + "-" + digest.prefix(8)
  }

  /// No folder, no hidden file and nothing invisible, and not longer than file systems allow.
  private static func asFileName(_ text: String) -> String {
    var name = String.UnicodeScalarView()
    var bytes = 0
    for scalar in text.unicodeScalars {
      bytes += UTF8.width(scalar)
      guard bytes <= 200 else { break }
      name.append(scalar == "/" || scalar.isInvisible ? "-" : scalar)
    }
    return name.first == "." ? "-" + String(name) : String(name)
  }

  /// The counts of the tables, in the order of their sheets.
  private func counts(of submission: Int64, in sheets: [String], _ db: Database) throws
    -> [ReturnWorkbook.RowCount]
  {
    let place = { (name: String) in sheets.firstIndex(of: name) ?? sheets.count }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT source, sheet, rows_read, coalesce(accepted, 0) AS accepted,
          coalesce(quarantined, 0) AS quarantined
        FROM sheet_count WHERE submission = ? ORDER BY rowid
        """, arguments: [submission]
    ).filter { row in row.text("source") != pipeline.head?.name.name }.map { row in
      ReturnWorkbook.RowCount(
        sheet: row["sheet"], read: row["rows_read"], accepted: row["accepted"],
        left: row["quarantined"])
    }.sorted { (place($0.sheet), $0.sheet) < (place($1.sheet), $1.sheet) }
  }

  private func figures(of submission: Int64, _ db: Database) throws -> [ReturnWorkbook.Figure] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM \(definition.figures) WHERE submission = ?", arguments: [submission]
    ).map { row in
      let label = LanguageText(
        english: row.text("label_en") ?? "", french: row.text("label_fr"),
        spanish: row.text("label_es"))
      return ReturnWorkbook.Figure(
        label: label, value: row.number("value"), unit: row.text("unit") ?? "")
    }
  }
}
