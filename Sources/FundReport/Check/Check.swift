import GRDB

/// Rules over landed rows and models: findings with the offending cell, and what is refused.
struct Check {
  var pipeline: Pipeline
  var order: CheckOrder
  var normalise: Normalise

  /// Runs the checks that refuse files and rows, group by group.
  ///
  /// The models a group reads are filled from the rows the groups before have left.
  ///
  /// - Throws: ``DefinitionError`` when a register does not hold.
  func refuse(in store: DatabaseQueue) throws {
    try store.write { db in
      for group in order.refusing {
        let reads = group.queries.reduce(into: Set<String>()) {
          $0.formUnion(normalise.lineage.reads($1.query.sql))
        }
        try normalise.fill(pipeline.models.filter { reads.contains($0.name.name) }, in: db)
        try reopen(group.refuses, in: db)
        for (check, query) in group.queries { try find(check, query, in: db) }
        if group.refuses == .register { try stopOnRegisterMistakes(db) }
        try apply(group.refuses, in: db)
      }
      try countRows(db)
    }
  }

  /// Runs the checks that refuse nothing, over the finished models.
  func report(in store: DatabaseQueue) throws {
    try store.write { db in
      for (check, query) in order.remaining {
        try find(check, query, in: db)
      }
    }
  }

  /// Runs the checks that read figures, once there are some.
  func reportFigures(in store: DatabaseQueue) throws {
    try store.write { db in
      for (check, query) in order.afterFigures { try find(check, query, in: db) }
    }
  }

  /// Lets the checks of files also see files with an unreadable sheet, and those of a source rows
  /// with an unreadable cell, so that everything wrong is said in one pass.
  ///
  /// What such a cell makes impossible to say has no message, and what is said of the cell already
  /// is not said again.
  private func reopen(_ refusal: CheckDefinition.Refusal, in db: Database) throws {
    // The models are filled: what is reopened here is only looked at.
    try db.execute(sql: "UPDATE submission SET state = 'accepted' WHERE state = 'refused'")
    guard case .row(let name) = refusal,
      let source = pipeline.sources.first(where: { $0.name == name })
    else { return }
    try db.execute(sql: "UPDATE \(source.table) SET refused = 0")
  }

  /// Inserts what a query finds, in a total order, each at the cell it is about.
  private func find(_ check: CheckDefinition, _ query: CheckDefinition.Query, in db: Database)
    throws
  {
    let inner = "(\n\(query.sql)\n)"
    let returned = try db.makeStatement(sql: "SELECT * FROM \(inner)").columnNames
    let column = { (name: String) in returned.contains(name) ? "q.\(name)" : "NULL" }
    // A query over people returns no texts: what it may say is the same for all rows.
    let message =
      query.words.sql(.message, in: .english, returned: column("message"))
      ?? (returned.contains("message") ? "q.message" : check.mend.trimmed.sqlLiteral)
    let said = { (part: FindingWords.Part, language: Language) in
      query.words.sql(part, in: language, returned: column(part.rawValue))
    }
    let found = said(.found, .english) ?? column("found")
    let expected = said(.expected, .english) ?? column("expected")
    // Where a language says nothing of its own, the English stands.
    let translated = FindingWords.Part.allCases.flatMap { part in
      Language.translations.map { language in
        "substr(\(said(part, language) ?? "NULL"), 1, \(part == .message ? 1000 : 200))"
      }
    }
    let loss =
      switch query.refuses {
      case .file: "file"
      case .row: "row"
      case .release: "release"
      case .nothing, .register: "nothing"
      }
    let submission = "coalesce(\(column("submission")), r.submission)"
    let source = "coalesce(\(column("source")), r.source)"
    let insert = """
      WITH q AS MATERIALIZED \(inner)
      INSERT INTO finding (rule, severity, loss, submission, programme, file, source, sheet, row,
        "column", row_id, found, expected, message, \(Finding.translatedColumns))
      SELECT ?, ?, ?, \(submission), \(column("programme")),
        coalesce(r.file, CASE s.kind WHEN 'csvFolder' THEN s.file || coalesce('/' || c.sheet, '')
          ELSE s.file END, ''),
        \(source), coalesce(r.sheet, c.sheet),
        coalesce(r.row, f.row, CASE WHEN f.field IS NOT NULL THEN c.header_row END), f."column",
        \(column("row_id")), substr(coalesce(\(found), ''), 1, 200),
        substr(coalesce(\(expected), ''), 1, 200), substr(\(message), 1, 1000),
        \(translated.joined(separator: ", "))
      FROM q
      LEFT JOIN landed_row r ON r.row_id = \(column("row_id"))
      LEFT JOIN submission s ON s.submission = \(submission)
      LEFT JOIN landed_field f ON f.submission IS \(submission)
        AND f.source IN ('sheet_' || \(source), 'register_' || \(source))
        AND f.field = \(column("field"))
      LEFT JOIN sheet_count c ON c.submission = \(submission) AND c.source = \(source)
      WHERE \(message) IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM finding read WHERE read.loss = 'row' AND read.row_id = \(column("row_id"))
        AND read."column" IS f."column"
      )
      ORDER BY \(submission), r.row_id, f."column", \(message)
      """
    try db.running(check.file, query.line) {
      try db.execute(sql: insert, arguments: [check.code, query.severity.rawValue, loss])
    }
  }

  private func apply(_ refusal: CheckDefinition.Refusal, in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE submission SET state = 'refused' WHERE state = 'accepted'
        AND submission IN (SELECT submission FROM finding WHERE loss = 'file')
        """)
    guard refusal != .register else { return }
    try db.execute(
      sql: "UPDATE submission SET state = 'waiting' WHERE state = 'accepted' AND waits = 1")
    guard case .row(let name) = refusal,
      let source = pipeline.sources.first(where: { $0.name == name })
    else { return }
    try db.execute(
      sql: """
        UPDATE \(source.table) SET refused = 1
        WHERE row_id IN (SELECT row_id FROM finding WHERE loss = 'row')
        """)
  }

  private func stopOnRegisterMistakes(_ db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT file || coalesce(' › ' || sheet, '') AS place, row, message FROM finding
        WHERE submission IS NULL AND row_id IS NOT NULL
        """)
    let mistakes = rows.map { Mistake(file: $0["place"], line: $0["row"], message: $0["message"]) }
    if !mistakes.isEmpty { throw DefinitionError(mistakes) }
  }

  /// Rows read = accepted + quarantined, per sheet, or the run stops.
  private func countRows(_ db: Database) throws {
    try db.execute(sql: "UPDATE sheet_count SET accepted = 0, quarantined = 0")
    for source in pipeline.sources {
      try db.execute(
        sql: """
          UPDATE sheet_count SET accepted = t.rows
          FROM (SELECT submission, count(*) AS rows FROM \(source.table) WHERE refused = 0
            GROUP BY submission) t
          WHERE t.submission = sheet_count.submission AND source = ?
          """, arguments: [source.name.name])
    }
    try db.execute(
      sql: """
        UPDATE sheet_count SET quarantined = f.rows
        FROM (SELECT submission, source, count(DISTINCT row_id) AS rows FROM finding
          WHERE loss = 'row' GROUP BY submission, source) f
        WHERE f.submission = sheet_count.submission AND f.source = sheet_count.source
        """)
    let lost = try Row.fetchAll(
      db,
      sql: """
        SELECT s.file, c.sheet, c.rows_read, c.accepted, c.quarantined FROM sheet_count c
        JOIN submission s USING (submission)
        WHERE c.rows_read <> c.accepted + c.quarantined ORDER BY s.file, c.sheet
        """)
    guard let first = lost.first else { return }
    throw RunError.bug(
      "\(first["file"] as String) › \(first["sheet"] as String): \(first["rows_read"] as Int) rows "
        + "read, but \(first["accepted"] as Int) accepted and \(first["quarantined"] as Int) "
        + "quarantined")
  }
}
