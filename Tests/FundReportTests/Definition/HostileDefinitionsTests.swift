import Foundation
import GRDB
import Testing

@testable import FundReport

/// Definitions that mean something else than they look like, or never end.
@Suite struct HostileDefinitionsTests {
  @Test(arguments: [
    ("unit: percent", "unit: no", ":4: `unit` is “no”; expected one of "),
    ("unit: percent", "unit: [percent]", ":4: `unit` is a list or mapping; expected one text"),
    ("unit: percent", "unit:", ":4: `unit` is empty; give it a value or leave the key out"),
    ("unit: percent", "unit: percent\ntotal: on", ": `total` is “on”; expected "),
    (
      "unit: percent", "unit: &u percent", ":4: anchors and aliases (`&name`, `*name`) are not read"
    ),
    ("unit: percent", "unit: *u", ":4: anchors and aliases (`&name`, `*name`) are not read"),
    ("unit: percent", "unit: percent\n? [a, b]\n: c", ":5: a key must be a plain word"),
    ("unit: percent", "unit: percent\n\"unit\": count", "the key `unit` stands here twice"),
    ("unit: percent", "unit: percent\n\ttitle: x", "no valid YAML"),
    ("unit: percent", "unit: percent\n--- \ncode: X", "no valid YAML"),
    ("code: PA-05", "code: {}", ":1: `code` is a list or mapping; expected one text"),
  ])
  func `YAML that is not what it looks like is refused`(
    found: String, replacement: String, complaint: String
  ) throws {
    let mistakes = try said {
      try $0.edit("4-indicators/partnerships/PA-05.yml", found, replacement)
    }
    #expect(mistakes.contains { $0.contains("PA-05.yml") && $0.contains(complaint) }, "\(mistakes)")
  }

  @Test func `words and numbers stay what was typed`() throws {
    // As YAML 1.1 would have it `no` is false, 010 is eight and 1:30 is ninety.
    let mistakes = try said {
      try $0.edit("5-publications/analyst-workbook.yml", "row_limit: 10000", "row_limit: 1:30")
      try $0.edit("1-sources/transfers.yml", "minimum: 1", "minimum: 0x1")
      try $0.edit("1-sources/structures.yml", "required: yes", "required: true")
    }
    #expect(mistakes.contains { $0.hasSuffix("`minimum` is “0x1”; expected a whole number") })
    #expect(mistakes.contains { $0.hasSuffix("`row_limit` is “1:30”; expected a whole number") })
    #expect(mistakes.contains { $0.hasSuffix("`required` is “true”; expected yes or no") })
  }

  @Test func `aliases of aliases are refused in a moment, as values and as keys`() throws {
    let laughs = (1...40).reduce("a0: &a0 [x, x]\n") { text, level in
      text + "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    for end in ["title: *a40", "? *a40\n: x", "? [*a40]\n: x\n? [*a40]\n: y"] {
      let mistakes = try said { try $0.write(laughs + end, to: "pipeline/3-checks/Z-1.yml") }
      #expect(
        mistakes == [
          "3-checks/Z-1.yml:1: anchors and aliases (`&name`, `*name`) are not read; write the value "
            + "out"
        ])
    }
  }

  private static func model(_ sql: String) -> String {
    "-- Probe\n-- key: year\n-- columns:\n--   year  integer  Year: of the period\n\(sql)\n"
  }

  @Test(arguments: [
    "random /* by chance */ ()", "\"random\"()", "[randomblob](2)", "`random`()",
    "date(\"now\")", "strftime(\"%Y\")", "load_extension/**/('x')", "date(/* today */)",
    "(SELECT count(*) FROM \"pragma_database_list\")", "current_\n-- x\ntimestamp",
  ])
  func `what is hidden behind comments and quotes is refused as well`(expression: String) throws {
    let mistakes = try said {
      try $0.write(
        Self.model("SELECT\n  \(expression) AS year"), to: "pipeline/2-models/probe.sql")
    }
    #expect(mistakes.count >= 1)
    #expect(mistakes.allSatisfy { $0.hasPrefix("2-models/probe.sql:") }, "\(mistakes)")
  }

  @Test func `SQL that never ends is refused before a run, with its line`() throws {
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
    let mistakes = try said { fund in
      try fund.write(
        Self.model("\(endless)\nSELECT max(i) AS year FROM n"), to: "pipeline/2-models/probe.sql")
      try fund.edit(
        "4-indicators/partnerships/PA-05.yml", "where: in_year and is_financial",
        "where: in_year and 1 < (\(endless) SELECT max(i) FROM n)")
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
              FROM period, (
                \(endless) SELECT count(*) FROM n)
        """, to: "pipeline/3-checks/Z-1.yml")
    }
    let words = "the SQL does not end, even over tables without rows; limit what recurs"
    #expect(
      mistakes.filter { !$0.hasPrefix("4-") } == [
        "2-models/probe.sql:5: \(words)", "3-checks/Z-1.yml:12: \(words)",
      ])
  }

  /// What recurs, or joins everything with everything, only where there are rows.
  @Test(arguments: ["recursion", "join"])
  func `SQL that never ends over the rows of a run stops it, with file and line`(how: String) throws
  {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows(
        (1...40).map { ("A-\($0)", ["partner_name": "Partner \($0)"]) }))
    let count =
      how == "join"
      // 40 to the power of six.
      ? "SELECT count(*) FROM agreement a, agreement b, agreement c, agreement d, agreement e, agreement f"
      : "WITH RECURSIVE n(i) AS (SELECT 1 FROM period UNION ALL SELECT i + 1 FROM n) "
        + "SELECT max(i) FROM n"
    let places: [(path: String, text: String, line: String)] = [
      ("2-models/probe.sql", Self.model("SELECT (\(count)) AS year"), ":5"),
      ("5-publications/csv/probe.sql", Self.model("SELECT (\(count)) AS year"), ":5"),
      (
        "3-checks/Z-1.yml",
        "code: Z-1\ntitle: Probe\nseverity: notice\nwhy: A test\nmend: Nothing.\nsource: A test\n"
          + "finds:\n  - tells: office\n    sql: |\n      SELECT (\(count)) AS message\n", ":9"
      ),
    ]
    for (path, text, line) in places {
      try fund.copyPipeline()
      try fund.write(text, to: "pipeline/" + path)
      try expectStop(of: fund, at: path + line)
      try FileManager.default.removeItem(atPath: fund.folder + "/pipeline")
      fund.pipelineFolder = Repository.pipeline
    }
    try fund.copyPipeline()
    let figure = "4-indicators/partnerships/PA-05.yml"
    try fund.edit(figure, "where: in_year and is_financial", "where: in_year and 1 < (\(count))")
    try expectStop(of: fund, at: figure + ":")
  }

  private func expectStop(of fund: TinyFund, at place: String) throws {
    let error = #expect(throws: DefinitionError.self) {
      try Database.$stepsOfOneStatement.withValue(100_000_000) { _ = try fund.run() }
    }
    let mistakes = (error?.mistakes ?? []).map(\.description)
    #expect(mistakes.count == 1)
    #expect(
      mistakes.allSatisfy {
        $0.contains("/pipeline/" + place)
          && $0.hasSuffix(": the SQL does not end; limit what it joins or what recurs")
      }, "\(mistakes)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: fund.folder + "/output/2025/releases")
        .isEmpty)
  }

  @Test func `a recursion that ends is no mistake`() throws {
    let mistakes = try said {
      try $0.write(
        Self.model(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)\n"
            + "SELECT max(i) AS year FROM n"), to: "pipeline/2-models/probe.sql")
    }
    #expect(mistakes == [])
  }
}
