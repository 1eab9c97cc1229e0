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

  /// Everything found in one file or CSV folder, in the language of the form; its year is taken
  /// from the form.
  ///
  /// - Parameter target: where to write the workbook that would go back for it, if anywhere.
  /// - Throws: ``RunError/wrongUsage(_:)`` when there is no such file, or nothing goes back here.
  public func check(_ path: String, returning target: String? = nil) throws -> CheckedForm {
    let returns = definitions.pipeline.returns
    if target != nil, returns == nil {
      throw RunError.wrongUsage("these definitions have no `return:`, so nothing goes back")
    }
    guard FileManager.default.fileExists(atPath: path) else {
      throw RunError.wrongUsage("\(path): there is no such file")
    }
    let checked = try checked(path)
    if let target, let returns { try write(checked, returns, to: target, sentAs: path) }
    return CheckedForm(
      file: path, findings: checked.findings.groupedByRule, language: checked.language,
      checks: definitions.pipeline.checks, words: returns?.words)
  }

  private func write(
    _ checked: Checked, _ returns: ReturnDefinition, to target: String, sentAs path: String
  ) throws {
    let forms = ReturnedForms(
      pipeline: definitions.pipeline, definition: returns, dataFolder: checked.folder,
      entries: [checked.entry],
      created: CalendarDay(year: checked.entry.folderYear + 1, month: 1, day: 1)
        ?? CalendarDay(daysSince1970: 0))
    let name = path.split(separator: "/").last.map(String.init) ?? path
    try checked.store.read { db in
      try forms.workbook(1, checked.entry, shownAs: name, { _ in checked.findings }, db)
        .write(to: target)
    }
  }

  /// What checking one file leaves: its findings, and the store they rest on.
  private struct Checked {
    var entry: Inbox.Entry
    var folder: String
    var store: DatabaseQueue
    var language: Language
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
    try prepare(store, entry, inbox.dataFolder)
    return try store.read { [entry] db in
      let sent = SentSheets(pipeline: definitions.pipeline, dataFolder: inbox.dataFolder)
      let language = Language(of: try sent.sheets(of: 1, entry, db))
      return Checked(
        entry: entry, folder: inbox.dataFolder, store: store, language: language,
        findings: try findings(entry, shownAs: path, in: language, db))
    }
  }

  private func prepare(_ store: DatabaseQueue, _ entry: Inbox.Entry, _ folder: String) throws {
    let pipeline = definitions.pipeline
    _ = try Preparation(definitions: definitions).prepare(
      store, entries: [entry], dataFolder: folder, year: entry.folderYear, cutOff: "9999-12-31")
    let isUndated = try store.write { db in try supposeDay(of: entry, in: db) }
    let normalise = Normalise(pipeline: pipeline, lineage: definitions.lineage)
    let check = Check(
      pipeline: pipeline, order: definitions.checkOrder, normalise: normalise)
    try check.refuse(in: store)
    try normalise.run(in: store)
    try check.report(in: store)
    try store.write { db in
      if isUndated {
        try db.execute(sql: "UPDATE submission SET state = 'refused' WHERE submission = 1")
      }
      try Schema(pipeline: pipeline, lists: definitions.reference.lists)
        .createPublicationViews(in: db)
    }
  }

  /// Gives a form without a usable day of sending one, if nothing else keeps it out: it is checked
  /// before it is sent, and all else it says is to be checked in the same pass.
  private func supposeDay(of entry: Inbox.Entry, in db: Database) throws -> Bool {
    guard let source = definitions.pipeline.head, let dated = source.head?.dated else {
      return false
    }
    let isOfDay = """
      loss = 'file' AND source = '\(source.name.name)' AND row = (SELECT row FROM landed_field WHERE submission = 1
        AND source = '\(source.view)' AND field = '\(dated.name)')
      """
    try db.execute(sql: "UPDATE finding SET loss = 'nothing' WHERE \(isOfDay)")
    let isFound = db.changesCount > 0
    let others = try Int.fetchOne(db, sql: "SELECT count(*) FROM finding WHERE loss = 'file'")
    guard isFound, others == 0 else { return false }
    try db.execute(
      sql: "UPDATE \(source.table) SET \(dated) = ?", arguments: ["\(entry.folderYear + 1)-01-01"])
    try db.execute(sql: "UPDATE submission SET state = 'accepted' WHERE state = 'refused'")
    return true
  }

  private func findings(
    _ entry: Inbox.Entry, shownAs path: String, in language: Language, _ db: Database
  ) throws -> [Finding] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM finding WHERE submission IS NOT NULL
        -- What is said of a whole sheet rests on the programme's other forms too.
        AND (source IS NULL OR "column" IS NOT NULL OR loss <> 'nothing')
        ORDER BY file, sheet, row, "column", rule, finding
        """
    ).map { row in
      var finding = Finding(row, in: language)
      finding.file = path + finding.file.dropFirst(entry.path.utf8.count)
      return finding
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
