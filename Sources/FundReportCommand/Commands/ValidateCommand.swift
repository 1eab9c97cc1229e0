import ArgumentParser
import FundReport

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Reads every definition, code list and register and reports all mistakes.")

  @OptionGroup var folders: Folders

  func run() throws {
    let definitions = try Definitions(
      pipelineFolder: folders.pipeline, dataFolder: folders.data)
    print(definitions.summary)
  }
}
