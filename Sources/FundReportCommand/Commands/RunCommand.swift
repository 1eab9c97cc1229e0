import ArgumentParser
import Foundation
import FundReport
import Spreadsheet

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "The nightly job: everything, or nothing if nothing changed.",
    discussion: """
      Exit codes: 0, done or nothing to do; 1, released, and a file was refused or a row \
      quarantined that the release before did not have; 2, wrong usage, definitions or registers; \
      3, refused to release; 4, input or output failed; 5, another run is at work; 70, a fault of \
      the program. Of several years the gravest counts: 70, 4, 2, 3, 1, 0.
      """)

  @OptionGroup var folders: Folders

  @Option(help: "Folder the releases are kept in.")
  var output = "output"

  @Option(help: "Reporting year, such as 2025, or open: every year whose forms may come now.")
  var period: String

  @Option(help: "Cut-off: forms dated later wait. A day as 2026-03-31; today (UTC) if not given.")
  var asOf: String?

  @Option(help: "Code of a check that refused to release, to let it pass this once.")
  var accept: [String] = []

  @Option(
    help: "Remove older releases than this many, never one in force, closed or compared with.")
  var keep: Int?

  @Flag(help: "Print nothing unless something needs attention.")
  var quiet = false

  @Flag(help: "Print what each stage took, as JSON on standard error.")
  var timings = false

  private var year: Int? { Int(period).flatMap { (1990...2100).contains($0) ? $0 : nil } }

  func validate() throws {
    guard period == "open" || year != nil else {
      throw ValidationError("--period is “\(period)”; expected a year such as 2025, or open")
    }
    if let asOf, CalendarDay(iso8601: asOf) == nil {
      throw ValidationError("--as-of is “\(asOf)”; expected a day such as 2026-03-31")
    }
    if let keep, keep < 1 { throw ValidationError("--keep is \(keep); expected 1 or more") }
  }

  func run() throws {
    let day = asOf.flatMap(CalendarDay.init(iso8601:)) ?? Clock.today
    let showsProgress = !quiet && isatty(2) == 1
    let options = ReportRun.Options(
      pipelineFolder: folders.pipeline, dataFolder: folders.data, outputFolder: output,
      year: year ?? 0, cutOff: day, accepted: Set(accept)
    ) { year, stage in
      if showsProgress { Self.complain("\(year) \(stage.words)") }
    }
    let night = Night(year.map { .year($0) } ?? .open, options, keep: keep)
    let years = try night.run()
    if years.isEmpty, !quiet { print("no year is open on \(day)") }
    var codes: [Int32] = []
    for year in years { codes.append(try tell(year)) }
    if years.count > 1, !quiet {
      let released = years.filter { (try? $0.result.get())?.kind == .released }.count
      let failed = years.filter { (try? $0.result.get()) == nil }.count
      print("\(years.count) years: \(released) released, \(failed) failed")
    }
    let gravest = [70, 4, 2, 3, 1].first { codes.contains($0) }
    if let gravest { throw ExitCode(gravest) }
  }

  /// Says what became of one year; the exit code it would have alone.
  private func tell(_ year: Night.Year) throws -> Int32 {
    do {
      let outcome = try year.result.get()
      let needsAttention = !outcome.newRefusals.isEmpty
      if !quiet || needsAttention { print(words(outcome, year.year)) }
      if timings {
        let text = try JSONEncoder().encode(outcome.timings) + Data("\n".utf8)
        FileHandle.standardError.write(text)
      }
      return needsAttention ? 1 : 0
    } catch {
      let failure = Failure(error)
      let words = failure.words("\(error)")
      // Which year is said once.
      let place = period == "open" && !words.hasPrefix("\(year.year) ") ? "\(year.year): " : ""
      Self.complain(place + words)
      return failure.code
    }
  }

  private static func complain(_ line: String) {
    FileHandle.standardError.write(Data((line.withoutControls + "\n").utf8))
  }

  private func words(_ outcome: ReportRun.Outcome, _ year: Int) -> String {
    let counts = ["error", "warning", "notice"].map { severity in
      let count = outcome.findings[severity] ?? 0
      return "\(count) \(severity)\(count == 1 ? "" : "s")"
    }
    let head =
      switch outcome.kind {
      case .nothingNew: "nothing new; release \(outcome.release) is in force"
      case .released: "released \(outcome.release)"
      case .releasedAside:
        "release \(outcome.release) was built; the release in force is newer and stays"
      case .closed: "closed; no published figure would move, release \(outcome.release) stays"
      }
    var lines = ["\(year): \(head)", "  findings: \(counts.joined(separator: ", "))"]
    lines += outcome.refusals
    if !outcome.late.isEmpty {
      lines.append(
        "  came after the year was closed and wait: " + outcome.late.joined(separator: ", "))
    }
    if let workbook = outcome.workbook { lines.append("  workbook: \(workbook)") }
    return lines.joined(separator: "\n")
  }
}

extension ReportRun.Outcome {
  private static let mostRefusals = 20

  /// What was refused that the release before did not have, line by line.
  var refusals: [String] {
    guard !newRefusals.isEmpty else { return [] }
    let count = newRefusals.count
    let which = count == 1 ? "1 file or row; it is" : "\(count) files or rows; all of them are"
    return ["  new refusals: \(which) in the sheet Issues"]
      + newRefusals.prefix(Self.mostRefusals).map { "    " + $0 }
      + (count > Self.mostRefusals ? ["    and \(count - Self.mostRefusals) more"] : [])
  }
}
