import Foundation
import GRDB

/// The release in force before a run, for what must be compared with it.
struct PreviousRelease {
  private var submissions: [(file: String, sha256: String, state: String)] = []
  private var refusals: [String: String] = [:]

  init(output: OutputFolder, year: Int) throws {
    guard let id = output.currentID(year),
      let evidence = try? Evidence.path(in: output.release(id, of: year))
    else { return }  // the first release of the year
    do {
      let store = try RunStore.openRelease(path: evidence)
      (submissions, refusals) = try store.read { db in
        let rows = try Row.fetchAll(db, sql: "SELECT file, sha256, state FROM submission")
        return (rows.map { ($0[0], $0[1], $0[2]) }, try Self.refusals(db))
      }
      try store.close()
    } catch let error as DatabaseError where !error.isOfTheDisk {
      // Damaged, or of another version: nothing can be compared, and the night goes on.
    }
  }

  /// Fills `previous_submission` while the checks run.
  func lend(to store: DatabaseQueue) throws {
    try store.write { db in
      for submission in submissions {
        try db.execute(
          literal: """
            INSERT INTO previous_submission
            VALUES (\(submission.file), \(submission.sha256), \(submission.state))
            """)
      }
    }
  }

  /// Empties it again: what a release says must not depend on which release came before.
  ///
  /// - Parameter accepted: checks that a person lets pass this once.
  /// - Throws: ``RunError/refusedToRelease(_:by:)`` when another check blocks the release.
  func takeBack(from store: DatabaseQueue, accepting accepted: Set<String>) throws {
    try store.write { db in
      let blocking = try Row.fetchAll(
        db, sql: "SELECT rule, file, message FROM finding WHERE loss = 'release' ORDER BY finding"
      ).filter { !accepted.contains($0["rule"]) }
      if !blocking.isEmpty {
        throw RunError.refusedToRelease(
          blocking.map { row in
            let file = row["file"] as String
            return (file.isEmpty ? "" : file + ": ") + (row["message"] as String)
          },
          by: Set(blocking.map { $0["rule"] as String }).sorted())
      }
      try forget(accepted: db)
      try db.execute(sql: "DELETE FROM previous_submission")
    }
  }

  /// What was let pass is a matter of the night: the release reads as if it had not been found.
  private func forget(accepted db: Database) throws {
    try db.execute(sql: "DELETE FROM finding WHERE loss = 'release'")
    guard db.changesCount > 0 else { return }
    try db.execute(
      sql: """
        CREATE TEMP TABLE kept (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
        INSERT INTO kept SELECT finding, row_number() OVER (ORDER BY finding) FROM finding;
        UPDATE finding SET finding = -(SELECT new FROM kept WHERE old = finding.finding);
        UPDATE finding SET finding = -finding;
        DROP TABLE kept
        """)
  }

  /// Refused files and rows of a release that this one did not have, with place and message.
  func newRefusals(in folder: String, _ manifest: Manifest) throws -> [String] {
    let store = try RunStore.openRelease(path: try Evidence.path(in: folder))
    defer { try? store.close() }  // only read: nothing is lost
    return try store.read { try Self.refusals($0, notIn: refusals) }
  }

  static func refusals(_ db: Database, notIn earlier: [String: String]) throws -> [String] {
    try refusals(db).filter { earlier[$0.key] == nil }.values.sorted()
  }

  /// The first finding of every refused file and quarantined row, by the content of its file.
  static func refusals(_ db: Database) throws -> [String: String] {
    let sql = """
      SELECT coalesce(s.sha256, f.file) || ' ' || f.loss || ' ' ||
          iif(f.loss = 'row', f.source || ' ' || f.row, ''),
        f.file || coalesce(' › ' || f.sheet, '') || coalesce(', row ' || f.row, '') || ': ' ||
          f.message,
        min(f.finding)
      FROM finding f LEFT JOIN submission s ON s.submission = f.submission
      WHERE f.loss IN ('file', 'row') GROUP BY 1
      """
    let rows = try Row.fetchAll(db, sql: sql)
    return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
  }
}

/// The evidence database inside a release.
enum Evidence {
  static func exists(in release: String) -> Bool { (try? path(in: release)) != nil }

  static func path(in release: String) throws -> String {
    let names = (FileManager.default.subpaths(atPath: release + "/internal") ?? []).sorted()
    guard let name = names.first(where: { $0.hasSuffix(".sqlite") }) else {
      throw RunError.noRelease(release)
    }
    return release + "/internal/" + name
  }
}
