import Foundation
import GRDB

/// `output/state.sqlite`: what ran, what it made, and which inputs need not be read again.
struct RunHistory {
  private let queue: DatabaseQueue

  init(path: String) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TABLE IF NOT EXISTS run (run INTEGER PRIMARY KEY, period INTEGER NOT NULL,
            cut_off TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT, outcome TEXT,
            release TEXT) STRICT;
          CREATE TABLE IF NOT EXISTS dated_inputs (inputs TEXT PRIMARY KEY, days TEXT NOT NULL)
            STRICT;
          """)
    }
  }

  func start(period: Int, cutOff: String) throws -> Int64 {
    try queue.write { db in
      try db.execute(
        literal: """
          INSERT INTO run (period, cut_off, started_at)
          VALUES (\(period), \(cutOff), \(Date().formatted(.iso8601)))
          """)
      return db.lastInsertedRowID
    }
  }

  func end(_ run: Int64, outcome: String, release: String?) throws {
    try queue.write { db in
      try db.execute(
        literal: """
          UPDATE run SET ended_at = \(Date().formatted(.iso8601)), outcome = \(outcome),
          release = \(release) WHERE run = \(run)
          """)
    }
  }

  /// The days forms are dated, where these inputs have been read before.
  func days(of inputs: String) throws -> [String]? {
    let days = try queue.read { db in
      try String.fetchOne(
        db, sql: "SELECT days FROM dated_inputs WHERE inputs = ?", arguments: [inputs])
    }
    return days?.split(separator: " ").map(String.init)
  }

  func remember(_ days: [String], of inputs: String) throws {
    try queue.write { db in
      try db.execute(
        literal:
          "INSERT OR REPLACE INTO dated_inputs VALUES (\(inputs), \(days.joined(separator: " ")))")
    }
  }
}
