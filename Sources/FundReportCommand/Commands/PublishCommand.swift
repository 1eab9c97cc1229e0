import ArgumentParser
import FundReport

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Puts the public edition of the release in force where the public can read it.",
    discussion: """
      The edition is hashed before and after it is copied, and takes its place with one rename: \
      readers see the old one or the new one, whole. The folder must be absent, empty, or hold an \
      edition that was published before.
      """)

  @Option(help: "Folder the releases are kept in.")
  var output = "output"

  @Option(help: "Reporting year, such as 2025.")
  var period: Int

  @Option(help: "Folder that becomes the edition.")
  var to: String

  @Flag(help: "Only list what would appear, change and disappear.")
  var dryRun = false

  func run() throws {
    let copy = try PublicCopy(outputFolder: output, year: period, to: to)
    let change = try dryRun ? copy.change() : copy.publish()
    let done = dryRun ? "would publish" : "published"
    print(
      change.isEmpty
        ? "\(period): \(to) is the edition of release \(change.release)"
        : "\(period): \(done) release \(change.release) to \(to)")
    for path in change.appear { print("  appears:    \(path)") }
    for path in change.change { print("  changes:    \(path)") }
    for path in change.disappear { print("  disappears: \(path)") }
  }
}
