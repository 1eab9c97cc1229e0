import Foundation
import GRDB
import Spreadsheet

/// What a submitter or analyst runs on forms before they are sent: every finding, nothing kept.
public struct FormCheck {
  private let definitions: Definitions
  private let dataFolder: String

  /// - Throws: ``DefinitionError`` when the definitions or registers have mistakes.
  public init(pipelineFolder: String, dataFolder: String) throws {
    definitions = try Definitions(pipelineFolder: pipelineFolder, dataFolder: dataFolder)
    self.dataFolder = dataFolder
  }

  /// All findings about one file or CSV folder, by cell; the year is taken from the form.
  ///
  /// - Throws: ``RunError/wrongUsage(_:)`` when there is no such file.
  public func findings(in path: String) throws -> [Finding] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw RunError.wrongUsage("\(path): there is no such file")
    }
    return try checked(path).findings
  }

  /// Checks one file or CSV folder and writes the workbook that would go back for it.
  ///
  /// - Throws: ``RunError/wrongUsage(_:)`` when there is no such file, or nothing goes back here.
  public func findings(in path: String, returning target: String) throws -> [Finding] {
    guard let returns = definitions.pipeline.returns else {
      throw RunError.wrongUsage("these definitions have no `return:`, so nothing goes back")
    }
    guard FileManager.default.fileExists(atPath: path) else {
      throw RunError.wrongUsage("\(path): there is no such file")
    }
    let checked = try checked(path)
    let forms = ReturnedForms(
      pipeline: definitions.pipeline, definition: returns, dataFolder: checked.folder,
      entries: [checked.entry],
      created: CalendarDay(year: checked.entry.folderYear + 1, month: 1, day: 1)
        ?? CalendarDay(daysSince1970: 0))
    let name = path.split(separator: "/").last.map(String.init) ?? path
    try checked.store.read { db in
      try forms.workbook(1, checked.entry, shownAs: name, checked.findings, db).write(to: target)
    }
    return checked.findings
  }

  /// What checking one file leaves: its findings, and the store they rest on.
  private struct Checked {
    var entry: Inbox.Entry
    var folder: String
    var store: DatabaseQueue
    var findings: [Finding]
  }

  private func checked(_ path: String) throws -> Checked {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    let inbox = Inbox(
      dataFolder: url.deletingLastPathComponent().path,
      headFile: definitions.pipeline.head?.csv?.lowercased())
    var entry = try inbox.entry(url.lastPathComponent)
    entry.folderYear = year(of: entry, inbox.dataFolder)
    let store = try RunStore.open()
    let findings = try findings(entry, inbox.dataFolder, in: store, shownAs: path)
    return Checked(entry: entry, folder: inbox.dataFolder, store: store, findings: findings)
  }

  private func findings(
    _ entry: Inbox.Entry, _ folder: String, in store: DatabaseQueue, shownAs path: String
  ) throws -> [Finding] {
    let pipeline = definitions.pipeline
    _ = try Preparation(definitions: definitions).prepare(
      store, entries: [entry], dataFolder: folder, year: entry.folderYear, cutOff: "9999-12-31")
    let normalise = Normalise(pipeline: pipeline, lineage: definitions.lineage)
    let check = Check(
      pipeline: pipeline, order: definitions.checkOrder, normalise: normalise)
    try check.refuse(in: store)
    try normalise.run(in: store)
    try check.report(in: store)
    try store.write { db in
      try Schema(pipeline: pipeline, lists: definitions.reference.lists)
        .createPublicationViews(in: db)
    }
    return try store.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM finding WHERE submission IS NOT NULL
          -- What is said of a whole sheet rests on the programme's other forms too.
          AND (source IS NULL OR "column" IS NOT NULL OR loss <> 'nothing')
          ORDER BY file, sheet, row, "column", rule, finding
          """)
      return rows.map { row in
        let member = (row["file"] as String).dropFirst(entry.path.utf8.count)
        return Finding(
          rule: row["rule"], severity: row["severity"], file: path + member, sheet: row["sheet"],
          row: row["row"], column: row["column"], found: row["found"], expected: row["expected"],
          message: row["message"])
      }
    }
  }

  /// The year the form itself names, so that it is checked as if it lay in that year's folder.
  private func year(of entry: Inbox.Entry, _ folder: String) -> Int {
    let thisYear = Int("\(Date().formatted(.iso8601.year()))") ?? 2000
    guard let source = definitions.pipeline.head, let head = source.head else { return thisYear }
    let reading = SubmissionReading(
      sources: [source], cells: definitions.reference.cells, dataFolder: folder)
    let values = reading.read(entry).sheets.first?.rows.first?.values ?? []
    for (field, value) in zip(source.fields, values) where head.identity.contains(field.name) {
      if field.type == .whole, case .integer(let year) = value { return Int(year) }
    }
    return thisYear
  }
}
