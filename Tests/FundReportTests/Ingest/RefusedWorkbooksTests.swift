import Spreadsheet
import Testing

/// What refuses a whole file, each named with the cell, in one pass and without harm to the others.
@Suite struct RefusedWorkbooksTests {
  @Test func `every unusable form is named with its cell in one pass, and the others still count`()
    throws
  {
    let fund = try TinyFund()
    try fund.workbook("good.xlsx", WorkbookForm(head: ["prepared_by": "ILO"]))
    for (index, (name, form, _)) in Self.forms.enumerated() {
      var form = form
      // A version of its own, so that no two of them are in conflict.
      if name != "version.xlsx" {
        form.sheets[0].lines[4] = ["Version *", .number(Double(index + 2))]
      }
      try fund.workbook(name, form)
    }
    let release = try fund.release()
    for (name, _, findings) in Self.forms {
      let found = try release.findings(in: "2025/" + name)
      #expect(found == findings, "\(name)")
      #expect(
        try release.submissions()["reports/2025/" + name]?.hasPrefix("refused") == true, "\(name)")
    }
    #expect(try release.submissions()["reports/2025/good.xlsx"] == "counting 2 = 2 + 0")
    #expect(try release.value("PA-01") == "1")
  }

  private static let forms: [(name: String, form: WorkbookForm, findings: [String])] = [
    (
      "column.xlsx",
      WorkbookForm(
        agreements: WorkbookForm.agreements(
          [("A-1", [:])], fields: Agreements.fields.filter { $0 != "start_on" })),
      [
        "error C-21 Agreements!A4 |  | Start on / Date de début / Fecha de inicio | the required "
          + "column “Start on” is missing from the header row; add it and send the file again"
      ]
    ),
    (
      "headers.xlsx",
      WorkbookForm(
        agreements: WorkbookForm.agreements(
          [("A-1", [:])], fields: Agreements.fields + ["amount"])),
      [
        "error C-21 Agreements!T4 | Amount | each column once | the headings “Amount” in M4 and "
          + "“Amount” in T4 both mean the column “Amount”; remove or rename one of them and send the "
          + "file again"
      ]
    ),
    (
      "no-header.xlsx", WorkbookForm(agreements: [["Agreements"], [], ["A-1", "IOM", "Alpha"]]),
      [
        "error C-21 Agreements! |  | a header row with Agreement ref, PUNO, Partner name, Stakeholder "
          + "type, Level, Country, Agreement type, Form, Start on, Status | no header row was found in "
          + "the first 60 rows; put the column headings of the form above the data and send the file "
          + "again"
      ]
    ),
    (
      "two-sheets.xlsx",
      WorkbookForm(adding: ("Accords", WorkbookForm.agreements([("A-2", [:])]))),
      [
        "error C-21 Accords!A1 | “Agreements”, “Accords” | one sheet “Agreements” | several sheets "
          + "could be “Agreements”: “Agreements”, “Accords”; keep one of them and send the file again"
      ]
    ),
    (
      "no-sheet.xlsx", WorkbookForm(leavingOut: "Transfers"),
      [
        "error C-21 Transfers! | “Programme”, “Agreements”, “Structures”, “Engagement”, “Events”, "
          + "“Accountability” | a sheet “Transfers” | the sheet “Transfers” is missing; add it from the "
          + "form, empty if there is nothing to report, and send the file again"
      ]
    ),
    (
      "programme.xlsx", WorkbookForm(head: ["programme_code": "JP-9"]),
      [
        "error C-16 Programme!B3 | JP-9 | a programme of the register | there is no Joint Programme "
          + "“JP-9”; correct the code and send the file again"
      ]
    ),
    (
      "puno.xlsx", WorkbookForm(head: ["prepared_by": "UNDP"]),
      [
        "error C-16 Programme!B7 | UNDP | a PUNO of JP-1 | UNDP never was a PUNO of JP-1; correct the "
          + "organisation, or have the register corrected"
      ]
    ),
    (
      "year.xlsx", WorkbookForm(head: ["reporting_year": .number(2024)]),
      [
        "error C-16 Programme!B4 | 2024 | 2025 | the form is for 2024, but lies among the reports of "
          + "2025; correct the year or move the file"
      ]
    ),
    (
      "date.xlsx", WorkbookForm(head: ["submitted_on": "last week"]),
      [
        "error C-15 Programme!B6 | last week | a date such as 2025-03-31 | “Submitted on”: “last week” "
          + "is not a date; type the day as a date, or as year-month-day"
      ]
    ),
    (
      "no-answer.xlsx", WorkbookForm(head: ["prepared_by": .blank()]),
      [
        "error C-15 Programme! |  | an answer | the required answer “Prepared by” is missing; fill it "
          + "in and send the file again"
      ]
    ),
    (
      "blank-answer.xlsx", WorkbookForm(head: ["programme_code": "  "]),
      [
        "error C-15 Programme!B3 |    | an answer | the required answer “Programme code” is missing; "
          + "fill it in and send the file again"
      ]
    ),
    (
      "version.xlsx", WorkbookForm(head: ["version": .number(0)]),
      [
        "error C-15 Programme!B5 | 0 | 1 or more | “Version”: 0 is below 1; correct the number"
      ]
    ),
  ]

  @Test func `a question asked twice refuses the form, because nobody knows which answer is meant`()
    throws
  {
    let fund = try TinyFund()
    var form = WorkbookForm()
    form.sheets[0].lines.append(["Programme code", "JP-2"])
    try fund.workbook("twice.xlsx", form)
    let findings = try fund.release().findings(in: "2025/twice.xlsx", of: "C-21")
    #expect(
      findings == [
        "error C-21 Programme!A8 | Programme code | each question once | the questions “Programme "
          + "code *” in A3 and “Programme code” in A8 both mean “Programme code”; remove one of them "
          + "and send the file again"
      ])
  }

  @Test func `a wrong optional answer is treated as empty, reported, and the form counts`() throws {
    let fund = try TinyFund()
    try fund.workbook("optional.xlsx", WorkbookForm(head: ["no_transfers": "perhaps"]))
    let release = try fund.release()
    let findings = try release.findings(in: "2025/optional.xlsx", of: "C-15")
    #expect(
      findings == [
        "error C-15 Programme!B8 | perhaps | yes, no or unknown | “No transfers”: “perhaps” is neither "
          + "yes, no nor unknown; choose one of them or leave the cell empty for unknown; the answer "
          + "is treated as empty"
      ])
    #expect(try release.value("PA-01") == "1")
  }

  @Test func `everything wrong with a form is said at once, its sheets as well as its head`() throws
  {
    let fund = try TinyFund()
    try fund.workbook(
      "form.xlsx",
      WorkbookForm(
        head: ["programme_code": "JP-9", "version": "first"],
        agreements: WorkbookForm.agreements([
          ("A-1", ["amount": "x"]), ("A-2", ["amount": .blank()]),
        ]),
        transfers: WorkbookForm.transfers([], fields: ["agreement_ref", "puno", "paid_on"])))
    let issues = try fund.release().issues.filter { $0.rule != "C-01" }
      .map { "\($0.rule) \($0.sheet)!\($0.cell) \($0.found)" }
    #expect(
      issues == [
        "C-15 Agreements!M5 x", "C-02 Agreements!M6 ", "C-16 Programme!B3 JP-9",
        "C-15 Programme!B5 first",
        "C-21 Transfers!A4 ",
        "C-21 Transfers!A4 ",
      ])
  }

  @Test func `a file that is no workbook is named for what its first bytes are`() throws {
    let fund = try TinyFund()
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let stream = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let files: [(String, [UInt8], String)] = [
      (
        "empty.xlsx", [],
        "the file is empty; expected a workbook or a table with a header line; send "
          + "it again"
      ),
      (
        "page.xlsx", Array("<html><table><tr><td>A-1</td></tr></table></html>".utf8),
        "the file is a web page or other markup, whatever its name; expected an "
          + "Excel workbook; open it in Excel and save it as .xlsx"
      ),
      (
        "legacy.xls", ole + [UInt8](repeating: 0, count: 600),
        "the file is of the Excel 97–2003 kind (.xls); expected .xlsx; open it and "
          + "save it as an Excel workbook (.xlsx)"
      ),
      (
        "locked.xlsx", ole + [UInt8](repeating: 0, count: 600) + stream,
        "the workbook is protected by a password; expected one that opens without; "
          + "remove the password and save it again"
      ),
      (
        "cut.xlsx", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 7, count: 50),
        "the file is damaged (Not a zip archive); expected a whole workbook; send "
          + "it again or save it anew"
      ),
      (
        "text.xlsx", Array("agreement_ref,puno".utf8),
        "the file is not a workbook, whatever its name; expected an Excel workbook "
          + "(.xlsx); save it as .xlsx"
      ),
    ]
    for (name, bytes, _) in files { try fund.write(bytes, to: "reports/2025/" + name) }
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    let release = try fund.release()
    for (name, _, message) in files {
      let found = try release.findings(in: "2025/" + name)
      #expect(
        found == ["error C-21 ! | \(name) | a reporting form that opens | \(message)"], "\(name)")
    }
    #expect(try release.value("PA-01") == "1")
  }
}
