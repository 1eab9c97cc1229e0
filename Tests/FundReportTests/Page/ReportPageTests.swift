import Foundation
import FundReport
import Testing

/// The page of a release and that of its public edition.
@Suite struct ReportPageTests {
  private func page(_ release: Release, _ edition: String = "internal") throws -> String {
    try String(contentsOfFile: "\(release.folder)/\(edition)/index.html", encoding: .utf8)
  }

  private func fund() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([("A-1", [:]), ("A-2", ["stakeholder_type": "FBO"])]),
      transfers: Transfers.rows([("A-1", ["amount": "1234.5"])]),
      sheets: Engagement.rows([["women": "3"]]))
    return fund
  }

  @Test func `the internal page says so, and what is provisional, before anything else`() throws {
    let fund = try fund()
    try fund.add("JP-2")
    let text = try page(fund.release())
    let body = try #require(text.firstRange(of: "<body>")).upperBound
    let words = text[body...].replacing(/<[^>]*>/, with: " ").split(separator: /\s+/)
    #expect(
      words.prefix(16).joined(separator: " ")
        == "Skip to content INTERNAL – contains names of partners who did not agree to be named")
    #expect(text.contains("· PROVISIONAL – 1 of 2 live Joint Programmes have reported</p>"))
  }

  @Test func `figures stand by chapter, each with its unit`() throws {
    let text = try page(fund().release())
    #expect(text.contains("<h3>Transfers</h3>"))
    let row = try #require(text.firstRange(of: "TR-01 Passed on to non-governmental partners"))
    #expect(text[row.upperBound...].prefix(120).contains("USD\u{A0}1,234.50"))
    // Two of two agreements are financial; a share of few is read as a count.
    let share = try #require(text.firstRange(of: "PA-05 Agreements with a financial component"))
    #expect(text[share.upperBound...].prefix(120).contains(">2 of 2<"))
  }

  @Test func `categories and statuses are said in words, whichever list they are of`() throws {
    let fund = try fund()
    try fund.register(
      "results_framework",
      """
      rf_code,level,statement_en,indicator,unit,direction
      RF-1,OUTPUT,Agreements,PA-01,agreements,UP
      """)
    let release = try fund.release()
    // Items of five lists, and roles of two, are published under one name each.
    for text in [try page(release), try page(release, "public")] {
      for label in ["Baseline study", "Reference group", "Key partnership"] {
        #expect(text.contains(">\(label)<"), "\(label)")
      }
      #expect(!text.contains(">REFERENCE_GROUP<") && !text.contains(">KEY_PARTNERSHIP<"))
      #expect(text.contains(">No target<") && !text.contains(">NO_TARGET<"))
    }
  }

  @Test func `names in the legend of a chart are not cut`() throws {
    let text = try page(fund().release(), "public")
    #expect(text.contains(">Passed on to non-governmental partners in year</text>"))
    #expect(!text.contains("…</text>"))
  }

  @Test func `only totals have a last year`() throws {
    let fund = try fund()
    try fund.add("JP-2")  // has not reported: a mark would stand in every column of numbers
    try fund.form(year: 2024, agreements: Agreements.rows([("A-1", [:])]))
    _ = try fund.release(2024)
    let tables = try page(fund.release()).components(separatedBy: "<table>").dropFirst()
    let withLastYear = tables.filter { $0.contains(">Last year</th>") }
    #expect(!withLastYear.isEmpty)
    #expect(withLastYear.allSatisfy { $0.contains(": totals</span>") })
  }

  @Test func `the public page withholds what its tables withhold`() throws {
    let release = try fund().release()
    let (all, some) = (try page(release), try page(release, "public"))
    // Three participations are too few; due diligence is internal; no partner agreed to be named.
    #expect(all.contains("PA-15"))
    #expect(!some.contains("PA-15"))
    let row = try #require(some.firstRange(of: "EN-11 Participations in engagement"))
    #expect(some[row.upperBound...].prefix(120).contains("[c]"))
    #expect(!some.contains("INTERNAL"))
    #expect(!some.contains("Alpha"))
  }

  @Test func `every number of the public page's figures is one of the table`() throws {
    let release = try fund().release()
    let some = try page(release, "public")
    // PA-01 by stakeholder type in the table of the edition, and as rows of the page.
    let lines = try release.table("indicators", of: "public").filter {
      $0["indicator"] == "PA-01" && $0["dimension"] == "stakeholder_type"
    }
    let caption = "PA-01 Implementation agreements in year, by Stakeholder type"
    let start = try #require(some.firstRange(of: ">\(caption)<")).upperBound
    let end = try #require(some[start...].firstRange(of: "</tbody>")).lowerBound
    let rows = some[start..<end].matches(
      of: /<th scope="row"[^>]*>([^<]*)<\/th>\s*<td[^>]*>([^<]*)</
    )
    .map { "\($0.1) \($0.2)" }
    #expect(rows == lines.map { "\($0["label"] ?? "") \($0["value"] ?? "")" })
    #expect(rows.contains("Faith-based organisation 1"))
  }

  @Test func `the same release has the same page, and the manifest lists it`() throws {
    let fund = try fund()
    let first = try fund.release()
    let texts = [try page(first), try page(first, "public")]
    try FileManager.default.removeItem(atPath: fund.folder + "/output")
    let second = try fund.release()
    #expect([try page(second), try page(second, "public")] == texts)
    #expect(try ReleaseVerification.differences(in: second.folder) == [])
    for (edition, path) in [
      ("", "internal/index.html"), ("", "public/index.html"), ("public/", "index.html"),
    ] {
      let manifest = try String(
        contentsOfFile: "\(second.folder)/\(edition)manifest.json", encoding: .utf8)
      #expect(manifest.contains("\"\(path)\""))
    }
    try Data("more".utf8).write(
      to: URL(fileURLWithPath: second.folder + "/public/index.html"))
    #expect(
      try ReleaseVerification.differences(in: second.folder).contains {
        $0.hasPrefix("public/index.html")
      })
  }

  @Test func `links lead to files of the release`() throws {
    let release = try fund().release()
    for edition in ["internal", "public"] {
      let links = try page(release, edition).matches(of: /href="([^"#:]+)"/).map { String($0.1) }
      #expect(links.count > 5)
      for link in links {
        #expect(
          FileManager.default.fileExists(atPath: "\(release.folder)/\(edition)/\(link)"), "\(link)")
      }
    }
  }

  @Test func `whatever text comes in, none of it is markup`() throws {
    let fund = try fund()
    try fund.copyPipeline()
    let script = "<script>alert(1)</script>\\\"'&amp;"
    // Every title, label and text of the definitions behind the page.
    let line = /(title|subject|publisher|contact|licence|values|next_update|purpose): (\w[^\n]*)/
    let entry = /(title): ([^\n,{}]+)/
    for (file, words) in [
      ("5-publications/analyst-workbook.yml", line), ("5-publications/public/edition.yml", line),
      ("4-indicators/dimensions.yml", entry), ("4-indicators/partnerships/PA-01.yml", line),
      ("4-indicators/engagement/EN-15.yml", line),
    ] {
      let path = fund.pipelineFolder + "/" + file
      let text = try String(contentsOfFile: path, encoding: .utf8)
      // A whole tag in the words of the edition would be taken for a place left to fill in.
      let typed = file.hasSuffix("edition.yml") ? String(script.dropFirst(25)) + "<script " : script
      let changed = text.replacing(words) { "\($0.1): \"\($0.2) \(typed)\"" }
      #expect(changed != text)
      try Data(changed.utf8).write(to: URL(fileURLWithPath: path))
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: fund.folder + "/code-lists") {
      let path = fund.folder + "/code-lists/" + name
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      guard ["stakeholder_types.csv", "levels.csv", "phases.csv"].contains(name) else { continue }
      let changed = lines.enumerated().map { index, line in
        var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if index > 0 { cells[1] += "<script>" }
        return cells.joined(separator: ",")
      }
      try Data((changed.joined(separator: "\n") + "\n").utf8)
        .write(to: URL(fileURLWithPath: path))
    }
    try fund.register(
      "results_framework",
      """
      rf_code,level,statement_en,indicator,unit,direction,baseline_year,baseline,means_of_verification
      R<script>,OUTPUT,<script>alert(2)</script>,PA-01,<script>,UP,2023,1,<img src=x onerror=alert(3)>
      """)
    try fund.register("targets", "rf_code,year,value\nR<script>,2025,10")
    let release = try fund.release()
    for edition in ["internal", "public"] {
      let text = try page(release, edition)
      #expect(text.contains("&lt;script&gt;"))
      #expect(text.ranges(of: "&lt;script").count > 50)
      #expect(!text.lowercased().contains("<script"))
      #expect(!text.lowercased().contains("<img"))
      // An attribute that a quotation mark ended early would show as one without a value.
      #expect(
        text.matches(of: /<[a-z0-9]+( [A-Za-z0-9-]+="[^"<>]*")*\/?>/).count
          == text.matches(of: /<[a-z]/).count)
    }
  }
}
