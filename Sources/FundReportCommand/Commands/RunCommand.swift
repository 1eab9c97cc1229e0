import ArgumentParser
import Foundation
import FundReport
import Spreadsheet

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "The nightly job: everything, or nothing if nothing changed.",
    discussion: """
      Exit codes: 0 done or nothing to do · 1 released, and a file was refused or a row quarantined \
      that the release before did not have · 2 wrong usage, definitions or registers · 3 refused to \
      release · 4 input or output failed · 5 another run is at work · 70 a fault of the program.
      """)

  @OptionGroup var folders: Folders

  @Option(help: "Folder the releases are kept in.")
  var output = "output"

  @Option(help: "Reporting year, such as 2025.")
  var period: Int

  @Option(help: "Cut-off: forms dated later wait. A day as 2026-03-31; today (UTC) if not given.")
  var asOf: String?

  @Flag(help: "Print what each stage took, as JSON on standard error.")
  var timings = false

  func validate() throws {
    guard (1990...2100).contains(period) else {
      throw ValidationError("--period is \(period); expected a year such as 2025")
    }
    if let asOf, CalendarDay(iso8601: asOf) == nil {
      throw ValidationError("--as-of is “\(asOf)”; expected a day such as 2026-03-31")
    }
  }

  func run() throws {
    let outcome = try ReportRun(
      .init(
        pipelineFolder: folders.pipeline, dataFolder: folders.data, outputFolder: output,
        year: period, cutOff: asOf.flatMap(CalendarDay.init(iso8601:)) ?? today)
    ).run()
    print(words(outcome))
    if timings {
      FileHandle.standardError.write(try JSONEncoder().encode(outcome.timings) + Data("\n".utf8))
    }
    if outcome.newRefusals > 0 { throw ExitCode(1) }
  }

  /// The one look at the clock: every stage takes the day as an argument.
  private var today: CalendarDay {
    CalendarDay(daysSince1970: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
  }

  private func words(_ outcome: ReportRun.Outcome) -> String {
    let counts = ["error", "warning", "notice"].map { "\(outcome.findings[$0] ?? 0) \($0)s" }
    var lines = [
      outcome.kind == .nothingNew
        ? "\(period): nothing new; release \(outcome.release) is in force"
        : outcome.kind == .released
          ? "\(period): released \(outcome.release)"
          : "\(period): release \(outcome.release) was built; the release in force is newer and stays",
      "  findings: \(counts.joined(separator: ", "))",
    ]
    if outcome.newRefusals > 0 {
      lines.append("  new refusals: \(outcome.newRefusals) files or rows; see the sheet Issues")
    }
    if let workbook = outcome.workbook { lines.append("  workbook: \(workbook)") }
    return lines.joined(separator: "\n")
  }
}
