import Foundation
import GRDB

/// The release in force before a run, for what must be compared with it.
struct PreviousRelease {
  private var submissions: [(file: String, sha256: String, state: String)] = []
  private var refusals: Set<String> = []

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
    } catch is DatabaseError {
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
  /// - Throws: ``RunError/refusedToRelease(_:)`` when a check blocks the release.
  func takeBack(from store: DatabaseQueue) throws {
    try store.write { db in
      let blocking = try Row.fetchAll(
        db, sql: "SELECT file, message FROM finding WHERE loss = 'release' ORDER BY finding")
      if !blocking.isEmpty {
        throw RunError.refusedToRelease(
          blocking.map { "\($0["file"] as String): \($0["message"] as String)" })
      }
      try db.execute(sql: "DELETE FROM previous_submission")
    }
  }

  /// Refused files and rows of a release that this one did not have.
  func newRefusals(in folder: String, _ manifest: Manifest) throws -> Int {
    let store = try RunStore.openRelease(path: try Evidence.path(in: folder))
    defer { try? store.close() }  // only read: nothing is lost
    return try store.read { try Self.refusals($0) }.subtracting(refusals).count
  }

  /// One entry per refused file and per quarantined row, by the content of its file.
  private static func refusals(_ db: Database) throws -> Set<String> {
    let sql = """
      SELECT DISTINCT coalesce(s.sha256, f.file) || ' ' || f.loss || ' ' ||
        iif(f.loss = 'row', f.source || ' ' || f.row, '')
      FROM finding f LEFT JOIN submission s ON s.submission = f.submission
      WHERE f.loss IN ('file', 'row')
      """
    return Set(try String.fetchAll(db, sql: sql))
  }
}

/// The evidence database inside a release.
enum Evidence {
  static func path(in release: String) throws -> String {
    let names = (FileManager.default.subpaths(atPath: release + "/internal") ?? []).sorted()
    guard let name = names.first(where: { $0.hasSuffix(".sqlite") }) else {
      throw RunError.noRelease(release)
    }
    return release + "/internal/" + name
  }
}
