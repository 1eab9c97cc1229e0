import Foundation
import GRDB
import Spreadsheet

/// Writes the forms that submitters fill in, from registers, definitions and earlier forms.
public struct FormTemplates {
  private let definitions: Definitions
  private let dataFolder: String
  private let template: TemplateDefinition

  /// - Throws: ``DefinitionError`` when definitions or registers have mistakes, and
  ///   ``RunError/wrongUsage(_:)`` when the pipeline has no forms.
  public init(pipelineFolder: String, dataFolder: String) throws {
    definitions = try Definitions(pipelineFolder: pipelineFolder, dataFolder: dataFolder)
    self.dataFolder = dataFolder
    guard let template = definitions.pipeline.template else {
      throw RunError.wrongUsage(
        "\(pipelineFolder)/5-publications has no `template:`, so there are no forms to write")
    }
    self.template = template
  }

  /// Writes the forms of a year, of one programme or of all.
  ///
  /// What a form begins with comes from the submissions of the years before, as they lie in the
  /// data folder today.
  ///
  /// - Returns: the paths written.
  public func write(
    year: Int, programme: String?, language: Language, to folder: String
  ) throws -> [String] {
    let pipeline = definitions.pipeline
    guard let view = pipeline.publicationViews.first(where: { $0.name == template.forms }) else {
      return []
    }
    let store = try prepared(year)
    return try store.read { db in
      let lists = definitions.reference.cells.lists
      let forms = try Row.fetchAll(db, sql: "SELECT * FROM \(view.name) ORDER BY 1, 2, 3, 4")
      let chosen = try choose(programme, forms, key: view.key.first?.name ?? "", year)
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      return try chosen.map { form in
        let form = FormWorkbook(
          pipeline: pipeline, template: template, lists: lists, language: language, form: form,
          db: db)
        let path = "\(folder)/\(form.fileName).xlsx"
        try write(form.workbook(), to: path)
        return path
      }
    }
  }

  /// Writes the registers as they are now as one workbook, for those who keep them in one.
  public func writeRegisters(to path: String) throws {
    let registers = RegisterWorkbook(
      template: template, registers: definitions.reference.registers,
      lists: definitions.reference.cells.lists)
    try write(registers.workbook(), to: path)
  }

  /// Forms and registers hold names of partners: owner and group alone read them, whatever the umask.
  private func write(_ workbook: Workbook, to path: String) throws {
    try workbook.write(to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
  }

  /// Everything reported up to the year before, checked and conformed as in a run.
  private func prepared(_ year: Int) throws -> DatabaseQueue {
    let pipeline = definitions.pipeline
    let inbox = Inbox(dataFolder: dataFolder, headFile: pipeline.head?.csv?.lowercased())
    let hasReports = FileManager.default.fileExists(atPath: dataFolder + "/reports")
    let store = try RunStore.open()
    _ = try Preparation(definitions: definitions).prepare(
      store, entries: hasReports ? try inbox.entries(upTo: year - 1) : [], dataFolder: dataFolder,
      year: year, cutOff: "9999-12-31")
    let normalise = Normalise(pipeline: pipeline, lineage: definitions.lineage)
    try Check(pipeline: pipeline, order: definitions.checkOrder, normalise: normalise)
      .refuse(in: store)
    try normalise.run(in: store)
    try store.write { db in
      try Schema(pipeline: pipeline, lists: definitions.reference.lists)
        .createPublicationViews(in: db)
    }
    return store
  }

  private func choose(_ programme: String?, _ forms: [Row], key: String, _ year: Int) throws
    -> [Row]
  {
    guard let programme else { return forms }
    let wanted = FoldedText.reference(programme)
    let chosen = forms.filter { FoldedText.reference($0.text(key) ?? "") == wanted }
    guard chosen.isEmpty else { return chosen }
    let known = forms.compactMap { $0.text(key) }.reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    throw RunError.wrongUsage(
      "no form is due from \(programme) for \(year); forms are due from "
        + (known.isEmpty ? "nobody" : known.joined(separator: ", ")))
  }
}
