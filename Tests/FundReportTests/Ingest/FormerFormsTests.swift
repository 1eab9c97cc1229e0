import Foundation
import FundReport
import Spreadsheet
import Testing

/// Forms of a layout that is no longer sent out, and codes no longer in use.
@Suite struct FormerFormsTests {
  /// Until 2023 the agreements stood on a sheet “Contracts” under other headings, and nobody asked
  /// for roles.
  private func fund() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.write(
      """
      source: agreements
      former: { version: "0", until: 2023 }
      sheet: { en: Contracts, fr: Contrats, es: Contratos }
      csv: contracts.csv
      required: yes
      fields:
        - { name: agreement_ref, label: { en: Contract no. }, type: text, required: yes }
        - { name: puno, label: { en: Agency }, type: code(punos), required: yes }
        - { name: partner_name, label: { en: Contractor }, type: text, required: yes }
        - { name: stakeholder_type, label: { en: Kind }, type: code(stakeholder_types), required: yes }
        - { name: level, label: { en: Reach }, type: code(levels), required: yes }
        - { name: country, label: { en: Where }, type: code(countries), required: yes }
        - { name: agreement_type, label: { en: Instrument }, type: code(agreement_types), required: yes }
        - { name: form, label: { en: Form }, type: code(agreement_forms), required: yes }
        - { name: currency, label: { en: Currency }, type: code(currencies) }
        - { name: amount, label: { en: Value }, type: amount }
        - { name: signed_on, label: { en: Signature }, type: date }
        - { name: start_on, label: { en: From }, type: date, required: yes }
        - { name: status, label: { en: State }, type: code(agreement_statuses), required: yes }
        - { name: selection, label: { en: Chosen by }, type: code(selection_modes) }
      """, to: "pipeline/1-sources/former/2023/agreements.yml")
    try fund.write(
      """
      code,label_en,label_fr,label_es,retired,successor
      OPEN_CALL,Open call,Appel ouvert,Convocatoria abierta,,
      TENDER,Tender,Appel d'offres,Licitación,2024,OPEN_CALL
      DIRECT,Direct,Direct,Directa,,

      """, to: "code-lists/selection_modes.csv")
    return fund
  }

  private func contracts(_ version: OutputCell) -> WorkbookForm {
    let head: Lines = [
      [
        "Contract no.", "Agency", "Contractor", "Kind", "Reach", "Where", "Instrument", "Form",
        "Currency",
        "Value", "Signature", "From", "State", "Chosen by",
      ]
    ]
    let row: Lines = [
      [
        "A-1", "IOM", "Alpha", "NGO_N", "LOCAL", "KEN", "GRANT", "FINANCIAL", "USD", .number(1000),
        .date("2023-01-15"), .date("2023-02-01"), "ACTIVE", "TENDER",
      ]
    ]
    return WorkbookForm(
      head: ["form_version": version, "reporting_year": .number(2023)],
      adding: ("Contracts", head + row), leavingOut: "Agreements")
  }

  @Test(arguments: ["0", .number(0)] as [OutputCell])
  func `a form of a former layout is read by the definition it had`(version: OutputCell) throws {
    let fund = try fund()
    try fund.workbook("old.xlsx", contracts(version), year: 2023)
    let release = try fund.release(2023)
    let rows = try release.table("agreements")
    let columns = ["agreement_ref", "partner_name", "roles", "amount", "selection", "sheet", "row"]
    // What was not asked is not known; a code of its day stays what it was.
    #expect(
      rows.map { row in columns.map { row[$0] ?? "none" } } == [
        ["A-1", "Alpha", "", "1000", "TENDER", "Contracts", "2"]
      ])
    #expect(try release.value("PA-01") == "1")
    #expect(try release.issues.filter { $0.severity == "error" } == [])
  }

  @Test func `without its version it is read as a form of today, and found wanting`() throws {
    let fund = try fund()
    try fund.workbook("old.xlsx", contracts(.blank()), year: 2023)
    let messages = try fund.release(2023).messages(of: "C-21")
    #expect(messages.count == 1 && messages[0].hasPrefix("the sheet “Agreements” is missing"))
  }

  @Test func `a version nobody knows is said, with those there are`() throws {
    let fund = try fund()
    try fund.workbook(
      "new.xlsx", WorkbookForm(head: ["form_version": "7"]))
    let release = try fund.release()
    #expect(
      try release.findings(in: "2025/new.xlsx").filter { $0.contains("Programme!") } == [
        "error C-15 Programme!B8 | 7 | one of 0, 1, or nothing for the form of today | there is no "
          + "form version “7”; the form was read like that of today, correct the version or take a "
          + "new form"
      ])
    #expect(try release.value("PA-01") == "1")
  }

  @Test func `a form of a year the former layout was not sent out for says which one to use`()
    throws
  {
    let fund = try fund()
    for year in [2023, 2025] {
      var form = contracts("0")
      form.sheets[0].lines = WorkbookForm.head([
        "form_version": "0", "reporting_year": .number(Double(year)),
      ])
      try fund.workbook("form.xlsx", form, year: year)
    }
    #expect(try fund.release(2023).issues(of: "FORM-02") == [])
    let release = try fund.release()
    #expect(
      try release.findings(in: "2025/form.xlsx", of: "FORM-02") == [
        "warning FORM-02 Programme!B8 | 0 | a form of version 1 | forms of version “0” were sent out "
          + "for the years up to 2023; this one was read as such, enter the report for 2025 into the "
          + "form of version “1”"
      ])
    // It counts all the same.
    #expect(try release.value("PA-01") == "1")
  }

  @Test
  func `a retired code is a finding with its successor in a new form, and stays in an old one`()
    throws
  {
    let fund = try fund()
    let rows = WorkbookForm.agreements([
      ("A-1", ["selection": "TENDER"]), ("A-2", ["selection": "Open call"]),
    ])
    for year in [2023, 2025] {
      try fund.workbook(
        "form.xlsx",
        WorkbookForm(
          head: ["reporting_year": .number(Double(year))], agreements: rows), year: year)
    }
    #expect(try fund.release(2023).issues(of: "C-15") == [])
    let release = try fund.release()
    #expect(
      try release.findings(in: "2025/form.xlsx").filter { $0.contains("C-15") } == [
        "error C-15 Agreements!R5 | TENDER | a code in use, such as OPEN_CALL | “TENDER” is no "
          + "longer used in reports from 2024 on; choose OPEN_CALL (Open call) instead"
      ])
    #expect(try release.value("PA-01") == "1")
    // Last year's form, taken out once more in a later year, may say what it offered.
    var old = contracts("0")
    old.sheets[0].lines = WorkbookForm.head(["form_version": "0", "prepared_by": "ILO"])
    try fund.workbook("late.xlsx", old)
    #expect(
      try fund.release().findings(in: "2025/late.xlsx").filter { $0.contains("TENDER") } == [])
  }

  @Test func `a new form offers no retired code, and shows the successor where one stood`() throws {
    let fund = try fund()
    try fund.form(
      year: 2023, agreements: Agreements.rows([("A-1", ["selection": "TENDER"])]))
    let paths = try FormTemplates(pipelineFolder: fund.pipelineFolder, dataFolder: fund.folder)
      .write(year: 2025, programme: nil, language: .french, to: fund.folder + "/forms")
    let told = try Witness("readback.py", paths[1]).lines
    #expect(told.contains { $0.contains("Accords!Y6 = 'Appel ouvert'") })
    #expect(!told.contains { $0.contains("Appel d'offres") || $0.contains("TENDER") })
  }

  @Test(arguments: [
    ("2024,SALE", ":3: `successor` is “SALE”; expected another code of this list"),
    (
      "soon,OPEN_CALL",
      ":3: `retired` is “soon”; expected the first reporting year without the code"
    ),
    (",OPEN_CALL", ":3: `retired` is “”; expected the first reporting year without the code"),
  ])
  func `a retirement that cannot be is named with its line`(cells: String, expected: String) throws
  {
    let fund = try fund()
    let list = "code-lists/selection_modes.csv"
    let text = try String(contentsOfFile: fund.folder + "/" + list, encoding: .utf8)
    try fund.write(text.replacing("2024,OPEN_CALL", with: cells), to: list)
    let program = try Program("validate", "--data", fund.folder, "--pipeline", fund.pipelineFolder)
    #expect(program.code == 2)
    #expect(program.complaint.contains("selection_modes.csv" + expected), "\(program.complaint)")
  }

  @Test(arguments: [
    ("name: amount,", "name: sum,", ":16: the source of today has no field `sum`"),
    ("type: amount", "type: money", ":16: `type` is not that of the field of today"),
    (
      ", type: code(levels), required: yes", ", type: code(levels)", ":1: `level` is required today"
    ),
    ("until: 2023", "untill: 2023", ":2: `until` is missing; expected a year"),
    ("source: agreements", "source: contracts", ":1: there is no source `contracts` of today"),
  ])
  func `a former layout holds what the source of today holds`(
    found: String, replacement: String, expected: String
  ) throws {
    let fund = try fund()
    try fund.edit("1-sources/former/2023/agreements.yml", found, replacement)
    let program = try Program("validate", "--data", fund.folder, "--pipeline", fund.pipelineFolder)
    #expect(program.code == 2)
    #expect(program.complaint.contains("2023/agreements.yml" + expected), "\(program.complaint)")
  }
}
