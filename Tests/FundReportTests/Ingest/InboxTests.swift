import Foundation
import Spreadsheet
import Testing

/// Which files below the reports are submissions, and that none is lost in silence.
@Suite struct InboxTests {
  @Test func `a workbook beside or below the files of a CSV folder is a submission of its own`()
    throws
  {
    let fund = try TinyFund()
    try fund.form(answers: ["no_agreements": "yes"], folder: "a")
    try fund.workbook("a/ILO.xlsx", WorkbookForm(head: ["prepared_by": "ILO"]))
    try fund.workbook(
      "a/annex/v2.xlsx", WorkbookForm(head: ["prepared_by": "ILO", "version": .number(2)]))
    try fund.write("x", to: "reports/2025/a/letter.txt")
    try fund.write("x", to: "reports/2025/a/all.zip")
    let submissions = try fund.release().submissions()
    #expect(
      submissions == [
        "reports/2025/a": "counting 1 = 1 + 0",
        "reports/2025/a/ILO.xlsx": "older version 2 = 2 + 0",
        "reports/2025/a/annex/v2.xlsx": "counting 2 = 2 + 0",
        "reports/2025/a/letter.txt": "other 0 = 0 + 0",
        "reports/2025/a/all.zip": "refused 0 = 0 + 0",
      ])
  }

  @Test func `a form left in the folder of the year does not hide the others`() throws {
    let fund = try TinyFund()
    try fund.workbook("JP-1.xlsx", WorkbookForm(head: ["prepared_by": "ILO"]))
    try fund.form(answers: ["no_agreements": "yes"], folder: ".")
    let release = try fund.release()
    #expect(try release.value("PA-01") == "1")
    #expect(try release.submissions().count == 2)
  }

  @Test func `endings and names of files are read in any case`() throws {
    let fund = try TinyFund()
    try fund.workbook("form.XLSX", WorkbookForm(head: ["prepared_by": "ILO"]))
    try fund.form(agreements: Agreements.rows([("A-2", ["partner_name": "Beta"])]), folder: "a")
    let folder = fund.folder + "/reports/2025/a/"
    for name in ["programme", "agreements", "transfers"] {
      try FileManager.default.moveItem(
        atPath: folder + name + ".csv", toPath: folder + name.uppercased() + ".CSV")
    }
    #expect(try fund.release().value("PA-01") == "2")
  }

  @Test func `odd things among the reports are named and stop nobody`() throws {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    let folder = fund.folder + "/reports/2025/"
    // Société.xlsx as a zip program of another system names it.
    let name = Array((folder + "Soci").utf8) + [0x82] + Array("t.xlsx".utf8) + [0]
    close(
      name.withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { chars in
          chars.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o644) } ?? -1
        }
      })
    mkfifo(folder + "pipe.xlsx", 0o644)
    for (link, target) in [("gone.xlsx", "/nowhere"), ("loop", ".")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder + link, withDestinationPath: target)
    }
    try FileManager.default.createDirectory(
      atPath: folder + "empty", withIntermediateDirectories: true)
    let release = try fund.release()
    let files = try release.issues.filter { $0.rule == "C-21" }.map(\.file)
    #expect(files.count == 4)
    #expect(files.first?.hasPrefix("reports/2025/Soci") == true)
    #expect(
      files.suffix(3) == ["reports/2025/gone.xlsx", "reports/2025/loop", "reports/2025/pipe.xlsx"])
    #expect(try release.value("PA-01") == "1")
  }

  @Test func `the pipeline may lie anywhere, and folders may be named with a slash at the end`()
    throws
  {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    let first = try fund.run().release
    let elsewhere = fund.folder + "/registers/of the Fund/pipeline"
    try FileManager.default.createDirectory(
      atPath: fund.folder + "/registers/of the Fund", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: fund.pipelineFolder, toPath: elsewhere)
    let run = try Program(
      "run", "--pipeline", elsewhere + "/", "--data", fund.folder + "/", "--output",
      fund.folder + "/output/", "--period", "2025", "--as-of", "2026-11-21")
    #expect(run.complaint == "")
    #expect(run.output.hasPrefix("2025: nothing new; release \(first) is in force"))
    let form = fund.folder + "/reports/2025/JP-1-IOM-v1/"
    let check = try Program("check", form, "--pipeline", elsewhere, "--data", fund.folder)
    #expect(check.code == 0, "\(check.output)\(check.complaint)")
  }

  @Test func `a reference typed as a number is the same as text`() throws {
    let fund = try TinyFund()
    var form = WorkbookForm(
      agreements: WorkbookForm.agreements([("7", [:])]),
      transfers: WorkbookForm.transfers([("7", [:]), ("8", [:])]))
    form.sheets[1].lines[4][0] = .number(7)
    form.sheets[2].lines[5][0] = .number(7)
    try fund.workbook("form.xlsx", form)
    let release = try fund.release()
    #expect(try release.value("TR-01") == "200.00")
    #expect(try release.issues(of: "C-15") == [])
  }

  @Test func `an engagement is dated by a day, a month or a year`() throws {
    let fund = try TinyFund()
    var form = WorkbookForm(head: ["no_transfers": "yes"], leavingOut: "Engagement")
    let days: [OutputCell] = [
      .date("2025-03-31"), "2025-03-31", "2025-03", "2025", .number(2025), .number(45_000),
      "2025-13",
      "1989", "spring", "+2025",
    ]
    let fields = ["Phase", "Stakeholder type", "Engagement level", "Engaged on"]
    form.sheets.append(
      (
        "Engagement",
        [fields.map { .text($0) }] + days.map { ["CONCEPT", "MIGRANT", "NONE", $0] }
      ))
    try fund.workbook("form.xlsx", form)
    let issues = try fund.release().issues(of: "C-15")
    #expect(
      issues == [
        "error Engagement!D7 45000", "error Engagement!D8 2025-13", "error Engagement!D9 1989",
        "error Engagement!D10 spring", "error Engagement!D11 '+2025",
      ])
  }
}
