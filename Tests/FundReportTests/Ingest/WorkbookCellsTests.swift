import Spreadsheet
import Testing

/// What the cells of a workbook may hold, and what they land as.
@Suite struct WorkbookCellsTests {
  /// A fund with one workbook of these agreements.
  private func release(_ rows: [(ref: String, changes: [String: OutputCell])]) throws -> Release {
    let fund = try TinyFund()
    try fund.workbook(
      "form.xlsx", WorkbookForm(agreements: WorkbookForm.agreements(rows)))
    return try fund.release()
  }

  @Test func `a row with a wrong cell is kept out, with cell, found, expected and the mend`() throws
  {
    let release = try release([
      ("A-1", [:]), ("A-2", ["start_on": "in spring"]), ("A-3", ["amount": "1.200,50"]),
      ("A-4", ["currency": "DOLLARS"]), ("A-5", ["start_on": .number(45_000)]),
      ("A-6", ["ingo_affiliate": "maybe"]), ("A-7", ["form": "FINANCAL"]),
      ("A-8", ["amount": .boolean(true)]), ("A-9", ["partner_name": .date("2025-03-01")]),
      ("A-10", ["amount": .date("2025-03-01")]),
    ])
    let findings = try release.findings(in: "2025/form.xlsx", of: "C-15")
    #expect(
      findings == [
        "error C-15 Agreements!O6 | in spring | a date such as 2025-03-31 | “in spring” is not a date; "
          + "type the day as a date, or as year-month-day",
        "error C-15 Agreements!M7 | 1.200,50 | a number such as 1200.50 | “1.200,50” is not a plain "
          + "number; type digits with a decimal point, without thousands separators or currency",
        "error C-15 Agreements!L8 | DOLLARS | a code of the list “Currency” | “DOLLARS” is not in the "
          + "list “Currency”; choose a code from the list “Currency”",
        "error C-15 Agreements!O9 | 45000 | a date such as 2025-03-31 | 45000 is a bare number where a "
          + "date belongs; format the cell as a date and check the day it shows",
        "error C-15 Agreements!H10 | maybe | yes, no or unknown | “maybe” is neither yes, no nor "
          + "unknown; choose one of them or leave the cell empty for unknown",
        "error C-15 Agreements!J11 | FINANCAL | one of FINANCIAL, NON_FINANCIAL, IN_KIND, MIXED | "
          + "“FINANCAL” is not in the list “Form”; did you mean FINANCIAL (Financial)?",
        "error C-15 Agreements!M12 | TRUE | a number such as 1200.50 | “TRUE” is not a plain number; "
          + "type digits with a decimal point, without thousands separators or currency",
        "error C-15 Agreements!C13 | 2025-03-01 | a text | “Partner name” is the date 2025-03-01; if a "
          + "code or reference was meant, format the cell as text and type it again",
        "error C-15 Agreements!M14 | 2025-03-01 | a number such as 1200.50 | “2025-03-01” is not a "
          + "plain number; type digits with a decimal point, without thousands separators or currency",
      ])
    #expect(try release.submissions() == ["reports/2025/form.xlsx": "counting 11 = 2 + 9"])
    #expect(try release.value("PA-01") == "1")
  }

  @Test func `all wrong cells of a row are named, and the row is kept out once`() throws {
    let release = try release([("A-1", ["amount": "ten", "start_on": "soon", "level": "MIDDLE"])])
    let issues = try release.issues(of: "C-15")
    #expect(
      issues == [
        "error Agreements!F5 MIDDLE", "error Agreements!M5 ten", "error Agreements!O5 soon",
      ])
    #expect(try release.submissions() == ["reports/2025/form.xlsx": "counting 2 = 1 + 1"])
  }

  @Test func `only plain digits with a decimal point are an amount as text`() throws {
    let texts = [
      "1.200,50", "1,200.50", "1 200.50", "1200,50", "USD 1200", "+5", "1e3", "12.", ".5", "½",
      "--1", "٣", "−5", "1200.50-", "0x10", "NaN",
    ]
    let release = try release(texts.map { ($0, ["amount": .text($0)]) })
    // An apostrophe keeps a spreadsheet program from running what looks like a formula.
    let issues = try release.issues(of: "C-15").map { $0.replacing("'", with: "") }
    #expect(issues == texts.enumerated().map { "error Agreements!M\($0 + 5) \($1)" })
  }

  @Test func `only a day by ISO 8601 is a date as text`() throws {
    let texts = [
      "31/12/2025", "12/31/2025", "31.12.2025", "2025-13-01", "2025-02-30", "2025/02/01", "45000",
      "1 March 2025", "2025", "2025-02", "25-02-01", "2025-2-1", "2025-02-01 noon",
    ]
    let release = try release(texts.map { ($0, ["start_on": .text($0)]) })
    let issues = try release.issues(of: "C-15")
    #expect(issues == texts.enumerated().map { "error Agreements!O\($0 + 5) \($1)" })
  }

  @Test func `a number is read as its shortest decimal, and text as it stands`() throws {
    let amounts: [(String, OutputCell, String)] = [
      ("A-1", .number(1234.1), "1234.1"), ("A-2", .number(0.1 + 0.2), "0.3"),
      ("A-3", .number(100_000_000_000), "100000000000"), ("A-4", "1234.1000", "1234.1"),
      ("A-5", " 7 ", "7"), ("A-6", .number(4.35), "4.35"), ("A-7", .number(1e-4), "0.0001"),
      ("A-8", .number(0), "0"), ("A-9", "-0.5", "-0.5"),
    ]
    let release = try release(amounts.map { ($0.0, ["amount": $0.1]) })
    let read = try release.table("agreements").map { $0["amount"] }
    #expect(read == amounts.map(\.2))
    #expect(try release.issues(of: "C-15") == [])
  }

  @Test func `more than four decimals are rounded half-even, with a notice`() throws {
    let release = try release([
      ("A-1", ["amount": "0.00005"]), ("A-2", ["amount": "0.00015"]),
      ("A-3", ["amount": "0.00016"]),
    ])
    #expect(try release.table("agreements").map { $0["amount"] } == ["0", "0.0002", "0.0002"])
    let findings = try release.findings(in: "2025/form.xlsx", of: "C-22")
    #expect(
      findings.first
        == "notice C-22 Agreements!M5 | 0.00005 | at most 4 decimals | the amount has more "
        + "than 4 decimals and was rounded half-even to 4; type the amount that was paid or agreed")
  }

  @Test func `dates are cells of days or text, and another time than midnight is dropped aloud`()
    throws
  {
    let clock = CellStyle(numberFormat: "yyyy-mm-dd hh:mm")
    let day = CellStyle(numberFormat: "d mmm yyyy")
    let release = try release([
      ("A-1", ["start_on": .date("2025-03-31")]), ("A-2", ["start_on": "2025-03-31"]),
      ("A-3", ["start_on": .number(45_747, day)]), ("A-4", ["start_on": .number(45_747.5, clock)]),
      ("A-5", ["start_on": "2025-03-31T00:00:00"]), ("A-6", ["start_on": "2025-03-31 14:30"]),
    ])
    let days = try release.table("agreements").map { $0["start_on"] }
    #expect(days == [String](repeating: "2025-03-31", count: 6))
    let findings = try release.findings(in: "2025/form.xlsx", of: "C-22")
    #expect(
      findings == [
        "notice C-22 Agreements!O8 | 2025-03-31 12:00:00 | a date without a time | the date has a time "
          + "of day, which was dropped: it counts as 2025-03-31; nothing needs mending if that is the "
          + "day",
        "notice C-22 Agreements!O10 | 2025-03-31 14:30 | a date without a time | the date has a time of "
          + "day, which was dropped: it counts as 2025-03-31; nothing needs mending if that is the day",
      ])
  }

  @Test func `yes and no come as words of three languages and as booleans, empty is unknown`()
    throws
  {
    let yes: [OutputCell] = ["yes", "Oui", "sí", "SI", "true", " YES ", .boolean(true)]
    let no: [OutputCell] = ["no", "non", "No", "FALSE", .boolean(false)]
    let unknown: [OutputCell] = ["unknown", "inconnu", "Desconocido", .blank(), "  "]
    let rows = (yes + no + unknown).enumerated().map { index, cell in
      (ref: "A-\(index)", changes: ["ingo_affiliate": cell])
    }
    let release = try release(rows)
    #expect(try release.issues(of: "C-15") == [])
    #expect(try release.table("agreements").count == 17)
    let share = try release.figure("PA-08")
    // Yes: known, not local; no: known and local.
    #expect(share?.numerator == "5")
    #expect(share?.denominator == "12")
  }

  @Test func `codes, labels and lists are read in any case and language`() throws {
    let release = try release([
      ("A-1", ["country": "ken", "stakeholder_type": "ONG nationale", "level": "national"]),
      ("A-2", ["country": "Kenia", "stakeholder_type": "NATIONAL NGO", "puno": "OIM"]),
      ("A-3", ["roles": "expertise; ACCESS ;expertise;", "country": " Kenya "]),
    ])
    #expect(try release.issues(of: "C-15") == [])
    let rows = try release.table("agreements")
    #expect(rows.map { $0["country"] } == ["KEN", "KEN", "KEN"])
    #expect(rows.map { $0["stakeholder_type"] } == ["NGO_N", "NGO_N", "NGO_N"])
    #expect(rows.map { $0["roles"] } == ["", "", "EXPERTISE;ACCESS"])
  }
}
