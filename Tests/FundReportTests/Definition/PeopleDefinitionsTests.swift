import Foundation
import FundReport
import Testing

/// Definitions that would show rows about people.
@Suite struct PeopleDefinitionsTests {
  private static func table(_ column: String, from model: String) -> String {
    """
    -- Probe
    -- A test.
    -- key: \(column)
    -- columns:
    --   \(column)  text  Text: of a row
    SELECT \(column) FROM \(model)

    """
  }

  @Test(arguments: [
    ("register_registrations", "register_registrations"),
    ("event_participant_role", "event_participant_role"),
  ])
  func `no table is published from them`(model: String, named: String) throws {
    let table = Self.table("person", from: model)
    let mistakes = try said { try $0.write(table, to: "pipeline/5-publications/csv/probe.sql") }
    #expect(
      mistakes == [
        "5-publications/csv/probe.sql: reads `\(named)`, which is kept in memory only; publish figures "
          + "over it"
      ])
  }

  @Test func `no sheet, breakdown or explanation shows them`() throws {
    let mistakes = try said { fund in
      try fund.edit(
        "5-publications/analyst-workbook.yml", "data:\n", "data:\n  - event_participant\n")
      try fund.edit(
        "4-indicators/dimensions.yml", "sex: {",
        "person: { title: P, rows: event_participant }\nsex: {")
      try fund.edit(
        "2-models/fund_event.sql", "-- columns:",
        "-- because: event_participant on event\n-- columns:")
    }
    #expect(mistakes.count == 3)
    #expect(
      mistakes.allSatisfy { $0.contains("`event_participant`") && $0.contains("memory only") })
  }

  @Test(arguments: [
    ("refuses: register", "person AS found", "and returns found; such a query returns"),
    ("refuses: register", "person AS message", "and returns message; such a query returns"),
    (
      "tells: office", "'x' AS message",
      ", whose mistakes stop a run; expected `refuses: register`"
    ),
  ])
  func `a check of them stops a run and says the same of every row`(
    refuses: String, column: String, words: String
  ) throws {
    let mistakes = try said { fund in
      try fund.write(
        """
        code: X-77
        title: Probe
        severity: error
        why: A test
        mend: Mend it.
        source: A test
        finds:
          - \(refuses)
            sql: SELECT row_id, 'person' AS field, \(column) FROM register_registrations
        """, to: "pipeline/3-checks/X-77.yml")
    }
    #expect(mistakes.contains { $0.hasPrefix("3-checks/X-77.yml:9: ") && $0.contains(words) })
  }

  @Test func `a column that says who somebody is cannot be kept`() throws {
    let mistakes = try said { fund in
      let path = "1-sources/registers/registrations.yml"
      try fund.edit(path, "in_memory: yes\n", "")
      try fund.edit(path, "    - name: email\n", "    - name: event\n")
      try fund.edit(path, "field: consent_scope, codes", "field: consent, codes")
    }
    #expect(
      mistakes.map { $0.drop { $0 != " " } } == [
        " `event` says who somebody is and is a field of the register too; it must not be kept",
        " there is no field `consent` here",
        " what is about people must be `in_memory: yes`",
      ])
  }
}
