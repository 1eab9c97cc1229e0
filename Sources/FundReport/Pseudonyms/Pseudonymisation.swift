import Foundation
import Spreadsheet

/// Turns an export that names people into a register that does not.
///
/// What says who somebody is gives the pseudonym; the register's own columns are kept, as codes of
/// its lists; everything else is dropped. Nothing of the export stands in a message.
public struct Pseudonymisation {
  /// What was written.
  public struct Outcome: Sendable {
    public var rows = 0
    /// Different pseudonyms.
    public var people = 0
    /// Rows that the definition leaves out.
    public var rowsLeftOut = 0
    /// Columns that neither identify anybody nor belong to the register.
    public var columnsDropped = 0
  }

  private let register: SourceDefinition
  private let definition: PseudonymDefinition
  private let cells: CellReading
  private let dataFolder: String

  /// - Throws: ``DefinitionError`` when the definitions or code lists have mistakes, or no register
  ///   of theirs is about people.
  public init(pipelineFolder: String, dataFolder: String) throws {
    let mistakes = MistakeList()
    let pipeline = Pipeline(folder: pipelineFolder, mistakes: mistakes)
    // Registers are not read: one with names in it is what this is there to mend.
    let lists = try Reference.lists(in: dataFolder, mistakes: mistakes)
    let registers = pipeline.registers.filter { $0.pseudonym != nil }
    if registers.count != 1 {
      let message = "\(registers.count) registers have `pseudonym:`; expected one"
      mistakes.add(pipelineFolder + "/1-sources/registers", nil, message)
    }
    guard mistakes.all.isEmpty, let register = registers.first, let definition = register.pseudonym
    else { throw DefinitionError(mistakes.all) }
    self.register = register
    self.definition = definition
    self.dataFolder = dataFolder
    cells = CellReading(lists)
  }

  /// - Throws: ``RunError/wrongUsage(_:)`` for a key or place that must not be, ``DefinitionError``
  ///   with the lines of the export that cannot be used, or what the disk says; nothing is written
  ///   then.
  public func write(_ export: String, key: String, to place: String) throws -> Outcome {
    let secret = try PseudonymKey(path: key, dataFolder: dataFolder)
    guard let input = FilePlace(export) else {
      throw RunError.wrongUsage("\(export): there is no such file")
    }
    for taken in [input, FilePlace(key)] {
      if let taken, let there = FilePlace(place), there.isSame(as: taken) {
        throw RunError.wrongUsage(
          "\(place): would be overwritten, and is read here; name another file")
      }
    }
    // The register may hold what was worked out from exports that are deleted by now.
    if FilePlace(place) != nil {
      throw RunError.wrongUsage(
        "\(place): is there already; name a new file, then add its lines to the register")
    }
    let read = try read(export)
    var outcome = Outcome(columnsDropped: read.layout.unknown.count)
    var people: Set<String> = []
    let mistakes = MistakeList()
    var text = CSVWriter.line(register.fields.map { .text($0.name.name) })
    for row in read.rows {
      let values = Dictionary(
        zip(read.source.fields.map(\.name), row.values), uniquingKeysWith: { first, _ in first })
      if isLeftOut(values) {
        outcome.rowsLeftOut += 1
        continue
      }
      guard let identity = identity(values) else {
        let expected = definition.from.map(\.label.english).joined(separator: " or ")
        mistakes.add(export, row.number, "nothing says who this is; expected \(expected)")
        continue
      }
      let pseudonym = secret.pseudonym(of: identity)
      people.insert(pseudonym)
      outcome.rows += 1
      text += CSVWriter.line(
        register.fields.map { field in
          field.name == definition.field
            ? .text(pseudonym) : self.field(values[field.name] ?? .null, field.type)
        })
    }
    guard mistakes.all.isEmpty else { throw DefinitionError(mistakes.all) }
    outcome.people = people.count
    try write(text, to: place)
    return outcome
  }

  /// Rows left out, in words; nil when the definition leaves none out.
  public var leavesOut: String? {
    definition.without.map { "\($0.field.name) is \($0.codes.joined(separator: " or "))" }
  }

  /// The export as the register's columns without the pseudonym, and those that identify.
  private func read(_ export: String) throws -> ReadSheet {
    var source = register
    source.fields = register.fields.filter { $0.name != definition.field } + definition.from
    let mistakes = MistakeList()
    var read = ReadSheet(
      source: source, layout: SheetLayout(sheet: "", headerRow: 1, columns: [], unknown: []))
    do {
      read = SheetReading(source: source, cells: cells).read(try rows(of: export), sheet: "")
    } catch let error as SpreadsheetError {
      mistakes.add(export, error.cell?.row, "\(error.withoutValues)")
    }
    for problem in read.problems.map(\.withoutValues) where problem.kind.loss != .nothing {
      let field = read.layout.columns.first { $0.column == problem.column }?.field.name.name
      mistakes.add(export, problem.row, (field.map { "\($0): " } ?? "") + problem.message.english)
    }
    guard mistakes.all.isEmpty else { throw DefinitionError(mistakes.all) }
    return read
  }

  /// Of a workbook, the first sheet that is not hidden.
  private func rows(of export: String) throws -> [SheetRow] {
    guard export.lowercased().hasSuffix(".xlsx") else {
      let data = try Data(contentsOf: URL(fileURLWithPath: export))
      return try CSVReader.rows(of: [UInt8](data), file: export)
    }
    let workbook = try WorkbookReader(path: export)
    return try workbook.sheets.first { !$0.isHidden }.map { try workbook.rows(of: $0) } ?? []
  }

  private func isLeftOut(_ values: [Identifier: LandedValue]) -> Bool {
    guard let without = definition.without, case .text(let code) = values[without.field] else {
      return false
    }
    return without.codes.contains(code)
  }

  private func identity(_ values: [Identifier: LandedValue]) -> String? {
    for field in definition.from {
      if case .text(let text) = values[field.name] { return text }
    }
    return nil
  }

  private func field(_ value: LandedValue, _ type: FieldType) -> CSVField {
    switch (value, type) {
    case (.null, _): .empty
    case (.integer(let number), .yesNo): .text(number == 1 ? "yes" : "no")
    case (.integer(let number), .amount):
      .number(PlainAmount.text(number, places: 4, keeping: 0))
    case (.integer(let number), .money): .number(PlainAmount.text(number, places: 2, keeping: 2))
    case (.integer(let number), _): .number(String(number))
    case (.text(let text), _): .text(text)
    case (.list(let values), _): .text(values.joined(separator: ";"))
    }
  }

  /// Whole or not at all, readable by owner and group.
  private func write(_ text: String, to place: String) throws {
    let part = "\(place).\(UUID().uuidString).part"
    guard
      FileManager.default.createFile(
        atPath: part, contents: Data(text.utf8), attributes: [.posixPermissions: 0o640])
    else { throw Durable.Failure(path: place, action: "be written", code: errno) }
    try Durable.rename(part, to: place)
  }
}
