import ArgumentParser
import FundReport

struct PseudonymiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pseudonymise",
    abstract: "Puts keyed hashes in place of what identifies people in an export of registrations.",
    discussion: """
      The export is a CSV file or a workbook with the columns of the register and an e-mail address or
      name. Every other column is dropped. The same person gets the same pseudonym in every file made
      with the same key. Make a key once, outside the data folder:

        (umask 077; openssl rand -hex 32 > registrations.key)
      """)

  @OptionGroup var folders: Folders

  @Argument(help: "The export, .csv or .xlsx; it is not changed.")
  var file: String

  @Option(help: "File with the key, which only its owner may read.")
  var key: String

  @Option(help: "The file to write; it must not be there yet. Add its lines to the register.")
  var to: String

  func run() throws {
    let pseudonymisation = try Pseudonymisation(
      pipelineFolder: folders.pipeline, dataFolder: folders.data)
    let outcome = try pseudonymisation.write(file, key: key, to: to)
    print(
      "\(to): \(counted(outcome.rows, "row")) about \(counted(outcome.people, "person", "people"))")
    if outcome.rowsLeftOut > 0, let why = pseudonymisation.leavesOut {
      print("left out: \(counted(outcome.rowsLeftOut, "row")) where \(why)")
    }
    if outcome.columnsDropped > 0 {
      print("dropped: \(counted(outcome.columnsDropped, "column")) the register does not have")
    }
  }

  private func counted(_ number: Int, _ one: String, _ several: String? = nil) -> String {
    "\(number) " + (number == 1 ? one : several ?? one + "s")
  }
}
