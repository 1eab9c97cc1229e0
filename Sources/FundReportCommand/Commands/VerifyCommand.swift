import ArgumentParser
import FundReport

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Hashes a release again and compares it with its manifest.",
    discussion: "Exits with 1 when a file is missing, changed or does not belong there.")

  @Option(help: "Folder the releases are kept in.")
  var output = "output"

  @Argument(
    help: """
      Folder of a release, such as output/2024/current, or of a public edition; the release of the \
      newest year if not given.
      """)
  var release: String?

  func run() throws {
    let release = try release ?? ReleaseVerification.newest(in: output)
    let differences = try ReleaseVerification.differences(in: release)
    if differences.isEmpty { print("\(release): as it was released") }
    for difference in differences { print("\(release)/\(difference)") }
    if !differences.isEmpty { throw ExitCode(1) }
  }
}
