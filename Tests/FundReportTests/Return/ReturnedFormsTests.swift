import Foundation
import FundReport
import Spreadsheet
import Testing

/// What goes back to each submitter after a run, and before one.
@Suite struct ReturnedFormsTests {
  private func returns(_ release: Release) -> [String] {
    // No folder is no return.
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: release.folder + "/internal/returns")
    return (names ?? []).sorted()
  }

  @Test func `a form with findings, and a file that is none, each get an answer; others do not`()
    throws
  {
    let fund = try TinyFund()
    let clean = WorkbookForm(transfers: WorkbookForm.transfers([("A-1", [:])]))
    let wrong = WorkbookForm(
      head: ["prepared_by": "ILO"],
      agreements: WorkbookForm.agreements([("B-1", ["puno": "ILO", "amount": "much"])]))
    try fund.workbook("clean.xlsx", clean)
    try fund.workbook("wrong.xlsx", wrong)
    // The form it replaces needs no mending, nor does that of another year.
    try fund.workbook(
      "older.xlsx", WorkbookForm(agreements: WorkbookForm.agreements([("A-1", ["form": "x"])])))
    try fund.workbook(
      "clean.xlsx",
      WorkbookForm(
        head: ["version": .number(2)], transfers: WorkbookForm.transfers([("A-1", [:])])))
    try fund.workbook("before.xlsx", wrong, year: 2024)
    try fund.write("<html>", to: "reports/2025/page.xlsx")
    try fund.write("a note", to: "reports/2025/note.txt")
    let release = try fund.release()
    let digest = try #require(
      try release.table("submissions").first { $0["file"] == "reports/2025/page.xlsx" }?["sha256"])
    #expect(returns(release) == ["JP-1-2025-ILO-v1.xlsx", "page-\(digest.prefix(8)).xlsx"])
    let listed = try String(contentsOfFile: release.folder + "/manifest.json", encoding: .utf8)
    #expect(listed.contains("internal/returns/JP-1-2025-ILO-v1.xlsx"))
  }

  @Test func `every finding leads to its cell, which is marked and says what to do`() throws {
    let fund = try TinyFund()
    try fund.workbook(
      "form.xlsx",
      WorkbookForm(
        agreements: WorkbookForm.agreements([
          ("A-1", [:]), ("A-2", ["amount": .blank()]), ("A-3", ["start_on": "soon"]),
        ]),
        transfers: WorkbookForm.transfers([("A-1", ["amount": .number(250)])])))
    // Another organisation's form stays out of it.
    try fund.form(
      by: "ILO", agreements: Agreements.rows([("SECRET", ["puno": "ILO"])]))
    let release = try fund.release()
    let told = try Witness(
      "readback.py",
      release.folder + "/internal/returns/JP-1-2025-IOM-v1.xlsx")
    let lines = { (start: String) in told.lines.filter { $0.hasPrefix(start) } }
    #expect(
      lines("link") == [
        "link Findings!D8 -> 'Agreements'!M6", "link Findings!D9 -> 'Agreements'!O7",
      ])
    #expect(
      lines("comment ").map { $0.prefix(60) } == [
        "comment Agreements!M6: 'error C-02: a Financial agreement ha",
        "comment Agreements!O7: 'error C-15: “soon” is not a date; ty",
      ])
    #expect(lines("openpyxl Findings!A3").first?.contains("The form counts.") == true)
    let marks = lines("look Agreements!").filter { $0.contains("fill FFFFE699") }
    #expect(marks.count == 2 && marks.allSatisfy { $0.contains("bold") })
    // Three agreements read, one counts: USD 1,000; one payment of USD 250.
    let cells = ["A5", "B5", "C5", "D5", "B13", "B15", "B17"].map { cell in
      lines("calamine What it came to!\(cell) ").first?.split(separator: "= ").last ?? ""
    }
    #expect(cells == ["'Agreements'", "3.0", "1.0", "2.0", "1.0", "1000.0", "250.0"])
    #expect(!told.lines.contains { $0.contains("SECRET") })
  }

  @Test(arguments: [
    (Language.english, "Findings", "error"), (.french, "Constats", "erreur"),
    (.spanish, "Hallazgos", "error"),
  ])
  func `what goes back is in the language of the form`(
    language: Language, sheet: String, severity: String
  ) throws {
    let fund = try TinyFund()
    let written = try FormTemplates(pipelineFolder: fund.pipelineFolder, dataFolder: fund.folder)
      .write(year: 2025, programme: "JP-1", language: language, to: fund.folder)
    let answer = fund.folder + "/answer.xlsx"
    let program = try Program(
      "check", written[1], "--data", fund.folder, "--pipeline", fund.pipelineFolder, "--return",
      answer)
    // The day of sending is not filled in, and two sheets say nothing.
    #expect(program.code == 1, "\(program.complaint)")
    let told = try Witness("readback.py", answer)
    #expect(told.lines.contains("openpyxl \(sheet)!A8 = '\(severity)' (s)"))
    #expect(told.lines.filter { $0.hasPrefix("comment ") }.count == 3)
    // Rows that hold nothing but the number the form gives them stay out.
    #expect(!told.lines.contains { $0.contains("!A6 = 1") || $0.contains("!A30 = ") })
  }

  @Test func `the same inputs make the same returns, whatever was sent`() throws {
    let fund = try TinyFund()
    let long = String(repeating: "long ", count: 6_000)
    try fund.workbook(
      "a form of ours.xlsx",
      WorkbookForm(
        agreements: WorkbookForm.agreements([("=1+1", ["purpose": .text(long), "level": "x"])]),
        adding: ("Findings", [["our own"]])))
    try fund.form(by: "ILO", agreements: Agreements.rows([("A-1", ["amount": "x"])]))
    let digests = try (1...2).map { _ in
      try? FileManager.default.removeItem(atPath: fund.folder + "/output")  // none the first time
      let release = try fund.release()
      let names = returns(release)
      #expect(names == ["JP-1-2025-ILO-v1.xlsx", "JP-1-2025-IOM-v1.xlsx"])
      return try names.map {
        try Data(contentsOf: URL(fileURLWithPath: release.folder + "/internal/returns/" + $0))
      }
    }
    #expect(digests[0] == digests[1])
  }

  @Test func `one return is for one file`() throws {
    let program = try Program("check", "a.xlsx", "b.xlsx", "--return", "c.xlsx")
    #expect(program.code == 2)
    #expect(program.complaint.contains("--return takes one file at a time; 2 are given"))
  }
}
