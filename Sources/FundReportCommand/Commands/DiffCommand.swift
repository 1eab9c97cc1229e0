import ArgumentParser
import FundReport

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "The figures that moved between two releases, and why.",
    discussion: "Without releases: the one in force and the one before it.")

  @OptionGroup var folders: Folders

  @Option(help: "Folder the releases are kept in.")
  var output = "output"

  @Option(help: "Reporting year; the newest with a release if not given.")
  var period: Int?

  @Argument(help: "Ids of the old and the new release.")
  var releases: [String] = []

  func validate() throws {
    guard [0, 2].contains(releases.count) else {
      throw ValidationError("expected two releases, the old and the new, or none")
    }
  }

  func run() throws {
    let diff = try ReleaseDiff(
      pipelineFolder: folders.pipeline, outputFolder: output, year: period,
      releases: releases.count == 2 ? (releases[0], releases[1]) : nil)
    print(diff.text(), terminator: "")
  }
}
