import ArgumentParser
import FundReport

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "A figure's definition, numbers, and the rows behind it with file, sheet and cell.")

  @Option(help: "Folder with the definitions.")
  var pipeline = Folders.standardPipeline

  @Option(help: "Folder the releases are kept in.")
  var output = "output"

  @Argument(help: "Code of the indicator, as in the workbook.")
  var indicator: String

  @Option(help: "One category, as dimension=code; the total if not given.")
  var category: String?

  @Option(help: "Reporting year; the newest with a release if not given.")
  var period: Int?

  func validate() throws {
    if let category, Explanation.Choice(category) == nil {
      throw ValidationError("--category is “\(category)”; expected dimension=code")
    }
  }

  func run() throws {
    let explanation = try Explanation(
      indicator, category.flatMap(Explanation.Choice.init), pipelineFolder: pipeline,
      outputFolder: output, year: period)
    print(try explanation.text(), terminator: "")
  }
}
