import ArgumentParser
import Foundation
import FundReport
import Spreadsheet

/// The command line: parses words, prints words, picks the exit code.
@main
struct FundReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fundreport",
    abstract: "Turns what Joint Programmes report into the figures of a Fund's annual report.",
    version: ProgramVersion.current,
    subcommands: [
      RunCommand.self, ValidateCommand.self, CheckCommand.self, ExplainCommand.self,
      DiffCommand.self, FreezeCommand.self, RestateCommand.self, VerifyCommand.self,
      PublishCommand.self,
      StatusCommand.self, PseudonymiseCommand.self, CheckWorkbookCommand.self,
      TemplateCommand.self,
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
      let words = failure.words(fullMessage(for: error)).withoutControls
      FileHandle.standardError.write(Data((words + "\n").utf8))
      Foundation.exit(failure.code)
    }
  }
}

/// The one look at the clock: every stage takes the day as an argument.
enum Clock {
  /// Today in UTC.
  static var today: CalendarDay {
    CalendarDay(daysSince1970: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
  }
}

/// Folders every command may be pointed at.
struct Folders: ParsableArguments {
  @Option(help: "Folder with reports, registers and code-lists.")
  var data = Folders.standardData

  @Option(
    help: "Folder with the definitions; the installed ones where the working folder has none.")
  var pipeline = Folders.standardPipeline

  static let standardData = "data"

  /// The working folder's definitions, else those installed beside the program.
  static var standardPipeline: String {
    let here = "pipelines/annual-report"
    // Not Linux, or no such link: there is nothing beside the program then.
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let prefix = URL(fileURLWithPath: program).deletingLastPathComponent()
      .deletingLastPathComponent().path
    let installed = prefix + "/share/fundreport/" + here
    let isHere = FileManager.default.fileExists(atPath: here)
    return !isHere && FileManager.default.fileExists(atPath: installed) ? installed : here
  }
}
