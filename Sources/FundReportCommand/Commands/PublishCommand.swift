import ArgumentParser
import FundReport

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Puts the public edition of the release in force where the public can read it.",
    discussion: """
      The edition is hashed before and after it is copied, and takes its place with one rename: \
      readers see the old one or the new one, whole. The folder must be absent, empty, or hold an \
      edition that was published before. Who has refused to be named since, in a form of any year or \
      the register, is not named; the release itself stays as it is. What follows from this edition \
      and one of the year that was published before is withheld.
      """)

  @Option(help: "Folder the releases are kept in.")
  var output = "output"

  @Option(
    help: "Folder with the forms and registers that say who refuses; the last run's if not given.")
  var data: String?

  @Option(help: "Folder with the definitions they are read by; the last run's if not given.")
  var pipeline: String?

  @Option(help: "Reporting year, such as 2025.")
  var period: Int

  @Option(help: "Folder that becomes the edition.")
  var to: String

  @Flag(help: "Only list what would appear, change and disappear.")
  var dryRun = false

  func run() throws {
    let copy = try PublicCopy(
      outputFolder: output, year: period, to: to, pipelineFolder: pipeline, dataFolder: data,
      today: Clock.today)
    let change = try dryRun ? copy.change() : copy.publish()
    let done = dryRun ? "would publish" : "published"
    print(
      change.isEmpty
        ? "\(period): \(to) is the edition of release \(change.release)"
        : "\(period): \(done) release \(change.release) to \(to)")
    for path in change.appear { print("  appears:    \(path)") }
    for path in change.change {
      print("  changes:    \(path)")
      if let lines = change.lines[path] {
        print("              lines: \(lines.come) come, \(lines.go) go")
      }
    }
    if let names = change.names, names.come + names.go > 0 {
      print("  names:      \(names.come) come, \(names.go) go")
    }
    for path in change.disappear { print("  disappears: \(path)") }
  }
}
