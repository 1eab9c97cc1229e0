import ArgumentParser
import FundReport
import Spreadsheet

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reports on forms before they are sent: everything to mend, and where.",
    discussion: """
      Exits with 1 when an error is found. Each form is looked at by itself: what depends on the folder
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
      let findings =
        try returned.map { try check.findings(in: file, returning: $0) }
        ?? check.findings(in: file)
      if findings.isEmpty { print("\(file): nothing to mend") }
      for finding in findings { print(words(finding)) }
      hasErrors = hasErrors || findings.contains { $0.severity == "error" }
    }
    if hasErrors { throw ExitCode(1) }
  }

  private func words(_ finding: Finding) -> String {
    var place = finding.file
    if let sheet = finding.sheet { place += " › \(sheet)" }
    if let row = finding.row, let column = finding.column {
      place += (finding.sheet == nil ? " › " : "!") + "\(CellReference(row: row, column: column))"
    }
    var lines = ["\(place): \(finding.severity) \(finding.rule): \(finding.message)"]
    if !finding.found.isEmpty { lines.append("    found:    \(finding.found)") }
    if !finding.expected.isEmpty { lines.append("    expected: \(finding.expected)") }
    return lines.joined(separator: "\n")
  }
}
