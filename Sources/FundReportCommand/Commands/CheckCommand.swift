import ArgumentParser
import FundReport

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reports on forms before they are sent: everything to mend, and where.",
    discussion: """
      Rule by rule, in the language of the form. Exits with 1 when an error is found. Each form is looked at by itself: what depends on the folder
      it lies in, on other forms or on earlier versions is found by a run.
      """)

  @OptionGroup var folders: Folders

  @Argument(help: "Workbooks, or folders of CSV files with their programme.csv.")
  var files: [String]

  @Option(
    name: .customLong("return"),
    help: "Write what was found into this workbook, with the cells in question marked.")
  var returned: String?

  func validate() throws {
    guard returned == nil || files.count == 1 else {
      throw ValidationError("--return takes one file at a time; \(files.count) are given")
    }
  }

  func run() throws {
    let check = try FormCheck(pipelineFolder: folders.pipeline, dataFolder: folders.data)
    var hasErrors = false
    for file in files {
      let form = try check.check(file, returning: returned)
      print(form.text())
      hasErrors = hasErrors || form.hasErrors
    }
    if hasErrors { throw ExitCode(1) }
  }
}
