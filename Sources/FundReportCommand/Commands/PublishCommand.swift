import ArgumentParser
import FundReport

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Puts the public editions of releases in force where the public can read them.",
    discussion: """
      The edition is hashed before and after it is copied, and takes its place with one rename: \
      readers see the old one or the new one, whole. The folder must be absent, empty, or hold an \
      edition that was published before. Who has refused to be named since, in a form of any year or \
      the register, is not named; the release itself stays as it is. What follows from this edition \
      and one of the year that was published before is withheld. Without --period every year that \
      was published before to a folder of its year is published again; all are made and checked \
      before the first takes its place. So a consent that is taken back reaches all years at once.
      """)

  @Option(help: "Folder the releases are kept in.")
  var output = "output"

  @Option(
    help: "Folder with the forms and registers that say who refuses; the last run's if not given.")
  var data: String?

  @Option(help: "Folder with the definitions they are read by; the last run's if not given.")
  var pipeline: String?

  @Option(help: "Reporting year, such as 2025; every year published before if not given.")
  var period: Int?

  @Option(help: "Folder that becomes the edition; of every year, the folder that holds theirs.")
  var to: String

  @Flag(help: "Only list what would appear, change and disappear.")
  var dryRun = false

  func run() throws {
    let copies =
      if let period {
        [
          try PublicCopy(
            outputFolder: output, year: period, to: to, pipelineFolder: pipeline, dataFolder: data,
            today: Clock.today)
        ]
      } else {
        try PublicCopy.ofAllYears(
          outputFolder: output, in: to, pipelineFolder: pipeline, dataFolder: data,
          today: Clock.today)
      }
    let changes = try dryRun ? PublicCopy.changes(of: copies) : PublicCopy.publish(copies)
    for (copy, change) in zip(copies, changes) { tell(change, of: copy) }
  }

  private func tell(_ change: PublicCopy.Change, of copy: PublicCopy) {
    let done = dryRun ? "would publish" : "published"
    print(
      change.isEmpty
        ? "\(copy.year): \(copy.place) is the edition of release \(change.release)"
        : "\(copy.year): \(done) release \(change.release) to \(copy.place)")
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
