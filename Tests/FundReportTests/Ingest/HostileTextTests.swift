import Foundation
import Spreadsheet
import Testing

/// Text is text, whatever it looks like, from the form to every file of the release.
@Suite struct HostileTextTests {
  /// What stays exactly as it was typed; the number at the end makes each a reference of its own.
  private static let texts = [
    "=1+1", "+1", "@SUM(A1)", "=cmd|'/C calc'!A0", "=HYPERLINK(\"http://x\",\"y\")", "＝1", "＋1",
    "－1", "＠1", "'=1", "''quoted", "-5", "-1.2e3", "a\u{1}b\u{1B}[31mc\u{7F}",
    "\u{202E}txet\u{202C}",
    "\u{200F}שלום\u{200E}", "e\u{301}tude", "étude", "zero\u{200B}\u{200D}\u{FEFF}width", "_x0041_",
    "_x005F_x0041_", "a\rb\nc\r\nd", "<b>&amp;</b>", "\"quoted\", and; more", "👩🏽‍🌾", "a\u{FFFE}b",
    "a\u{FFFF}b", "\u{10FFFF}", "1E5", "2025-01-01", "TRUE", "#REF!", "{=1}",
    String(repeating: "é", count: 32_760),
  ].enumerated().map { index, text in "\(text) #\(100 + index)" }

  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// Texts of a column, by byte: Swift takes two forms of a letter for the same.
  private func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

  private func check(_ release: Release) throws {
    #expect(try release.issues.filter { $0.severity == "error" } == [])
    let written = try release.table("agreements").map { $0["agreement_ref"] ?? "" }
    #expect(Set(bytes(written.map(CSVWriter.original))) == Set(bytes(Self.texts)))
    #expect(!written.contains { text in "=+@＝＋－＠".contains { text.hasPrefix(String($0)) } })
    let workbook = release.folder + "/internal/annual-report-2025.xlsx"
    let reader = try WorkbookReader(path: workbook)
    let sheet = try #require(reader.sheets.first { $0.name == "Data Agreements" })
    let cells = try reader.rows(of: sheet).flatMap(\.cells)
    let stored = Set(
      cells.compactMap { cell -> [UInt8]? in
        guard case .text(let text) = cell.value, !cell.isFormula else { return nil }
        return Array(text.utf8)
      })
    for text in Self.texts { #expect(stored.contains(Array(text.utf8)), "\(text.prefix(20))") }
    let told = try Witness(
      "same_texts.py", workbook, release.folder + "/internal/csv/agreements.csv")
    #expect(told.lines == ["\(Self.texts.count) texts are the same"])
  }

  @Test func `every text of a CSV form comes back in the workbook and the tables`() throws {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows(Self.texts.map { (Self.quoted($0), [:]) }))
    try check(try fund.release())
  }

  @Test func `every text of a workbook comes back in the workbook and the tables`() throws {
    let fund = try TinyFund()
    let rows = Self.texts.map { (ref: $0, changes: [String: OutputCell]()) }
    try fund.workbook("form.xlsx", WorkbookForm(agreements: WorkbookForm.agreements(rows)))
    try check(try fund.release())
  }

  @Test func `no text of any sheet becomes a formula in any file of a release`() throws {
    let fund = try TinyFund()
    let attack = "=cmd|'/C calc'!A0"
    let cell = Self.quoted(attack)
    try fund.form(
      agreements: Agreements.rows([
        (cell, ["partner_name": cell, "partner_acronym": cell]),
        ("A-2", ["partner_name": cell, "amount": cell, "country": cell, "start_on": cell]),
      ]),
      transfers: Transfers.rows([
        (
          cell,
          [
            "tier": "2", "sub_partner_name": cell, "sub_partner_type": "NGO_L",
            "sub_partner_level": "LOCAL",
          ]
        ),
        ("A-9", ["paid_on": cell]),
      ]),
      sheets: [
        "structures": "body_name,body_kind,body_function,stakeholder_type,seats\n"
          + "\(cell),STEERING_COMMITTEE,DECISION,NGO_N,2\n\(cell),\(cell),DECISION,NGO_N,2",
        "engagement": "phase,stakeholder_type,engagement_level,engaged_on,mechanisms,justification,"
          + "evidence\nCONCEPT,MIGRANT,CONSULT,2025-01-01,SURVEY,\(cell),\(cell)",
        "events": "event_ref,title,event_kind,started_on,stakeholder_type\n"
          + "\(cell),\(cell),TRAINING,2025-05-01,NGO_N",
        "accountability": "item,in_place,what_changed,report_link,\(cell)\n"
          + "CFM,yes,\(cell),\(cell),\(cell)",
        "narrative": "kind,text,agreement_ref,may_be_quoted\nLESSON,\(cell),\(cell),yes",
      ], folder: "=cmd|'")
    let folder = try fund.release().folder
    var workbooks = 0
    var tables = 0
    for path in FileManager.default.subpaths(atPath: folder) ?? [] {
      let file = folder + "/" + path
      if path.hasSuffix(".xlsx") {
        workbooks += 1
        let reader = try WorkbookReader(path: file)
        for sheet in reader.sheets {
          for cell in try reader.rows(of: sheet).flatMap(\.cells) where cell.isFormula {
            // A formula of ours may show such a text, never run it.
            #expect(cell.value != .noCachedResult, "\(path) \(sheet.name) \(cell.reference)")
          }
        }
      } else if path.hasSuffix(".csv") {
        tables += 1
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        for cell in try CSVReader.rows(of: bytes, file: path).flatMap(\.cells) {
          guard case .text(let text) = cell.value else { continue }
          #expect(!text.hasPrefix("="), "\(path) \(cell.reference)")
        }
      }
    }
    #expect(workbooks >= 3)
    #expect(tables > 20)
    let found = try Witness("formula_texts.py", folder, "cmd|")
    #expect(found.lines == ["no formula"])
  }

  @Test func `halves of characters and the character of no text are told, never dropped`() throws {
    let fund = try TinyFund()
    try fund.workbook(
      "form.xlsx",
      WorkbookForm(
        agreements: WorkbookForm.agreements([
          ("A-1", ["partner_name": "a\0b"]), ("A-2", ["partner_name": "Beta"]),
        ])))
    let release = try fund.release()
    #expect(
      try release.findings(in: "2025/form.xlsx", of: "C-15").map { $0.prefix(24) }
        == ["error C-15 Agreements!C5"])
    #expect(try release.value("PA-01") == "1")
  }
}
