import GRDB

/// Writes what was read into the landed tables, numbering every row.
struct Landing {
  let db: Database
  private var nextRow: Int64 = 1
  private let rules: [ReadingProblem.Kind: CheckDefinition]
  private let translations: Translations
  /// Rows of the register of corrections, by their line.
  private var correctionRows: [Int: Int64] = [:]

  init(_ db: Database, _ pipeline: Pipeline) {
    self.db = db
    translations = pipeline.phrases?.translations ?? Translations()
    var rules: [ReadingProblem.Kind: CheckDefinition] = [:]
    for check in pipeline.checks { for kind in check.reading { rules[kind] = check } }
    self.rules = rules
  }

  /// A register row is known by its file and line.
  mutating func land(_ register: Reference.Register) throws {
    let source = register.sheet.source
    if source.corrects != nil {
      for (offset, row) in register.sheet.rows.enumerated() {
        correctionRows[row.number] = nextRow + Int64(offset)
      }
    }
    try landRows(register.sheet, into: source.view, submission: nil, file: register.path)
    for (field, column) in register.sheet.layout.columns {
      try landField(
        field, column, nil, submission: nil, source.view, sheet: register.sheet.layout.sheetName)
    }
    for problem in register.sheet.problems where problem.kind.loss == .nothing {
      try add(problem, submission: nil, file: register.path, source: source.name, rowID: nil)
    }
  }

  mutating func land(
    _ read: ReadSubmission, as submission: Int64, state: String, waits: Bool = false,
    copyOf: Int64? = nil
  ) throws {
    let entry = read.entry
    try db.execute(
      literal: """
        INSERT INTO submission VALUES (\(submission), \(entry.path), \(entry.folderYear),
        \(entry.sha256), \(entry.kind.rawValue), \(state), \(waits), \(copyOf))
        """)
    for problem in read.problems {
      try add(problem, submission: submission, file: entry.path, source: nil, rowID: nil)
    }
    for sheet in read.sheets { try land(sheet, submission, entry) }
  }

  private mutating func land(_ sheet: ReadSheet, _ submission: Int64, _ entry: Inbox.Entry) throws {
    let source = sheet.source
    let file = entry.kind == .csvFolder ? entry.path + "/" + sheet.layout.sheet : entry.path
    let first = nextRow
    try landRows(sheet, into: source.table, submission: submission, file: file)
    for (field, column) in sheet.layout.columns {
      let index = source.fields.firstIndex { $0.name == field.name }
      let row = sheet.answerRows.isEmpty ? nil : index.flatMap { sheet.answerRows[$0] }
      try landField(
        field, column, row, submission: submission, source.view, sheet: sheet.layout.sheet)
    }
    try db.execute(
      literal: """
        INSERT INTO sheet_count (submission, source, sheet, header_row, rows_read)
        VALUES (\(submission), \(source.name.name), \(sheet.layout.sheet),
        \(sheet.layout.headerRow), \(sheet.rows.count))
        """)
    var rowIDs: [Int: Int64] = [:]
    for (offset, row) in sheet.rows.enumerated() { rowIDs[row.number] = first + Int64(offset) }
    for outcome in sheet.corrections {
      // An answer of a form has a row of its own, which its field knows.
      let rowID = source.layout == .form ? nil : rowIDs[outcome.row]
      try db.execute(
        literal: """
          INSERT INTO correction VALUES (\(correctionRows[outcome.line]), \(rowID), \(submission),
          \(source.name.name), \(outcome.field.name), \(outcome.seen), \(outcome.corrected),
          \(outcome.isApplied ? "applied" : "differs"))
          """)
    }
    for problem in sheet.problems {
      let rowID = problem.kind.loss == .row ? problem.row.flatMap { rowIDs[$0] } : nil
      try add(problem, submission: submission, file: file, source: source.name, rowID: rowID)
    }
  }

  private mutating func landRows(
    _ sheet: ReadSheet, into table: String, submission: Int64?, file: String
  ) throws {
    let source = sheet.source
    let firstField: Int32 = source.isRegister ? 3 : 4
    let insert = try RowInsert(
      into: table, columns: source.fields.count + Int(firstField) - 1, in: db)
    let place = try RowInsert(into: "landed_row", columns: 6, in: db)
    try insert.bind(submission, at: 2)
    try place.bind(submission, at: 2)
    try place.bind(source.name.name, at: 3)
    try place.bind(file, at: 4)
    try place.bind(sheet.layout.sheetName, at: 5)
    for row in sheet.rows {
      let rowID = nextRow
      nextRow += 1
      try insert.bind(rowID, at: 1)
      if !source.isRegister { try insert.bind(row.isRefused ? 1 : 0, at: 3) }
      for (column, value) in zip(firstField..., row.values) {
        switch value {
        case .null: try insert.bind(nil as Int64?, at: column)
        case .integer(let number): try insert.bind(number, at: column)
        case .text(let text): try insert.bind(text, at: column)
        case .list(let values):
          try insert.bind(values.joined(separator: ";"), at: column)
          let field = source.fields[Int(column - firstField)]
          try land(values, of: field, in: source, rowID)
        }
      }
      try insert.insert()
      try place.bind(rowID, at: 1)
      try place.bind(Int64(row.number), at: 6)
      try place.insert()
    }
  }

  private func land(
    _ values: [String], of field: SourceDefinition.Field, in source: SourceDefinition,
    _ rowID: Int64
  ) throws {
    let insert = try RowInsert(into: "\(source.view)_\(field.name.name)", columns: 3, in: db)
    for (position, value) in values.enumerated() {
      try insert.bind(rowID, at: 1)
      try insert.bind(Int64(position + 1), at: 2)
      try insert.bind(value, at: 3)
      try insert.insert()
    }
  }

  private func landField(
    _ field: SourceDefinition.Field, _ column: Int, _ row: Int?, submission: Int64?,
    _ table: String, sheet: String?
  ) throws {
    try db.cachedStatement(sql: "INSERT INTO landed_field VALUES (?, ?, ?, ?, ?, ?)").execute(
      arguments: [submission, table, field.name.name, sheet, row, column])
  }

  /// Corrections that met no cell: of a file that was read, or of none.
  func landCorrectionsLeft(_ submissionOf: [Int: Int64]) throws {
    for (line, row) in correctionRows.sorted(by: { $0.key < $1.key }) {
      let isMet = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM correction WHERE register_row = ?)",
        arguments: [row])
      if isMet == true { continue }
      let submission = submissionOf[line]
      try db.execute(
        literal: """
          INSERT INTO correction VALUES (\(row), NULL, \(submission), NULL, NULL, NULL, NULL,
          \(submission == nil ? "no_file" : "no_cell"))
          """)
    }
  }

  /// A problem of reading becomes a finding of the rule that stands for its kind.
  ///
  /// Whatever the file says of itself, what is told of it fits a cell.
  private mutating func add(
    _ problem: ReadingProblem, submission: Int64?, file: String, source: Identifier?, rowID: Int64?
  ) throws {
    guard let rule = rules[problem.kind] else {
      throw RunError.bug("no check stands for reading problems of the kind \(problem.kind)")
    }
    let said = { [translations] (wording: Wording, language: Language) in
      wording.text(in: language, translations).shortened(to: 1_000)
    }
    let loss =
      switch problem.kind.loss {
      case .file: "file"
      case .row: "row"
      case .nothing: "nothing"
      }
    try db.execute(
      literal: """
        INSERT INTO finding (rule, severity, loss, submission, file, source, sheet, row, "column",
        row_id, found, expected, message, expected_fr, expected_es, message_fr, message_es)
        VALUES (\(rule.code), \(rule.severity.rawValue), \(loss), \(submission), \(file),
        \(source?.name), \(problem.sheet), \(problem.row), \(problem.column), \(rowID),
        \(problem.found.shortened(to: 1_000)), \(said(problem.expected, .english)), \(said(problem.message, .english)),
        \(said(problem.expected, .french)), \(said(problem.expected, .spanish)),
        \(said(problem.message, .french)), \(said(problem.message, .spanish)))
        """)
  }
}
