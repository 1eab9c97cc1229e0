import Foundation
import FundReport
import Testing

/// SQL and keys of definitions that would make a run unsafe, unrepeatable or impossible.
@Suite struct WrongStatementsTests {
  /// A model of one column made by some SQL.
  private static func model(_ sql: String) -> String {
    "-- Probe\n-- key: year\n-- columns:\n--   year  integer  Year: of the period\n\(sql)\n"
  }

  @Test(arguments: [
    ("DELETE FROM period", "5: near \"DELETE\": syntax error"),
    ("UPDATE period SET year = 1", "5: near \"UPDATE\": syntax error"),
    ("ATTACH 'x.sqlite' AS x", "5: near \"AS\": syntax error"),
    ("PRAGMA user_version", "5: no such table: PRAGMA"),
    ("SELECT year FROM period; DELETE FROM period", "5: near \";\": syntax error"),
    ("SELECT year FROM period); DELETE FROM period; --", "1: Multiple statements found"),
    ("SELECT yaer AS year FROM period", "5: no such column: yaer"),
    (
      "SELECT year AS jahr FROM period",
      "1: the SELECT returns other columns than the header lists, or in "
        + "another order; missing: year; not listed: jahr"
    ),
    (
      "SELECT year, starts_on FROM period",
      "1: the SELECT returns other columns than the header lists, or in "
        + "another order; not listed: starts_on"
    ),
    ("SELECT year\nFROM nowhere", "6: no such table: nowhere"),
    ("SELECT nosuch(year) AS year FROM period", "5: no such function: nosuch"),
    ("SELECT readfile('/etc/passwd') AS year", "5: no such function: readfile"),
  ])
  func `a model's SQL only reads, and only what it says`(sql: String, expected: String) throws {
    let mistakes = try said { fund in
      try fund.write(Self.model(sql), to: "pipeline/2-models/probe.sql")
    }
    #expect(mistakes.count == 1)
    #expect(mistakes.first?.hasPrefix("2-models/probe.sql:" + expected) == true, "\(mistakes)")
  }

  @Test(arguments: [
    "strftime('%Y', 'now')", "strftime('%Y', 'NOW')", "random()", "RANDOM ()", "randomblob(2)",
    "CURRENT_TIMESTAMP", "date()", "unixepoch( )", "strftime('%Y')", "last_insert_rowid()",
    "load_extension('x')", "(SELECT file FROM pragma_database_list)",
  ])
  func `nothing may depend on the clock, on chance or on the disk`(expression: String) throws {
    let mistakes = try said { fund in
      try fund.write(
        Self.model("SELECT\n  \(expression) AS year"), to: "pipeline/2-models/probe.sql")
    }
    #expect(mistakes.count == 1)
    let words = "makes the result depend on more than the data"
    #expect(mistakes.first?.hasPrefix("2-models/probe.sql:6: `") == true)
    #expect(mistakes.first?.hasSuffix("` " + words) == true, "\(mistakes)")
  }

  @Test func `words that only look like the clock are no mistake`() throws {
    let mistakes = try said { fund in
      try fund.write(
        Self.model("SELECT year FROM period WHERE date(starts_on) < 'nowhere' -- by update() time"),
        to: "pipeline/2-models/probe.sql")
    }
    #expect(mistakes == [])
  }

  @Test func `names that stand twice or are taken are mistakes, not accidents`() throws {
    let probe = Self.model("SELECT year FROM period")
    let twice = try said { fund in
      try fund.write(probe, to: "pipeline/2-models/one/probe.sql")
      try fund.write(probe, to: "pipeline/2-models/two/probe.sql")
      try fund.write(
        probe.replacing("SELECT", with: "--   year  integer  Year: again\nSELECT year,"),
        to: "pipeline/2-models/twice.sql")
      try fund.edit(
        "1-sources/registers/programmes.yml", "  - { name: title,",
        "  - { name: scope, label: Area }\n  - { name: title,")
    }
    #expect(
      twice == [
        "1-sources/registers/programmes.yml: the field `scope` is also declared in "
          + "1-sources/registers/programmes.yml",
        "1-sources/registers/programmes.yml:6: “scope” means both scope and scope; a label or alias must "
          + "mean one field",
        "2-models/twice.sql: the column `year` is also declared in 2-models/twice.sql",
        "2-models/two/probe.sql: the model or table `probe` is also declared in 2-models/one/probe.sql",
      ])
    let taken = try said { try $0.write(probe, to: "pipeline/2-models/finding.sql") }
    #expect(taken == ["2-models/finding.sql: the name `finding` is taken; rename the file"])
  }

  @Test func `the line of a mistake is the line in the file`() throws {
    let mistakes = try said { fund in
      try fund.write(
        Self.model("SELECT year\nFROM period\nWHERE year > 1\n  AND yaer > 1"),
        to: "pipeline/2-models/probe.sql")
      try fund.write(
        """
        code: Z-1
        title: Probe
        severity: notice
        why: A test
        mend: Nothing.
        source: A test
        finds:
          - tells: office
            sql: |
              SELECT 'x' AS message
              FROM period
              WHERE yaer > 1
        """, to: "pipeline/3-checks/Z-1.yml")
    }
    #expect(
      mistakes == [
        "2-models/probe.sql:8: no such column: yaer", "3-checks/Z-1.yml:12: no such column: yaer",
      ])
  }

  @Test func `a check returns known columns, a message, and what it refuses`() throws {
    let check = { (find: String) in
      """
      code: Z-1
      title: Probe
      severity: notice
      why: A test
      mend: Nothing.
      source: A test
      finds:
      \(find)
      """
    }
    let cases = [
      (
        "  - { tells: office, sql: \"SELECT 1 AS colour, 'x' AS message\" }",
        ":8: unknown column `colour`; a check returns row_id, submission, programme, source, field, "
          + "says, found, expected, message"
      ),
      ("  - { tells: office, sql: SELECT 1 AS row_id }", ":8: the SQL returns no `message`"),
      (
        "  - { tells: office, refuses: agreements, sql: \"SELECT 'x' AS message\" }",
        ":8: what refuses something must return `row_id`"
      ),
      (
        "  - { tells: office, refuses: file, sql: \"SELECT 'x' AS message\" }",
        ":8: what refuses something must return `submission`"
      ),
      (
        "  - { tells: office, refuses: nobody, sql: \"SELECT 1 AS row_id, 'x' AS message\" }",
        ": `refuses` names `nobody`, which is no source; known: accountability, agreements, "
          + "engagement, events, narrative, programme, structures, transfers"
      ),
      (
        "  - { tells: office, refuses: All of it, sql: \"SELECT 1 AS row_id, 'x' AS message\" }",
        ":8: “All of it” must be a source, file, register, release or nothing"
      ),
      (
        "  - { tells: office, severity: bad, sql: \"SELECT 'x' AS message\" }",
        ":8: `severity` is “bad”; expected one of error, warning, notice"
      ),
      ("  []", ":1: the check finds nothing; expected `finds:` or `reading:`"),
    ]
    for (find, expected) in cases {
      let mistakes = try said { try $0.write(check(find), to: "pipeline/3-checks/Z-1.yml") }
      #expect(mistakes == ["3-checks/Z-1.yml" + expected], "\(find)")
    }
  }

  @Test func `values of the wrong kind, twins and unknown names are all said in one pass`() throws {
    let mistakes = try said { fund in
      try fund.edit("4-indicators/partnerships/PA-05.yml", "unit: percent", "unit: per cent")
      try fund.edit("4-indicators/partnerships/PA-01.yml", "code: PA-01", "code: PA-05")
      try fund.edit("4-indicators/partnerships/PA-07.yml", "distinct partner\n", "most partner\n")
      try fund.edit("1-sources/transfers.yml", "minimum: 1", "minimum: one")
      try fund.edit("1-sources/programme.yml", "layout: form\n", "layout: from\n")
      try fund.edit("3-checks/C-22.yml", "severity: notice", "severity: mild")
      try fund.edit("5-publications/analyst-workbook.yml", "row_limit: 10000", "row_limit: many")
      try fund.write("title: [", to: "pipeline/3-checks/Z-9.yml")
    }
    #expect(
      mistakes == [
        "1-sources/programme.yml:4: `layout` is “from”; expected one of table, form",
        "1-sources/transfers.yml:47: `minimum` is “one”; expected a whole number",
        "3-checks/C-22.yml:6: `severity` is “mild”; expected one of error, warning, notice",
        "3-checks/Z-9.yml:2: no valid YAML: did not find expected node content",
        "4-indicators/partnerships/PA-05.yml: the indicator `PA-05` is also declared in "
          + "4-indicators/partnerships/PA-01.yml",
        "4-indicators/partnerships/PA-05.yml:4: `unit` is “per cent”; expected one of count, percent, "
          + "usd, number, days",
        "4-indicators/partnerships/PA-07.yml:1: expected `from: MODEL` and `value: count, sum COLUMN, "
          + "distinct COLUMN, mean COLUMN, median COLUMN`",
        "4-indicators/partnerships/PA-07.yml:7: “most partner” is no measure; expected count, sum "
          + "COLUMN, distinct COLUMN, mean COLUMN, median COLUMN",
        "5-publications/analyst-workbook.yml:3: `row_limit` is “many”; expected a whole number",
      ])
  }

  @Test func `without checks, nothing may run`() throws {
    let mistakes = try said {
      try FileManager.default.removeItem(atPath: $0.pipelineFolder + "/3-checks")
    }
    #expect(mistakes.contains { $0.hasSuffix("no check is declared in 3-checks") })
    let nowhere = try said { $0.pipelineFolder = $0.folder + "/nowhere" }
    #expect(
      nowhere.contains {
        $0.hasSuffix("there is no such pipeline folder; name one with --pipeline")
      })
  }
}
