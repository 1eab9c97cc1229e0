import ArgumentParser
import Foundation
import FundReport
import Spreadsheet

extension WorkbookEdition: ExpressibleByArgument {}

struct CheckWorkbookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-workbook",
    abstract: "Holds any workbook against the rules of accessible, publishable workbooks.",
    discussion: "Exits with 1 when an essential rule is broken.")

  @Option(help: "Whose rules: public for a workbook everyone may read, or analyst.")
  var edition = WorkbookEdition.public

  @Argument(help: "The workbook (.xlsx).")
  var file: String

  func run() throws {
    guard FileManager.default.fileExists(atPath: file) else {
      throw RunError.wrongUsage("\(file) is not there; name a workbook (.xlsx)")
    }
    let check = try check()
    for (number, finding) in check.findings.enumerated() {
      print(words(finding))
      // What is to be done is said once for all that one rule finds.
      let next = check.findings.dropFirst(number + 1).first
      guard next?.rule != finding.rule else { continue }
      print("    rule:    \(finding.text)\n    mend:    \(finding.mend)")
    }
    for unseen in check.unseen {
      print("\(file): \(unseen.rule) not looked at: \(unseen.what)")
      for line in Self.lines(unseen.names) { print("    \(line)") }
    }
    print(summary(check))
    if check.breaksEssentialRule { throw ExitCode(1) }
  }

  /// What is no workbook, or a damaged one, is a finding too.
  private func check() throws -> WorkbookCheck {
    do {
      return try WorkbookCheck(path: file, edition: edition)
    } catch {
      if case .unreadable = error.reason { throw error }
      print(error.located)
      throw ExitCode(1)
    }
  }

  private func words(_ finding: WorkbookCheck.Finding) -> String {
    var place = file
    if let sheet = finding.sheet { place += " › \(sheet)" }
    if let cell = finding.cells.first { place += (finding.sheet == nil ? " › " : "!") + "\(cell)" }
    let severity = finding.isEssential ? "essential" : "rule"
    var lines = ["\(place): \(severity) \(finding.rule): \(finding.found)"]
    if finding.cells.count > 1 { lines.append("    also at: \(others(finding.cells))") }
    return lines.joined(separator: "\n")
  }

  /// Names beside each other, in lines of a hundred characters.
  static func lines(_ names: [String]) -> [String] {
    names.reduce(into: []) { lines, name in
      if let last = lines.last, last.count + name.count < 98 {
        lines[lines.count - 1] = "\(last), \(name)"
      } else {
        if !lines.isEmpty { lines[lines.count - 1] += "," }
        lines.append(name)
      }
    }
  }

  /// The next cells by name, and how many more there are.
  private func others(_ cells: [CellReference]) -> String {
    let shown = cells.dropFirst().prefix(10).map(\.description).joined(separator: ", ")
    let rest = cells.count - 11
    return rest > 0 ? "\(shown) and \(rest) more" : shown
  }

  private func summary(_ check: WorkbookCheck) -> String {
    let broken = Set(check.findings.map(\.rule))
    let essential = Set(check.findings.filter(\.isEssential).map(\.rule))
    let start = "\(file): \(check.ruleCount) rules of the \(edition.rawValue) edition, "
    guard !broken.isEmpty else { return start + "none broken" }
    return start + "\(broken.count) broken, \(essential.count) of them essential"
  }
}
