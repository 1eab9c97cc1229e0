import ArgumentParser
import FundReport

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "The figures that moved between two releases, and why.",
    discussion: """
      Without releases: the one in force and the one before it. With --next: the one in force and \
      what a run would make now, of a changed definition for one; nothing is released.
      """)

  @OptionGroup var folders: Folders

  @Option(help: "Folder the releases are kept in.")
  var output = "output"

  @Option(help: "Reporting year; the newest with a release if not given.")
  var period: Int?

  @Flag(help: "Compare the release in force with what a run would make now.")
  var next = false

  @Argument(help: "Ids of the old and the new release.")
  var releases: [String] = []

  func validate() throws {
    guard [0, 2].contains(releases.count) else {
      throw ValidationError("expected two releases, the old and the new, or none")
    }
    if next, period == nil || !releases.isEmpty {
      throw ValidationError("--next takes a --period and no releases")
    }
  }

  func run() throws {
    if next, let period {
      let run = ReportRun(
        .init(
          pipelineFolder: folders.pipeline, dataFolder: folders.data, outputFolder: output,
          year: period, cutOff: Clock.today))
      return print(try run.preview(), terminator: "")
    }
    let diff = try ReleaseDiff(
      pipelineFolder: folders.pipeline, outputFolder: output, year: period,
      releases: releases.count == 2 ? (releases[0], releases[1]) : nil)
    print(diff.text(), terminator: "")
  }
}
