import ArgumentParser
import Foundation
import FundReport

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "The last runs, the releases in force, and what is still to come.",
    discussion: "Exits with 1 when the last success is older than --max-age.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(
    help: "Folder with reports, registers and code-lists; the last run's if not given.")
  var data: String?

  @Option(help: "Folder with the definitions; the last run's if not given.")
  var pipeline: String?

  @Option(help: "Folder the releases are kept in.")
  var output = "output"

  @Option(help: "text, or json for a monitor.")
  var format = Format.text

  @Option(help: "Hours the last success may be old.")
  var maxAge: Double?

  func run() throws {
    let last = try Status.foldersOfLastRun(output)
    let status = try Status(
      pipelineFolder: pipeline ?? last?.pipeline ?? Folders.standardPipeline,
      dataFolder: data ?? last?.data ?? Folders.standardData, outputFolder: output,
      today: Clock.today, now: Date())
    switch format {
    case .text: print(words(status))
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      Swift.print(String(decoding: try encoder.encode(status), as: UTF8.self))
    }
    if let maxAge, status.isOlder(than: maxAge, now: Date()) { throw ExitCode(1) }
  }

  private func words(_ status: Status) -> String {
    var lines: [String] = []
    for year in status.years {
      lines.append(
        "\(year.year)  release \(year.release), released \(year.releasedAt ?? "unknown")")
      let age = year.hoursSinceSuccess.map { String(format: ", %.1f hours ago", $0) } ?? ""
      lines.append("      last success \(year.lastSuccess ?? "unknown")\(age)")
      for act in year.closed?.acts ?? [] {
        let done = act.kind == .freeze ? "closed" : "restated"
        lines.append("      \(done) on \(act.on) by \(act.by): \(act.reason)")
      }
      for file in year.late {
        lines.append(
          year.closed != nil
            ? "      waits for a restatement: \(file)"
            : "      came since: \(file); `fundreport run --period \(year.year)` counts it")
      }
      lines += year.published.compactMap { words($0, of: year.year) }
      if year.closed == nil {
        if year.outstanding == nil {
          lines.append(
            "      outstanding: it cannot be told; `fundreport validate` says what is wrong")
        }
        for entry in year.outstanding ?? [] {
          let late = entry.daysLate.map { days in
            days > 0 ? ", \(days) days late" : ", due in \(-days) days"
          }
          let says = entry.says.filter { !$0.isEmpty }.joined(separator: " · ")
          lines.append("      outstanding: \(says)\(late ?? "")")
        }
      }
    }
    if status.years.isEmpty { lines.append("there is no release yet") }
    lines.append("Last runs")
    for (index, run) in status.runs.enumerated() {
      let outcome = run.outcome ?? (status.isAtWork && index == 0 ? "is at work" : "did not end")
      let release = run.release.map { " " + $0 } ?? ""
      // What failed is said whole: its first line may only say that something did.
      let said = outcome.replacing("\n", with: "\n    ")
      lines.append("  \(run.startedAt)  \(run.year.map(String.init) ?? "open")  \(said)\(release)")
    }
    return lines.joined(separator: "\n")
  }

  /// Nil where all whom the edition names agree.
  private func words(_ edition: Status.Edition, of year: Int) -> String? {
    guard let count = edition.refusedSince else {
      return
        "      \(edition.place): it cannot be told whether this public edition names somebody who "
        + "has refused since; `fundreport validate` says what is wrong"
    }
    guard count > 0 else { return nil }
    let partners = count == 1 ? "1 partner that has" : "\(count) partners that have"
    return "      \(edition.place): this public edition names \(partners) refused since; take them "
      + "out with `fundreport publish --period \(year) --to \(edition.place) --output \(output)`"
  }
}
