import Foundation
import FundReport
import Spreadsheet
import Testing

/// A list that is no reporting form, read by definitions of its own.
@Suite struct OtherSourcesTests {
  /// A pipeline without a sheet Programme: a list of grants, with a master table of donors.
  private func fund(
    _ grants: String, keys: String = "dates: month/day/year\nexponents: yes\nshort_rows: yes"
  )
    throws -> TinyFund
  {
    let fund = try TinyFund()
    for folder in ["code-lists", "registers"] {
      try FileManager.default.removeItem(atPath: fund.folder + "/" + folder)
    }
    fund.pipelineFolder = fund.folder + "/pipeline"
    for (path, text) in Self.definitions { try fund.write(text, to: "pipeline/" + path) }
    try fund.edit("1-sources/grants.yml", "KEYS", keys)
    try fund.register("donors", "Id,Nm,Extra\nD1,First donor,x\nD2,Second donor")
    try fund.write(grants, to: "reports/2025/Some export (3).csv")
    return fund
  }

  private static let grants = """
    GrantNo,DonorId,Paid,Usd,Remark
    1,D1,5/1/2025,1.5E+03,
    2,D2,12/31/2025 12:00:00 AM,250.255
    3,D1,1/2/2025,-1E+02,late

    """

  private static let definitions = [
    "1-sources/grants.yml": """
    source: grants
    title: Grants
    KEYS
    fields:
      - { name: grant, label: GrantNo, type: text, required: yes }
      - { name: donor, label: DonorId, type: text, required: yes }
      - { name: paid_on, label: Paid, type: date, required: yes }
      - { name: usd, label: Usd, type: money, required: yes }
    """,
    "1-sources/registers/donors.yml": """
    register: donors
    csv: donors.csv
    required: yes
    short_rows: yes
    key: [donor]
    fields:
      - { name: donor, label: Id, type: text, required: yes }
      - { name: title, label: Nm, type: text, required: yes }
    """,
    "2-models/donor.sql": """
    -- Donors
    -- key: donor
    -- columns:
    --   donor  text  Donor: number
    --   title  text  Name: of the donor
    SELECT donor, title FROM register_donors
    """,
    "2-models/payment.sql": """
    -- Payments
    -- key: row_id
    -- columns:
    --   row_id   row    Row: where it was submitted
    --   donor    text   Donor: number
    --   name     text   Name: of the donor
    --   paid_on  date   Paid on: day
    --   usd      money  USD: paid
    SELECT g.row_id, g.donor, d.title AS name, g.paid_on, g.usd
    FROM sheet_grants g JOIN register_donors d ON d.donor = g.donor
    """,
    "3-checks/G-01.yml": """
    code: G-01
    title: Unusable
    severity: error
    why: A test
    mend: Mend it.
    source: A test
    reading: [unreadable, missing_sheet, several_sheets, missing_column, duplicate_column,
      too_many_wrong_cells, missing_answer, wrong_answer, ignored_answer, empty_cell, wrong_cell, unknown_code,
      too_small, former_layout, unknown_column, dropped_time, rounded, other_document, external_link]
    finds:
      - refuses: grants
        sql: |
          SELECT row_id, 'donor' AS field, donor AS found, 'no such donor' AS message
          FROM sheet_grants WHERE donor NOT IN (SELECT donor FROM register_donors)
    """,
    "4-indicators/dimensions.yml": "donor: { title: Donor, rows: donor, label: title }",
    "4-indicators/G-10.yml": """
    code: G-10
    title: Paid
    chapter: Grants
    unit: usd
    from: payment
    where: paid_on >= '2025-01-02'
    value: sum usd
    by: [donor]
    definition: What was paid.
    source: A test
    """,
    "5-publications/workbook.yml": """
    workbook: grants-{year}
    title: Grants
    subject: Grants
    publisher: A test
    marking: A test
    purpose: A test
    issues: issues
    chapters: [Grants]
    tables: [issues]
    data: [payment]
    """,
    "5-publications/csv/issues.sql": """
    -- Issues
    -- key: file, cell
    -- columns:
    --   severity  text  Severity: of the issue
    --   rule      text  Rule: code
    --   file      text  File: path
    --   sheet     text  Sheet: name
    --   cell      text  Cell: place
    --   found     text  Found: there
    --   expected  text  Expected: instead
    --   message   text  Message: words
    SELECT severity, rule, file, sheet, cell(row, "column") AS cell, found, expected, message
    FROM finding ORDER BY finding
    """,
    "5-publications/csv/indicators.sql": """
    -- Figures
    -- key: indicator, dimension, category
    -- columns:
    --   indicator    text     Indicator: code
    --   dimension    text     Dimension: name
    --   category     text     Category: code
    --   value        decimal  Value: number
    SELECT indicator, dimension, category, decimal_text(value, 2) AS value FROM figure
    ORDER BY figure
    """,
    "5-publications/csv/payments.sql": """
    -- Payments
    -- key: row
    -- columns:
    --   row      integer  Row: line
    --   name     text     Name: of the donor
    --   paid_on  date     Paid on: day
    --   usd      money    USD: paid
    SELECT l.row, p.name, p.paid_on, p.usd FROM payment p JOIN landed_row l ON l.row_id = p.row_id
    ORDER BY l.row
    """,
  ]

  @Test func `a row with an unknown donor or a date in another order is kept out`() throws {
    let grants =
      Self.grants + "4,D9,1/2/2025,1\n5,D1,31/1/2025,1\n6,D1,2025-01-31,1\n7,,1/2/2025,1\n"
    let release = try fund(grants).release()
    #expect(
      try issues(release) == ["D3 250.255", "E1 Remark", "B5 D9", "C6 31/1/2025", "B8 "].sorted())
    #expect(try total(release) == "1651.26")
  }

  @Test func `dates month first, exponents, short lines and a master table give the figures`()
    throws
  {
    let release = try fund(Self.grants).release()
    let rows = try release.table("payments").map { line in
      ["row", "name", "paid_on", "usd"].map { line[$0] ?? "" }.joined(separator: " ")
    }
    #expect(
      rows == [
        "2 First donor 2025-05-01 1500.00", "3 Second donor 2025-12-31 250.26",
        "4 First donor 2025-01-02 -100.00",
      ])
    #expect(try total(release) == "1650.26")
    let donors = try release.breakdown("G-10", by: "donor")
    #expect(donors == ["D1": "1400.00", "D2": "250.26"])
  }

  @Test func `without these declarations the same file is refused or its rows kept out`() throws {
    let short = try fund(Self.grants, keys: "dates: month/day/year").release()
    #expect(
      try short.messages(of: "G-01").last
        == "Some export (3).csv: line 3 has 4 fields; expected 5 as in the header line; add or remove "
        + "delimiters, or quote a field that contains one")
    let plain = try fund(Self.grants, keys: "short_rows: yes").release()
    #expect(
      try issues(plain) == [
        "C2 5/1/2025", "C3 12/31/2025 12:00:00 AM", "C4 1/2/2025", "D2 1.5E+03", "D3 250.255",
        "D4 '-1E+02", "E1 Remark",
      ])
    #expect(try total(plain) == "0.00")
  }

  /// Cell and content of every issue about the list itself.
  private func issues(_ release: Release) throws -> [String] {
    try release.issues.filter { $0.file.hasPrefix("reports/") }.map { "\($0.cell) \($0.found)" }
      .sorted()
  }

  private func total(_ release: Release) throws -> String? {
    try release.table("indicators").first { $0["dimension"] == "" }?["value"]
  }
}
