import Foundation
import FundReport
import Testing

/// What pages and public charts are said to show.
@Suite struct PageDefinitionsTests {
  @Test(arguments: [
    (
      "analyst-workbook.yml", "figures: { table: page_figures", "figures: { table: page_figure",
      "there is no table `page_figure` for the page"
    ),
    (
      "analyst-workbook.yml", "figures: { table: page_figures", "figures: { table: page_results",
      "the table `page_results` has no column `chapter`"
    ),
    (
      "public/edition.yml", "figures: { table: indicators", "figures: { table: page_figures",
      "there is no table `page_figures` for the page"
    ),
    (
      "public/edition.yml", "leave_out: [period, ", "leave_out: [years, ",
      "the table `indicators` has no column `years`"
    ),
    (
      "public/edition.yml", "annexes: [evaluations", "annexes: [programme_facts",
      "there is no table `programme_facts` for the page"
    ),
    (
      "analyst-workbook.yml", "leave_out: [what_changed", "leave_out: [what_chanced",
      "the table `evaluations` has no column `what_chanced`"
    ),
    (
      "public/edition.yml", "    table: indicators", "    view: chart_partner_types",
      "`table` is missing; expected `table: …` here"
    ),
    (
      "public/edition.yml", "    table: indicators", "    table: agreements",
      "there is no public table `agreements`"
    ),
    (
      "public/edition.yml", "    series: title", "    series: partner",
      "the table `series` has no column `partner`"
    ),
  ])
  func `a page shows tables of its edition only`(
    file: String, found: String, new: String, mistake: String
  ) throws {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.edit("5-publications/" + file, found, new)
    do {
      _ = try Definitions(pipelineFolder: fund.pipelineFolder, dataFolder: fund.folder)
      Issue.record("nothing is said")
    } catch let error as DefinitionError {
      let said = error.mistakes.map(\.description)
      #expect(said.contains { $0.contains(file) && $0.hasSuffix(mistake) }, "\(said)")
    }
  }

  @Test func `a chart marks what its table withholds`() throws {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.edit(
      "5-publications/public/edition.yml", "indicator: [TR-01, TR-03]", "indicator: EN-11")
    // Three people are too few to be told.
    try fund.form(sheets: Engagement.rows([["women": "3"]]))
    let release = try fund.release()
    let text = try String(contentsOfFile: release.folder + "/public/index.html", encoding: .utf8)
    let start = try #require(text.firstRange(of: "Column chart: Passed on")).upperBound
    let end = try #require(text[start...].firstRange(of: "</svg>")).lowerBound
    let chart = text[start..<end]
    #expect(chart.contains(">[c]<"))
    #expect(!chart.contains(">3<"))
  }
}
