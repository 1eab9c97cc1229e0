import Foundation
import FundReport
import Spreadsheet

/// The fictional fund in `data`, released year after year into a folder of its own.
final class ExampleFund {
  private let output = FileManager.default.temporaryDirectory.path + "/example-" + UUID().uuidString

  deinit { try? FileManager.default.removeItem(atPath: output) }  // leaving it would harm nobody

  /// Runs one year as of a day after all its forms.
  func run(_ year: Int) throws -> ReportRun.Outcome {
    guard let cutOff = CalendarDay(year: 2026, month: 11, day: 21) else {
      throw TinyFund.NoSuchDay(text: "2026-11-21")
    }
    return try ReportRun(
      .init(
        pipelineFolder: Repository.pipeline,
        dataFolder: Repository.root + "/data", outputFolder: output, year: year, cutOff: cutOff)
    ).run()
  }
}
