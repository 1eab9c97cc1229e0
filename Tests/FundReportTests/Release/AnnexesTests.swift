import Foundation
import Testing

@testable import Spreadsheet

/// The annexes of the annual report: what each table lists, and what of it the public sees.
@Suite struct AnnexesTests {
  @Test func `texts stand by kind and area, and unanswered is not to be quoted`() throws {
    let fund = try TinyFund()  // JP-1 in area 1
    try fund.add("JP-0", area: 4)
    let header = "kind,text,benefit,stakeholder_type,may_be_quoted"
    try fund.form(
      sheets: ["narrative": header + "\nLESSON,Third,,,\nKEY_PARTNERSHIP,First,OWNERSHIP,CBO,yes"])
    try fund.form("JP-0", sheets: ["narrative": header + "\nKEY_PARTNERSHIP,Second,,,no"])
    let release = try fund.release()
    #expect(
      try release.table("narrative_by_kind").map {
        [$0["text"], $0["thematic_area"], $0["quoting"], $0["benefit"], $0["stakeholder"]]
      } == [
        ["First", "1", "may be quoted", "Ownership", "Community-based organisation"],
        ["Second", "4", "not to be quoted", "", ""], ["Third", "1", "not to be quoted", "", ""],
      ])
  }

  @Test func `a text of 800 characters can be read in its cell, and is on no public page`() throws {
    let fund = try TinyFund()
    let text = String(repeating: "word with ", count: 79) + "last word"
    try fund.form(sheets: ["narrative": "kind,text,may_be_quoted\nLESSON,\(text),yes"])
    let release = try fund.release()
    let read = try Program(
      "check-workbook", "--edition", "analyst",
      release.folder + "/internal/annual-report-2025.xlsx")
    #expect(!read.output.contains("Narrative by kind"), "\(read.output)")  // nothing is clipped
    for file in try FileManager.default.subpathsOfDirectory(atPath: release.folder + "/public/csv")
    {
      let path = release.folder + "/public/csv/" + file
      #expect(!(try String(contentsOfFile: path, encoding: .utf8)).contains("last word"))
    }
  }

  /// JP-1 reported and spent 150 + 50 of 1,000 (a later year does not count); JP-2 is silent; JP-3
  /// has ended and JP-4 not begun.
  private func facts() throws -> Release {
    let fund = try TinyFund()
    try fund.addPUNO("IOM", to: "JP-3")
    try fund.register(
      "programmes",
      """
      programme_code,title,countries,thematic_area,start_on,end_on,budget_usd
      JP-1,One,KEN;UGA,1,2022-01-01,2026-12-31,1000.00
      JP-2,Two,KEN,2,2022-01-01,2026-12-31,
      JP-3,Three,KEN,2,2022-01-01,2024-12-31,500.00
      JP-4,Four,KEN,2,2026-01-01,2028-12-31,700.00
      """)
    try fund.register(
      "financials",
      """
      programme_code,year,puno,category,budget_usd,expenditure_usd
      JP-1,2024,IOM,1,,150.00
      JP-1,2025,IOM,1,,60.00
      JP-1,2025,ILO,8,,-10.00
      JP-1,2026,IOM,1,,999.00
      JP-3,2023,IOM,1,,125.00
      """)
    try fund.form(
      agreements: Agreements.rows([("A", [:]), ("B", ["start_on": "2024-02-01"])]),
      transfers: Transfers.rows([("A", [:]), ("A", ["paid_on": "2024-12-31", "amount": "5.5"])]))
    try fund.form("JP-3", year: 2024, agreements: Agreements.rows([("C", [:])]))
    return try fund.release()
  }

  @Test func `programmes are listed with what they had, spent and reported`() throws {
    let release = try facts()
    let columns = [
      "reporting_state", "budget_usd", "spent_in_year_usd", "spent_usd", "delivery_percent",
      "agreements", "agreements_since", "partners", "passed_on_usd", "passed_on_since_usd",
    ]
    let lines = try release.table("programme_facts").map { line in
      columns.map { line[$0] ?? "" }.joined(separator: " ")
    }
    #expect(
      lines == [
        // One partner under two agreements; 200 of 1,000 spent.
        "reported 1000.00 50.00 200.00 20 2 2 1 100.00 105.50",
        "outstanding         ",
        // 125 of 500; what its last form says counts since the start.
        "ended 500.00  125.00 25  1   ",
        "not begun 700.00        ",
      ])
    #expect(try release.table("programme_facts").first?["punos"] == "ILO;IOM")
  }

  @Test func `the public sees live programmes, with a reason where a number is missing`() throws {
    let lines = try facts().table("programmes", of: "public")
    #expect(lines.map { $0["programme"] } == ["JP-1", "JP-2"])
    #expect(lines.map { $0["delivery_percent"] } == ["20", ""])
    #expect(lines.map { $0["passed_on_since_usd"] } == ["105.50", ""])
    #expect(lines.map { $0["reason"] } == ["", "NOT_REPORTED"])
    #expect(lines.first?["start_on"] == nil)  // no exact days
  }

  @Test func `partners are listed by consent, with what was said`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("A", ["partner_name": "Alpha", "publish_name": "yes"]),
        ("B", ["partner_name": "Beta", "publish_name": "yes"]),
        ("C", ["partner_name": "Beta", "publish_name": "", "country": "UGA"]),
        ("D", ["partner_name": "Beta", "publish_name": "yes", "currency": "GNF"]),
        ("E", ["partner_name": "Gamma", "publish_name": "no", "stakeholder_type": "FBO"]),
        ("F", ["partner_name": "Ministry", "stakeholder_type": "GOV", "publish_name": "yes"]),
      ]),
      transfers: Transfers.rows([
        ("A", [:]), ("A", ["paid_on": "2024-12-31"]), ("B", ["currency": "GNF"]),
      ]))
    let lines = try fund.release().table("partners").map { line in
      [
        "partner_name", "consent", "because", "agreements_since", "passed_on_usd",
        "passed_on_since",
      ].map { line[$0] ?? "" }
    }
    #expect(
      lines == [
        ["Alpha", "may be named", "somebody says yes, nobody no", "1", "100.00", "200.00"],
        // Two by country; the one in Kenya is paid in a currency without a rate.
        ["Beta", "not to be named", "somebody says yes, somebody no or nothing", "2", "", ""],
        [
          "Beta", "not to be named", "somebody says yes, somebody no or nothing", "1", "0.00",
          "0.00",
        ],
        ["Gamma", "not to be named", "nobody says yes", "1", "0.00", "0.00"],
      ])
  }

  @Test func `evaluations have links, in public only such as lead to the web`() throws {
    let fund = try TinyFund()
    try fund.form(
      sheets: [
        "accountability": """
        item,in_place,held_on,stakeholder_role,reference_group,what_changed,report_link
        EVALUATION,yes,2025-05-01,DESIGN,yes,The plan,https://example.org/one.pdf
        EVALUATION,yes,2025-06-01,,,,\\\\server\\two.pdf
        EVALUATION,yes,2025-07-01,,,,https://example.org/ as Beta told us
        EVALUATION,yes,2025-08-01,,,,https://beta@example.org/four.pdf
        EVALUATION,yes,2024-06-01,,,,https://example.org/earlier.pdf
        ASSESSMENT,yes,2025-06-01,,,,https://example.org/other.pdf
        """
      ])
    let release = try fund.release()
    #expect(
      try release.table("evaluations").prefix(2).map { [$0["report_link"], $0["what_changed"]] }
        == [["https://example.org/one.pdf", "The plan"], ["\\\\server\\two.pdf", ""]])
    let published = try release.table("evaluations", of: "public")
    #expect(published.map { $0["report_link"] } == ["https://example.org/one.pdf", "", "", ""])
    #expect(published.map { $0["has_reference_group"] } == ["yes", "no", "no", "no"])
    #expect(published.first?["what_changed"] == nil)
    // In workbooks and on pages they are words that say where they lead.
    for (edition, annex) in [
      (
        "internal",
        [
          "Report on example.org", "\\\\server\\two.pdf", "https://example.org/ as Beta told us",
          "https://beta@example.org/four.pdf",
        ]
      ),
      ("public", ["Report on example.org", "[z]", "[z]", "[z]"]),
    ] {
      let workbook = try AnalystWorkbook(release, "\(edition)/annual-report-2025.xlsx")
      #expect(workbook.lines("Evaluations").map { $0["Report"] } == annex)
      let sheet = try #require(workbook.workbook.sheet(named: "Evaluations"))
      #expect(sheet.links.compactMap(\.address) == ["https://example.org/one.pdf"])
      let page = try String(
        contentsOfFile: "\(release.folder)/\(edition)/index.html", encoding: .utf8)
      #expect(
        page.contains(
          "<a href=\"https://example.org/one.pdf\" rel=\"noreferrer\">Report on example.org</a>"))
      #expect(!page.contains("other.pdf") && !page.contains("earlier.pdf"))
    }
  }

  @Test func `an address that could mislead, or cannot be followed, stays a text`() throws {
    let fund = try TinyFund()
    let followed = [
      "https://example.org", "https://Files.Example.org:8443/a/b_(2).pdf?x=1&y=%20",
      "HTTPS://x.org/a",
    ]
    let texts = [
      "http://example.org/a", "https://example.org@evil.example/", "https://user:word@example.org/",
      "https://example.org/a b", "https://exa mple.org", "javascript:alert(1)", "https://",
      "https:///a",
      "https://example.org/<b>", "https://example.org/\u{202E}fdp.a", "see https://example.org",
      "https://example.org/" + String(repeating: "a", count: 2_000), "file:///etc/passwd",
    ]
    let rows = (followed + texts).enumerated().map { "EVALUATION,yes,2025-01-\(10 + $0),\($1)" }
    try fund.form(
      sheets: [
        "accountability": "item,in_place,held_on,report_link\n" + rows.joined(separator: "\n")
      ])
    let release = try fund.release()
    let workbook = try AnalystWorkbook(release)
    let sheet = try #require(workbook.workbook.sheet(named: "Evaluations"))
    #expect(sheet.links.compactMap(\.address) == followed)
    #expect(
      workbook.lines("Evaluations").map { $0["Report"] } == [
        "Report on example.org", "Report on files.example.org", "Report on x.org",
      ] + texts)
    let page = try String(contentsOfFile: release.folder + "/internal/index.html", encoding: .utf8)
    #expect(page.matches(of: /<a href="(?i:https):/).count == 3)
    #expect(
      try Program(
        "check-workbook", "--edition", "public",
        release.folder + "/public/annual-report-2025.xlsx"
      ).code == 0)
  }

  @Test func `recommendations stand by status, overdue ones are said to be so`() throws {
    let fund = try TinyFund()
    try fund.register(
      "recommendations",
      """
      recommendation,event,topic,accepted,owner,due_on,status
      R1,Forum,CLIMATE,yes,A role,2025-12-31,DONE
      R2,Forum,CLIMATE,yes,A role,2025-12-31,IN_PROGRESS
      R3,Forum,CLIMATE,yes,A role,2026-01-01,OPEN
      R4,Forum,CLIMATE,no,A role,2025-06-01,OPEN
      R5,Forum,CLIMATE,yes,A role,,
      """)
    let release = try fund.release()
    #expect(
      try release.table("recommendations").map { [$0["recommendation"], $0["is_overdue"]] } == [
        ["R5", "no"], ["R4", "no"], ["R3", "no"], ["R2", "yes"], ["R1", "no"],
      ])
    let published = try release.table("recommendations", of: "public")
    #expect(published.map { $0["due_year"] } == ["", "2025", "2026", "2025", "2025"])
    #expect(published.first?["owner"] == nil)
  }
}
