import Foundation
import Spreadsheet
import Testing

/// What a submitter sees of a form, and an analyst of a figure.
@Suite struct CheckAndExplainTests {
  @Test func `check says everything about several workbooks, and 1 only for errors`() throws {
    let fund = try TinyFund()
    try fund.workbook(
      "bad.xlsx",
      WorkbookForm(
        agreements: WorkbookForm.agreements([
          ("A-1", ["start_on": "soon"]), ("A-2", ["amount": .blank()]),
        ]),
        transfers: WorkbookForm.transfers([("A-9", [:])])))
    try fund.workbook(
      "good.xlsx",
      WorkbookForm(transfers: WorkbookForm.transfers([("A-1", ["paid_on": "2025-03-01 12:00"])])))
    let good = fund.folder + "/reports/2025/good.xlsx"
    let notices = try Program("check", good, "--data", fund.folder)
    #expect(notices.code == 0)
    #expect(
      notices.output == """
        notice C-22 – Something was left aside
          \(good) › Transfers!C5: the date has a time of day, which was dropped: it counts as \
        2025-03-01; nothing needs mending if that is the day
              found:    2025-03-01 12:00
              expected: a date without a time

        """)
    let bad = fund.folder + "/reports/2025/bad.xlsx"
    let errors = try Program("check", good, bad, "--data", fund.folder)
    #expect(errors.code == 1)
    let places = errors.output.split(separator: "\n").filter { !$0.hasPrefix("      ") }.map {
      $0.replacing(fund.folder + "/reports/2025/", with: "").prefix { $0 != ":" }
    }
    #expect(
      places == [
        "notice C-22 – Something was left aside", "  good.xlsx › Transfers!C5",
        "error C-02 – Amount and form of an agreement disagree", "  bad.xlsx › Agreements!M6",
        "error C-15 – A cell or answer that cannot be used", "  bad.xlsx › Agreements!O5",
        "  bad.xlsx › Transfers!A5",
      ])
  }

  @Test func `check reads a form by its own year, outside any reports folder, without a release`()
    throws
  {
    let fund = try TinyFund()
    try fund.workbook(
      "draft.xlsx",
      WorkbookForm(
        head: ["reporting_year": .number(2023), "submitted_on": .date("2031-01-01")],
        transfers: WorkbookForm.transfers([("A-1", [:])])), year: 2025)
    let draft = fund.folder + "/draft of mine.xlsx"
    try FileManager.default.moveItem(
      atPath: fund.folder + "/reports/2025/draft.xlsx", toPath: draft)
    try FileManager.default.removeItem(atPath: fund.folder + "/reports")
    let checked = try Program(
      "check", "draft of mine.xlsx", "--pipeline",
      fund.pipelineFolder, "--data", fund.folder, in: fund.folder)
    #expect(checked.complaint == "")
    #expect(checked.output == "draft of mine.xlsx: nothing to mend\n")
    #expect(checked.code == 0)
    #expect(!FileManager.default.fileExists(atPath: fund.folder + "/output"))
  }

  @Test(arguments: ["", "15/02/2026"])
  func `a form not dated yet is checked to its end, and does not count`(day: String) throws {
    let fund = try TinyFund()
    try fund.workbook(
      "draft.xlsx",
      WorkbookForm(
        head: ["submitted_on": .text(day)],
        agreements: WorkbookForm.agreements([("A-1", ["amount": .number(5)])]),
        transfers: WorkbookForm.transfers([("A-1", [:]), ("A-9", [:])])))
    let answer = fund.folder + "/answer.xlsx"
    let checked = try Program(
      "check", fund.folder + "/reports/2025/draft.xlsx", "--data", fund.folder, "--return", answer)
    #expect(checked.code == 1)
    // The day; more paid than agreed; a payment under no agreement.
    for part in ["Programme!B6: ", "warning C-10 ", "there is no agreement A-9 of IOM"] {
      #expect(checked.output.contains(part), "\(checked.output)")
    }
    let told = try Witness("readback.py", answer).lines
    #expect(told.contains { $0.contains("A3 = 'The form does not count until its errors are") })
  }

  @Test func `check names a file that is no form for what it is`() throws {
    let fund = try TinyFund()
    try fund.write("<html>", to: "page.xlsx")
    try fund.write("x", to: "letter.txt")
    let page = try Program("check", fund.folder + "/page.xlsx", "--data", fund.folder)
    #expect(page.code == 1)
    #expect(page.output.hasPrefix("error C-21 – A file that cannot be read as a reporting form\n"))
    #expect(page.output.contains("page.xlsx: the file is a web page or other markup"))
    let letter = try Program("check", fund.folder + "/letter.txt", "--data", fund.folder)
    #expect(letter.output.contains("letter.txt: a document, not a reporting form"))
    let empty = try Program("check", fund.folder + "/reports", "--data", fund.folder)
    #expect(empty.code == 1, "\(empty.output)")
  }

  @Test func `explain follows a programme's figure to the cells of its agreements`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.workbook(
      "one.xlsx", WorkbookForm(agreements: WorkbookForm.agreements([("A-1", [:]), ("A-2", [:])])))
    try fund.form("JP-2", answers: ["no_agreements": "yes"])
    _ = try fund.run()
    let output = fund.folder + "/output"
    let share = try Program("explain", "PA-04", "--output", output)
    #expect(share.code == 0)
    for part in [
      "PA-04  Joint Programmes with at least one agreement", "Value        1 of 2",
      "Numerator    1",
      "Denominator  2", "Coverage     100 %", "Source: Guidance note",
      "reports/2025/one.xlsx › Agreements!A5", "reports/2025/one.xlsx › Agreements!A6",
    ] { #expect(share.output.contains(part), "\(part)") }
    let empty = try Program("explain", "PA-04", "--category", "thematic_area=2", "--output", output)
    #expect(empty.code == 2, "\(empty.output)")
  }

  @Test func `explain lists for a function or an item only the rows that are about it`() throws {
    let fund = try TinyFund()
    try fund.form(sheets: [
      "structures": """
      body_name,body_kind,body_function,stakeholder_type,seats
      Board,STEERING_COMMITTEE,DECISION,NGO_N,1
      Voices,CSRG,ADVISORY,NGO_N,1
      """,
      "accountability": """
      item,in_place,stakeholder_role
      BASELINE,yes,DESIGN
      ENDLINE,yes,DESIGN
      """,
    ])
    _ = try fund.run()
    let output = fund.folder + "/output"
    for (code, category, shown, other) in [
      ("GO-01", "body_function=ADVISORY", "structures.csv!A3:", "structures.csv!A2:"),
      ("AC-01", "item=BASELINE", "accountability.csv!A2:", "accountability.csv!A3:"),
    ] {
      let explained = try Program("explain", code, "--category", category, "--output", output)
      #expect(explained.code == 0, "\(explained.complaint)")
      let counting = explained.output.split(separator: "Rows of the denominator")[0]
      #expect(counting.contains(shown), "\(explained.output)")
      #expect(!counting.contains(other))
    }
  }

  @Test(arguments: [
    (["XX-99"], "there is no indicator XX-99; known: PA-01, PA-02, "),
    (
      ["PA-08", "--category", "puno=IOM"],
      "PA-08 is not broken down by puno; it is by thematic_area, "
    ),
    (
      ["PA-05", "--category", "stakeholder_type=NGO_X"],
      "PA-05 has no category NGO_X in this release; it has NGO_N\n"
    ),
    (
      ["PA-05", "--period", "2019"], "output/2019/current: there is no release yet; make one with "
    ),
    (
      ["PA-05", "--category", "country"],
      "Error: --category is “country”; expected dimension=code\n"
    ),
  ])
  func `an unknown indicator, dimension, category or year is said with what is known`(
    words: [String], expected: String
  ) throws {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    _ = try fund.run()
    let program = try Program(list: ["explain"] + words + ["--output", fund.folder + "/output"])
    #expect(program.code == 2)
    #expect(program.output == "")
    let complaint = program.complaint.replacing(fund.folder + "/", with: "")
    #expect(complaint.hasPrefix(expected), "\(complaint)")
  }

  @Test func `explain without a release or with changed definitions says what to do`() throws {
    let fund = try TinyFund()
    let none = try Program("explain", "PA-01", "--output", fund.folder + "/output")
    #expect(none.code == 2)
    #expect(
      none.complaint.replacing(fund.folder + "/", with: "")
        == "output: there is no release yet; make one with `fundreport run`\n")
    try fund.copyPipeline()
    _ = try fund.run()
    try fund.edit("4-indicators/partnerships/PA-05.yml", "title: ", "title: The ")
    let changed = try Program(
      "explain", "PA-05", "--pipeline", fund.pipelineFolder, "--output", fund.folder + "/output")
    #expect(changed.code == 2)
    #expect(changed.complaint.hasPrefix("the definitions have changed since release "))
  }
}
