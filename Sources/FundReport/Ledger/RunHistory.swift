import Foundation
import GRDB

/// `output/state.sqlite`: what ran, what it made, and which inputs need not be read again.
struct RunHistory {
  private let queue: DatabaseQueue

  /// Reads what there is, without making anything; nil where nothing ran yet.
  init?(reading path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      // Not opened as read-only: what a crash left half written is rolled back by whoever may.
      queue = try DatabaseQueue(path: path, configuration: Self.patient)
      // The first night ended before it made the tables, which come all at once.
      guard try queue.read({ try $0.tableExists("run") }) else { return nil }
    } catch let error as DatabaseError where error.isDamage {
      throw RunError.damagedHistory(path)
    }
  }

  /// Waits while another process writes or reads, which takes milliseconds.
  private static var patient: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    return configuration
  }

  init(path: String) throws {
    if !FileManager.default.fileExists(atPath: path) {
      // What went wrong in a run is for owner and group, as internal files are.
      try Durable.write(Data(), to: path)
    }
    var configuration = Self.patient
    configuration.prepareDatabase { db in
      // A write-ahead log would have to be written to be read: who may only read asks, too.
      try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write { try $0.execute(sql: Self.tables) }
    } catch let error as DatabaseError where error.isDamage {
      throw RunError.damagedHistory(path)
    }
  }

  private static let tables = """
    CREATE TABLE IF NOT EXISTS run (run INTEGER PRIMARY KEY, period INTEGER NOT NULL,
      cut_off TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT, outcome TEXT,
      release TEXT) STRICT;
    CREATE TABLE IF NOT EXISTS dated_inputs (inputs TEXT PRIMARY KEY, days TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS folders (period INTEGER PRIMARY KEY, pipeline TEXT NOT NULL,
      data TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS closing (period INTEGER PRIMARY KEY, acts TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS aside (made TEXT, closed TEXT, moves TEXT NOT NULL,
      PRIMARY KEY (made, closed)) STRICT;
    """

  /// In place of a year, of nights that came to none.
  static let noYear = 0

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

  /// Releases of a year that were put in force or found to be, each once, the latest first.
  func inForce(_ period: Int) throws -> [String] {
    try queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT release FROM run WHERE period = ? AND release IS NOT NULL
          AND outcome IN ('released', 'nothingNew', 'closed') GROUP BY release
          ORDER BY max(run) DESC
          """, arguments: [period])
    }
  }

  /// One run as it went.
  struct Run {
    var period: Int
    var startedAt: String
    var endedAt: String?
    var outcome: String?
    var release: String?
  }

  /// The last runs, the latest first.
  func runs(limit: Int) throws -> [Run] {
    try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT period, started_at, ended_at, outcome, release FROM run ORDER BY run DESC LIMIT ?
          """, arguments: [limit]
      ).map { Run(period: $0[0], startedAt: $0[1], endedAt: $0[2], outcome: $0[3], release: $0[4]) }
    }
  }

  /// When anything last ended well, a night without an open year included; nil for never.
  func lastSuccess() throws -> String? {
    try queue.read { db in
      try String.fetchOne(
        db, sql: "SELECT max(ended_at) FROM run WHERE outcome NOT LIKE 'failed: %'")
    }
  }

  /// When runs of a year last began, last ended well, and put a release in force; nil for never.
  func latest(of period: Int, release: String) throws
    -> (attempt: String?, success: String?, released: String?)
  {
    try queue.read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT max(started_at), max(iif(release IS NOT NULL, ended_at, NULL)),
            max(iif(release = ? AND outcome = 'released', ended_at, NULL))
          FROM run WHERE period = ?
          """, arguments: [release, period])
      return (row?.text(0), row?.text(1), row?.text(2))
    }
  }

  /// The record that a year is closed; nil while it is open.
  func closing(of period: Int) throws -> Closing? {
    let text = try queue.read { db in
      try String.fetchOne(
        db, sql: "SELECT acts FROM closing WHERE period = ?", arguments: [period])
    }
    return try text.map { try JSONDecoder().decode(Closing.self, from: Data($0.utf8)) }
  }

  func remember(_ closing: Closing, of period: Int) throws {
    let acts = String(decoding: try JSONEncoder().encode(closing), as: UTF8.self)
    try queue.write { db in
      try db.execute(literal: "INSERT OR REPLACE INTO closing VALUES (\(period), \(acts))")
    }
  }

  /// Where definitions and data of a year were read last.
  func remember(pipelineFolder: String, dataFolder: String, of period: Int) throws {
    let (pipeline, data) = (Self.absolute(pipelineFolder), Self.absolute(dataFolder))
    try queue.write { db in
      try db.execute(
        literal: "INSERT OR REPLACE INTO folders VALUES (\(period), \(pipeline), \(data))")
    }
  }

  /// Where those of the newest year were read; nil where nobody ran a year.
  func folders() throws -> (pipeline: String, data: String)? {
    try queue.read { db in
      try Row.fetchOne(db, sql: "SELECT pipeline, data FROM folders ORDER BY period DESC LIMIT 1")
        .map { ($0[0], $0[1]) }
    }
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// What would move in a closed release, line by line, where another was computed beside it before.
  func moves(from closed: String, to made: String) throws -> [String]? {
    let moves = try queue.read { db in
      try String.fetchOne(
        db, sql: "SELECT moves FROM aside WHERE made = ? AND closed = ?", arguments: [made, closed])
    }
    return moves?.split(separator: "\n").map(String.init)
  }

  func remember(_ moves: [String], from closed: String, to made: String) throws {
    try queue.write { db in
      try db.execute(
        literal: """
          INSERT OR REPLACE INTO aside
          VALUES (\(made), \(closed), \(moves.joined(separator: "\n")))
          """)
    }
  }

  func remember(_ days: [String], of inputs: String) throws {
    try queue.write { db in
      try db.execute(
        literal:
          "INSERT OR REPLACE INTO dated_inputs VALUES (\(inputs), \(days.joined(separator: " ")))")
    }
  }
}
