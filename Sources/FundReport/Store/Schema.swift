import GRDB

/// The tables of one run, made from the definitions.
///
/// `list_<name>` code lists · `register_<name>` registers · `sheet_<name>_read` every row read ·
/// `sheet_<name>` the accepted rows of accepted submissions · then the models by their own names.
/// A field with several values also has a table `<table>_<field>` of row_id, position and value.
struct Schema {
  var pipeline: Pipeline
  var lists: [CodeList]

  /// Columns the engine adds to landed rows, which no field may be called.
  static let reserved = ["row_id", "submission", "refused"]

  /// - Parameter isEmpty: leaves out the codes of the code lists; enough to prepare statements.
  ///   What is kept in memory only is a table like any other then: it stays empty.
  func createInputs(in db: Database, isEmpty: Bool = false) throws {
    try db.execute(sql: Self.engineTables)
    for list in lists {
      try createTable(list, in: db)
      if !isEmpty { try fill(list, in: db) }
    }
    for register in pipeline.registers {
      try createTable(
        register, named: register.view, in: db, isTemporary: register.isInMemory && !isEmpty)
    }
    for source in pipeline.sources {
      try createTable(source, named: source.table, in: db)
      let fields = source.fields.map(\.name.description).joined(separator: ", ")
      try db.execute(
        sql: """
          CREATE VIEW \(source.view) AS SELECT row_id, submission, \(fields) FROM \(source.table)
          WHERE refused = 0
          AND submission IN (SELECT submission FROM submission WHERE state = 'accepted')
          """)
    }
  }

  /// The models' STRICT tables, empty; those that are kept in memory only are temporary, which
  /// here means that they are never written to a file.
  func createModels(in db: Database, inMemory: Set<Identifier>) throws {
    for model in pipeline.models {
      try Self.createTable(model, in: db, isTemporary: inMemory.contains(model.name))
    }
  }

  /// The views published tables share; temporary, so that the evidence needs none of our functions.
  func createPublicationViews(in db: Database) throws {
    for view in pipeline.publicationViews {
      try db.execute(sql: "CREATE TEMP VIEW \(view.name) AS \(view.sql)")
    }
  }

  /// A model's STRICT table, empty.
  static func createTable(
    _ model: ModelDefinition, in db: Database, isTemporary: Bool = false
  ) throws {
    let columns = model.columns.map { "\($0.name) \($0.type.sqlType)" }
    let key = model.key.map(\.description).joined(separator: ", ")
    try db.execute(
      sql: """
        CREATE \(Self.kind(isTemporary)) \(model.name) (\(columns.joined(separator: ", ")),
        PRIMARY KEY (\(key))) STRICT
        """)
  }

  private static func kind(_ isTemporary: Bool) -> String {
    isTemporary ? "TEMP TABLE" : "TABLE"
  }

  private func createTable(
    _ source: SourceDefinition, named table: String, in db: Database, isTemporary: Bool = false
  ) throws {
    let kind = Self.kind(isTemporary)
    let fields = source.fields.map { "\($0.name) \($0.type.sqlType)" }
    let refused = source.isRegister ? "" : ", refused INTEGER NOT NULL DEFAULT 0"
    try db.execute(
      sql: """
        CREATE \(kind) \(table) (row_id INTEGER PRIMARY KEY, submission INTEGER\(refused),
        \(fields.joined(separator: ", "))) STRICT
        """)
    for field in source.fields where field.type.isList {
      try db.execute(
        sql: """
          CREATE \(kind) \(source.view)_\(field.name.name) (row_id INTEGER NOT NULL,
          position INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (row_id, position)) STRICT
          """)
    }
  }

  private func createTable(_ list: CodeList, in db: Database) throws {
    let types = list.attributes.indices.map { list.attributeType(at: $0) }
    let attributes = zip(list.attributes, types).map {
      ", \($0) \($1 == .text ? "TEXT" : "INTEGER")"
    }
    try db.execute(
      sql: """
        CREATE TABLE list_\(list.name.name) (position INTEGER NOT NULL, code TEXT PRIMARY KEY,
        label_en TEXT NOT NULL, label_fr TEXT, label_es TEXT\(attributes.joined())) STRICT
        """)
  }

  private func fill(_ list: CodeList, in db: Database) throws {
    let types = list.attributes.indices.map { list.attributeType(at: $0) }
    let marks = Array(repeating: "?", count: 5 + types.count).joined(separator: ", ")
    let insert = try db.makeStatement(sql: "INSERT INTO list_\(list.name.name) VALUES (\(marks))")
    for (position, code) in list.codes.enumerated() {
      var arguments: [(any DatabaseValueConvertible)?] = [
        position + 1, code.code, code.labels.english, code.labels.french, code.labels.spanish,
      ]
      for (index, type) in types.enumerated() {
        arguments.append(type.value(of: code.attributes[index]))
      }
      try insert.execute(arguments: StatementArguments(arguments))
    }
  }

  /// What the report says of figures; of the public ones under another name.
  static func sentenceTable(_ name: String) -> String {
    """
    CREATE TABLE \(name) (position INTEGER PRIMARY KEY, indicator TEXT NOT NULL, dimension TEXT,
      category TEXT, sentence_en TEXT NOT NULL, sentence_fr TEXT NOT NULL,
      sentence_es TEXT NOT NULL, reason TEXT) STRICT
    """
  }

  private static let engineTables = """
    CREATE TABLE period (year INTEGER NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT NOT NULL)
      STRICT;
    CREATE TABLE submission (submission INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE,
      folder_year INTEGER NOT NULL, sha256 TEXT NOT NULL, kind TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('accepted', 'refused', 'waiting', 'copy', 'other')),
      waits INTEGER NOT NULL, copy_of INTEGER) STRICT;
    CREATE TABLE previous_submission (file TEXT NOT NULL, sha256 TEXT NOT NULL,
      state TEXT NOT NULL) STRICT;
    CREATE TABLE landed_row (row_id INTEGER PRIMARY KEY, submission INTEGER, source TEXT NOT NULL,
      file TEXT NOT NULL, sheet TEXT, row INTEGER NOT NULL) STRICT;
    CREATE TABLE register_file (file TEXT PRIMARY KEY, sha256 TEXT NOT NULL) STRICT;
    CREATE TABLE landed_field (submission INTEGER, source TEXT NOT NULL, field TEXT NOT NULL,
      sheet TEXT, row INTEGER, "column" INTEGER NOT NULL) STRICT;
    CREATE INDEX landed_field_place ON landed_field (submission, source, field);
    CREATE TABLE correction (register_row INTEGER NOT NULL, row_id INTEGER, submission INTEGER,
      source TEXT, field TEXT, seen TEXT, corrected TEXT, state TEXT NOT NULL
      CHECK (state IN ('applied', 'differs', 'no_cell', 'no_file'))) STRICT;
    CREATE INDEX correction_row ON correction (row_id);
    CREATE VIEW corrected_row AS SELECT row_id, group_concat(field || ': '
      || coalesce(nullif(seen, ''), 'empty') || ' → ' || coalesce(nullif(corrected, ''), 'empty'),
      '; ') AS corrected
      FROM (SELECT * FROM correction WHERE state = 'applied' ORDER BY row_id, register_row)
      WHERE row_id IS NOT NULL GROUP BY row_id;
    CREATE TABLE sheet_count (submission INTEGER NOT NULL, source TEXT NOT NULL,
      sheet TEXT NOT NULL, header_row INTEGER, rows_read INTEGER NOT NULL,
      accepted INTEGER, quarantined INTEGER, PRIMARY KEY (submission, source)) STRICT;
    CREATE TABLE finding (finding INTEGER PRIMARY KEY, rule TEXT NOT NULL, severity TEXT NOT NULL,
      loss TEXT NOT NULL CHECK (loss IN ('file', 'row', 'release', 'nothing')),
      submission INTEGER, programme TEXT, file TEXT NOT NULL, source TEXT, sheet TEXT, row INTEGER,
      "column" INTEGER, row_id INTEGER, found TEXT NOT NULL, expected TEXT NOT NULL,
      message TEXT NOT NULL, found_fr TEXT, found_es TEXT, expected_fr TEXT, expected_es TEXT,
      message_fr TEXT, message_es TEXT) STRICT;
    CREATE INDEX finding_row ON finding (row_id);
    CREATE TABLE figure (figure INTEGER PRIMARY KEY, period INTEGER NOT NULL,
      indicator TEXT NOT NULL, title TEXT NOT NULL, chapter TEXT NOT NULL, unit TEXT NOT NULL,
      dimension TEXT, category TEXT, value REAL, numerator REAL, denominator REAL, coverage REAL,
      in_usd INTEGER NOT NULL, reason TEXT, UNIQUE (indicator, dimension, category)) STRICT;
    CREATE TABLE figure_definition (indicator TEXT NOT NULL, dimension TEXT,
      overlaps INTEGER NOT NULL, definition TEXT NOT NULL, attributes TEXT NOT NULL,
      UNIQUE (indicator, dimension)) STRICT;
    CREATE TABLE past_figure (period INTEGER NOT NULL, indicator TEXT NOT NULL,
      title TEXT NOT NULL, unit TEXT NOT NULL, dimension TEXT, category TEXT, value REAL,
      numerator REAL, denominator REAL, reason TEXT, comparable INTEGER NOT NULL,
      release TEXT NOT NULL, first_value REAL, first_public INTEGER NOT NULL,
      UNIQUE (period, indicator, dimension, category)) STRICT;
    CREATE TABLE restatement (number INTEGER NOT NULL, restated_on TEXT NOT NULL,
      restated_by TEXT NOT NULL, why TEXT NOT NULL, previous TEXT NOT NULL,
      indicator TEXT NOT NULL, title TEXT NOT NULL, unit TEXT NOT NULL, dimension TEXT,
      category TEXT, old_value REAL, new_value REAL, old_reason TEXT, new_reason TEXT,
      old_numerator REAL, old_denominator REAL, new_numerator REAL, new_denominator REAL,
      old_public INTEGER NOT NULL,
      UNIQUE (indicator, dimension, category, number)) STRICT;
    CREATE TABLE figure_label (dimension TEXT NOT NULL, category TEXT NOT NULL,
      label TEXT NOT NULL, PRIMARY KEY (dimension, category)) STRICT;
    \(sentenceTable("sentence"));
    CREATE TABLE disclosed (figure INTEGER PRIMARY KEY,
      state TEXT NOT NULL CHECK (state IN ('public', 'suppressed')),
      part TEXT CHECK (part IN ('primary', 'secondary')), rule TEXT) STRICT;
    CREATE TABLE past_disclosed (period INTEGER NOT NULL, indicator TEXT NOT NULL, dimension TEXT,
      category TEXT, state TEXT NOT NULL, UNIQUE (period, indicator, dimension, category)) STRICT;
    CREATE TABLE disclosure_problem (kind TEXT PRIMARY KEY, problem TEXT NOT NULL) STRICT;
    CREATE TABLE protected_kind (kind TEXT PRIMARY KEY, below INTEGER) STRICT;
    CREATE TABLE definition_file (path TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
    CREATE TABLE later_refusal (name TEXT PRIMARY KEY) STRICT;
    CREATE TABLE reported_in_both (code TEXT PRIMARY KEY) STRICT;
    CREATE TABLE like_for_like (indicator TEXT PRIMARY KEY, units INTEGER NOT NULL, value REAL,
      last_value REAL, denominator REAL) STRICT;
    """
}

extension CodeList {
  enum AttributeType {
    case flag, whole, text

    func value(of text: String) -> (any DatabaseValueConvertible)? {
      switch self {
      case _ where text.isEmpty: nil
      case .flag: text == "yes" ? 1 : 0
      case .whole: Int(text)
      case .text: text
      }
    }
  }

  func attributeType(at index: Int) -> AttributeType {
    let values = codes.map { $0.attributes[index] }.filter { !$0.isEmpty }
    if values.isEmpty { return .text }
    if values.allSatisfy({ $0 == "yes" || $0 == "no" }) { return .flag }
    let isWhole = values.allSatisfy { value in
      Int(value).map { "\($0)" == value } ?? false
    }
    return isWhole ? .whole : .text
  }
}
