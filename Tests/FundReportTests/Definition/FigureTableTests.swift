import Foundation
import Testing

@testable import FundReport

/// The README's table of figures is written from the definitions.
@Suite struct FigureTableTests {
  private let readme = Repository.root + "/README.md"
  private let opening =
    "<!-- figures: written by FUNDREPORT_WRITE_FIGURES=1 swift test --filter FigureTable -->\n"
  private let closing = "<!-- end of figures -->"

  private func table() throws -> String {
    let mistakes = MistakeList()
    let pipeline = Pipeline(
      folder: Repository.root + "/pipelines/annual-report", mistakes: mistakes)
    try #require(mistakes.all.isEmpty)
    let lines = pipeline.indicatorsInOrder.map { indicator in
      let by = indicator.breakdowns.map(pipeline.publishedName).joined(separator: ", ")
      return
        "| \(indicator.code) | \(indicator.title) | \(UnitText.short(indicator.unit)) | \(by) |\n"
    }
    return "| code | figure | unit | by |\n|---|---|---|---|\n" + lines.joined()
  }

  @Test func `the table of figures in the README is that of the definitions`() throws {
    let text = try String(contentsOfFile: readme, encoding: .utf8)
    let start = try #require(text.range(of: opening)).upperBound
    let end = try #require(text.range(of: closing)).lowerBound
    let table = try table()
    if ProcessInfo.processInfo.environment["FUNDREPORT_WRITE_FIGURES"] == "1" {
      let written = text.replacingCharacters(in: start..<end, with: table)
      try Data(written.utf8).write(to: URL(fileURLWithPath: readme))
    } else {
      #expect(text[start..<end] == table, "write it again as the comment above it says")
    }
  }

  @Test func `what is counted has the unit of things, so that no decimals are shown`() throws {
    let mistakes = MistakeList()
    let pipeline = Pipeline(folder: Repository.pipeline, mistakes: mistakes)
    let wrong = pipeline.indicators.filter { indicator in
      let isShare = indicator.total.outOf != nil
      return switch indicator.total.measure.value {
      case .count, .distinct: !isShare && indicator.unit != .count
      default: false
      }
    }
    #expect(wrong.map(\.code) == [])
  }
}
