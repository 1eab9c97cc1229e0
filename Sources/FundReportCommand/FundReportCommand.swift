import ArgumentParser
import Foundation
import FundReport

/// The command line: parses words, prints words, picks the exit code.
@main
struct FundReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fundreport",
    abstract: "Turns what Joint Programmes report into the figures of a Fund's annual report.",
    version: ProgramVersion.current,
    subcommands: [
      RunCommand.self, ValidateCommand.self, CheckCommand.self, ExplainCommand.self,
      VerifyCommand.self, PseudonymiseCommand.self, TemplateCommand.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      if code == .success || error is CleanExit { exit(withError: error) }
      if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
      let failure = Failure(error)
      FileHandle.standardError.write(Data((failure.words(fullMessage(for: error)) + "\n").utf8))
      Foundation.exit(failure.code)
    }
  }
}

/// Folders every command may be pointed at.
struct Folders: ParsableArguments {
  @Option(help: "Folder with reports, registers and code-lists.")
  var data = "data"

  @Option(help: "Folder with the definitions.")
  var pipeline = "pipelines/annual-report"
}
