import ArgumentParser
import FundReport

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Writes reporting forms: head filled in, earlier rows in grey, drop-down lists.",
    discussion: "Every organisation of a programme gets a form of its own.")

  @OptionGroup var folders: Folders

  @Option(help: "Reporting year, such as 2025.")
  var period: Int?

  @Option(help: "Code of one programme.")
  var programme: String?

  @Flag(help: "Forms of all programmes.")
  var all = false

  @Flag(
    help:
      "The registers of the office as one workbook instead, to be kept as registers/registers.xlsx."
  )
  var registers = false

  @Option(help: "Language of the forms: en, fr or es.")
  var language = Language.english

  @Option(
    help:
      "Folder the forms are written to, or with --registers the file; what is there is replaced.")
  var to: String

  func validate() throws {
    guard !registers else {
      guard period == nil, programme == nil, !all else {
        throw ValidationError("--registers stands without --period, --programme and --all")
      }
      return
    }
    guard let period else { throw ValidationError("give --period, or --registers") }
    guard (1990...2100).contains(period) else {
      throw ValidationError("--period is \(period); expected a year such as 2025")
    }
    guard all != (programme != nil) else {
      throw ValidationError("give either --programme CODE or --all")
    }
  }

  func run() throws {
    let templates = try FormTemplates(
      pipelineFolder: folders.pipeline, dataFolder: folders.data)
    guard let period else {
      try templates.writeRegisters(to: to)
      return print(to)
    }
    let paths = try templates.write(
      year: period, programme: programme, language: language, to: to)
    for path in paths { print(path) }
  }
}

extension Language: ExpressibleByArgument {}
