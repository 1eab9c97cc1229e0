import GRDB
import Spreadsheet

/// What corrected forms have changed: the rows of each, and the figures of whose form it is.
struct FormCorrections {
  /// One form that took the place of an earlier one.
  struct Correction {
    /// Whose form of which year.
    var identity: String
    var file: String
    var oldVersion: String
    var newVersion: String
    var rows: [RowChange]
    /// The category it reports for, such as a Joint Programme; nil where figures have none.
    var unit: String?
    var figures: [FigureMove]
  }

  private(set) var all: [Correction] = []

  init(
    _ pipeline: Pipeline, _ submissions: SubmissionChanges, _ moved: [FigureMove],
    from old: Database, to new: Database
  ) throws {
    guard let source = pipeline.head, let head = source.head else { return }
    let before = try Self.newest(source, head, old)
    let after = try Self.newest(source, head, new)
    let corrected = Set(submissions.corrected.map(\.identity))
    for (identity, now) in after.sorted(by: { byteOrder($0.key, $1.key) })
    where corrected.contains(identity) {
      guard let then = before[identity], then.sha256 != now.sha256 else { continue }
      var answers = source
      // Who sends it for when, and as which version, is said by its name.
      answers.fields.removeAll { (head.identity + [head.version, head.dated]).contains($0.name) }
      let tables = pipeline.sources.filter { $0.name != source.name }
      let rows = try ([answers] + tables).flatMap { source in
        try RowChange.all(in: source, from: (old, then.submission), to: (new, now.submission))
      }
      let unit = try Self.unit(of: now, pipeline, new)
      let dimension = pipeline.reportingUnit?.publishedName.name
      all.append(
        Correction(
          identity: identity, file: now.file, oldVersion: then.version, newVersion: now.version,
          rows: rows, unit: unit,
          figures: moved.filter { $0.dimension == dimension && $0.category == unit }))
    }
  }

  private struct Form {
    var submission: Int64
    var file: String
    var sha256: String
    var version: String
    var answers: [String]
  }

  /// The form with the highest version, by identity.
  private static func newest(
    _ source: SourceDefinition, _ head: SourceDefinition.Head, _ db: Database
  ) throws -> [String: Form] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.file, s.sha256, h.* FROM \(source.view) h
        JOIN submission s ON s.submission = h.submission
        ORDER BY h.\(head.version), s.submission DESC
        """)
    return Dictionary(
      rows.map { row in
        let answers = head.identity.map { row.text($0.name) ?? "" }
        let form = Form(
          submission: row["submission"], file: row.text("file") ?? "",
          sha256: row.text("sha256") ?? "", version: row.text(head.version.name) ?? "",
          answers: answers)
        return (answers.joined(separator: " "), form)
      }, uniquingKeysWith: { _, higher in higher })
  }

  /// The category of figures that a form reports for, whatever code of it the form bears.
  private static func unit(of form: Form, _ pipeline: Pipeline, _ db: Database) throws -> String? {
    guard let dimension = pipeline.reportingUnit, let model = dimension.model else { return nil }
    let former = dimension.former.map { ", \($0) AS former" } ?? ""
    let spelt = Set(form.answers.map(FoldedText.reference))
    return try Row.fetchAll(db, sql: "SELECT \(dimension.name) AS code\(former) FROM \(model)")
      .first { row in
        let codes =
          [row.text("code") ?? ""]
          + (row.text("former") ?? "").split(separator: ";").map(String.init)
        return codes.contains { !$0.isEmpty && spelt.contains(FoldedText.reference($0)) }
      }?.text("code")
  }
}
