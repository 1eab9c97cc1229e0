import ArgumentParser
import FundReport
import Spreadsheet

/// What a person says when deciding about a year.
struct DecisionOptions: ParsableArguments {
  @OptionGroup var folders: Folders

  @Option(help: "Folder the releases are kept in.")
  var output = "output"

  @Option(help: "Reporting year, such as 2025.")
  var period: Int

  @Option(help: "Why: kept with the year, and shown with a restatement in the internal release.")
  var reason: String

  @Option(help: "Who decided it.")
  var by: String

  var decision: ReportRun.Decision { .init(by: by, reason: reason, on: Clock.today) }

  func run(asOf: CalendarDay = Clock.today) -> ReportRun {
    ReportRun(
      .init(
        pipelineFolder: folders.pipeline, dataFolder: folders.data, outputFolder: output,
        year: period, cutOff: asOf))
  }
}

struct FreezeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freeze",
    abstract: "Closes a year: from then on only `restate` moves its release.")

  @OptionGroup var options: DecisionOptions

  func run() throws {
    let outcome = try options.run().freeze(options.decision)
    print("\(options.period): closed with release \(outcome.release)")
  }
}

struct RestateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restate",
    abstract: "Makes a new release of a closed year, and records what it moves and why.",
    discussion: """
      Exits with 1 when a file was refused or a row quarantined that the release before did not have.
      """)

  @OptionGroup var options: DecisionOptions

  @Option(help: "Cut-off: forms dated later wait. A day as 2026-03-31; today (UTC) if not given.")
  var asOf: String?

  @Option(help: "Code of a check that refused to release, to let it pass this once.")
  var accept: [String] = []

  func validate() throws {
    if let asOf, CalendarDay(iso8601: asOf) == nil {
      throw ValidationError("--as-of is “\(asOf)”; expected a day such as 2026-03-31")
    }
  }

  func run() throws {
    let day = asOf.flatMap(CalendarDay.init(iso8601:)) ?? Clock.today
    let run = ReportRun(
      .init(
        pipelineFolder: options.folders.pipeline, dataFolder: options.folders.data,
        outputFolder: options.output, year: options.period, cutOff: day, accepted: Set(accept)))
    let outcome = try run.restate(options.decision)
    switch outcome.kind {
    case .released: print("\(options.period): restated as \(outcome.release)")
    case .releasedAside:
      print(
        "\(options.period): not restated; release \(outcome.release) was built as of \(day), the "
          + "release in force is newer and stays")
    case .nothingNew, .closed:
      print("\(options.period): nothing to restate; release \(outcome.release) is in force")
    }
    if !outcome.refusals.isEmpty { print(outcome.refusals.joined(separator: "\n")) }
    if let changes = outcome.changes { print(changes, terminator: "") }
    if !outcome.refusals.isEmpty { throw ExitCode(1) }
  }
}
