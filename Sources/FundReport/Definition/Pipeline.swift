import Foundation

/// Everything `pipelines/<name>/` says, read and decoded.
public struct Pipeline: Sendable {
  public let folder: String
  let sources: [SourceDefinition]
  /// Layouts that sheets of the form had in earlier years.
  let formerLayouts: [SourceDefinition]
  let registers: [SourceDefinition]
  let models: [ModelDefinition]
  let checks: [CheckDefinition]
  let indicators: [IndicatorDefinition]
  /// By the order of the workbook's chapters, then by code.
  let indicatorsInOrder: [IndicatorDefinition]
  let dimensions: [DimensionDefinition]
  let workbooks: [WorkbookDefinition]
  /// The forms for submitters, if the fund has them made here.
  let template: TemplateDefinition?
  /// What goes back to submitters, if anything does.
  let returns: ReturnDefinition?
  /// The terms of the field in every language, if figures are explained in them.
  let glossary: GlossaryDefinition?
  /// What reading says of cells and files, in the languages of the forms.
  let phrases: PhrasesDefinition?
  /// Tables published as CSV, in the order of their names.
  let tables: [ModelDefinition]
  /// What published tables share: SELECTs over figures and findings too.
  let publicationViews: [ModelDefinition]
  /// Tables of the public edition.
  let publicTables: [ModelDefinition]
  /// The public edition and what it may say of figures; one each, or none.
  let editions: [EditionDefinition]
  let disclosures: [DisclosureDefinition]
  /// XML files of a release.
  let documents: [DocumentDefinition]
  /// What the columns of CSV files are in HXL, if that is declared.
  let hashtags: HashtagDefinition?
  /// Where sentences on figures get their numbers, if there are any.
  let sentences: SentencesDefinition?
  let digest: String

  /// The source whose answers say whose a submission is, if the fund has such a form.
  var head: SourceDefinition? { sources.first { $0.head != nil } }

  func indicator(_ code: String) -> IndicatorDefinition? {
    indicators.first { $0.code.lowercased() == code.lowercased() }
  }

  func model(_ name: Identifier) -> ModelDefinition? { models.first { $0.name == name } }

  func dimension(_ name: Identifier) -> DimensionDefinition? {
    dimensions.first { $0.name == name }
  }

  /// The dimension whose categories report, if any: years are compared over those that reported in
  /// both.
  var reportingUnit: DimensionDefinition? { dimensions.first { $0.reported != nil } }

  /// The name a breakdown is published under: one dimension's, or several joined by ` × `.
  func publishedName(of breakdown: IndicatorDefinition.Breakdown) -> String {
    breakdown.dimensions.map { (dimension($0)?.publishedName ?? $0).name }.joined(separator: " × ")
  }

  /// Ends the title of a breakdown whose parts may add up to more than the total.
  static let overlap = " (overlapping)"

  /// What a breakdown is by, in words.
  func title(of breakdown: IndicatorDefinition.Breakdown, of indicator: IndicatorDefinition)
    -> String
  {
    let title = breakdown.dimensions.map { dimension($0)?.title ?? $0.name }
      .joined(separator: " × ")
    return title + (mayOverlap(breakdown, of: indicator) ? Self.overlap : "")
  }

  /// Whether one thing may stand in several categories, so that parts may exceed the total.
  func mayOverlap(_ breakdown: IndicatorDefinition.Breakdown, of indicator: IndicatorDefinition)
    -> Bool
  {
    if case .distinct = breakdown.selection.measure.value { return true }
    return breakdown.selection.measure.from != indicator.total.measure.from
      || breakdown.dimensions.contains { dimension($0)?.mayOverlap ?? false }
  }

  func breakdown(of indicator: IndicatorDefinition, named name: String)
    -> IndicatorDefinition.Breakdown?
  {
    indicator.breakdowns.first { publishedName(of: $0) == name }
  }

  /// Reads a pipeline; what cannot be read is left out and stands among the mistakes.
  init(folder: String, mistakes: MistakeList) {
    self.folder = folder
    var isFolder: ObjCBool = false
    if !FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
      || !isFolder.boolValue
    {
      mistakes.add(folder, nil, "there is no such pipeline folder; name one with --pipeline")
    }
    let yaml = { (stage: String) in
      DefinitionFile.all(in: folder + "/" + stage, ending: "yml", mistakes: mistakes)
    }
    let sourceFiles = yaml("1-sources")
    // The folder itself may lie anywhere, also below one called registers.
    let stands = { (file: DefinitionFile, place: String) in
      file.path.dropFirst(folder.count).contains(place)
    }
    let isRegister = { (file: DefinitionFile) in stands(file, "/registers/") }
    let layouts = sourceFiles.filter { !isRegister($0) }.compactMap { file in
      file.mapping(mistakes: mistakes).flatMap { SourceDefinition($0, isRegister: false) }
    }
    sources = layouts.filter { $0.former == nil }
    formerLayouts = layouts.filter { $0.former != nil }
    registers = sourceFiles.filter(isRegister).compactMap { file in
      file.mapping(mistakes: mistakes).flatMap { SourceDefinition($0, isRegister: true) }
    }
    let modelFiles = DefinitionFile.all(in: folder + "/2-models", ending: "sql", mistakes: mistakes)
    models = modelFiles.compactMap { ModelDefinition($0, mistakes: mistakes) }
    let checkFiles = yaml("3-checks")
    checks = checkFiles.compactMap { $0.mapping(mistakes: mistakes) }.map(CheckDefinition.init)
    let figureFiles = yaml("4-indicators")
    let isDimensions = { (file: DefinitionFile) in file.name == "dimensions" }
    indicators = figureFiles.filter { !isDimensions($0) }
      .compactMap { $0.mapping(mistakes: mistakes).flatMap(IndicatorDefinition.init) }
    dimensions = figureFiles.filter(isDimensions).compactMap { $0.mapping(mistakes: mistakes) }
      .flatMap { file in
        let found = file.keys.compactMap { name in
          file.mapping(name).flatMap { DimensionDefinition(name, $0) }
        }
        file.finish()
        return found
      }
    let publications = yaml("5-publications").compactMap { $0.mapping(mistakes: mistakes) }
    let has = { (key: String) in { (file: DefinitionMapping) in file.has(key) } }
    editions = publications.filter(has("edition")).map(EditionDefinition.init)
    disclosures = publications.filter(has("protects")).map(DisclosureDefinition.init)
    template = publications.first(where: has("template")).map(TemplateDefinition.init)
    returns = publications.first(where: has("return")).map(ReturnDefinition.init)
    phrases = publications.first(where: has("phrases")).map(PhrasesDefinition.init)
    documents = publications.filter(has("document")).map(DocumentDefinition.init)
    hashtags = publications.first(where: has("hashtags")).map(HashtagDefinition.init)
    sentences = publications.first(where: has("sentences")).map(SentencesDefinition.init)
    let others = [
      "edition", "protects", "template", "return", "document", "hashtags", "sentences", "glossary",
      "phrases",
    ]
    glossary = publications.first(where: has("glossary")).map(GlossaryDefinition.init)
    workbooks = publications.filter { file in !others.contains { file.has($0) } }
      .map(WorkbookDefinition.init)
    indicatorsInOrder = IndicatorDefinition.inOrder(
      indicators, chapters: workbooks.first?.chapters ?? [])
    let tableFiles = DefinitionFile.all(
      in: folder + "/5-publications", ending: "sql", mistakes: mistakes)
    let isTable = { (file: DefinitionFile) in stands(file, "/csv/") }
    tables = tableFiles.filter(isTable).compactMap { ModelDefinition($0, mistakes: mistakes) }
    let isPublic = { (file: DefinitionFile) in stands(file, "/public/") }
    publicTables = tableFiles.filter(isPublic).compactMap {
      ModelDefinition($0, mistakes: mistakes)
    }
    publicationViews = tableFiles.filter { !isTable($0) && !isPublic($0) }
      .compactMap { ModelDefinition($0, mistakes: mistakes) }
    digest = Self.digest(of: folder, mistakes: mistakes)
    if sources.isEmpty { mistakes.add(folder, nil, "no source is declared in 1-sources") }
    if checks.isEmpty { mistakes.add(folder, nil, "no check is declared in 3-checks") }
  }
  /// SHA-256 over the name and text of every definition file, understood or not.
  static func digest(of folder: String, mistakes: MistakeList) -> String {
    let files = ["yml", "sql"].flatMap {
      DefinitionFile.all(in: folder, ending: $0, mistakes: mistakes)
    }
    let lines = files.map { file in
      "\(file.path.dropFirst(folder.count)) \(FileDigest.sha256(of: file.text))\n"
    }
    return FileDigest.sha256(of: lines.joined())
  }

  /// Name of the CSV file that makes a folder a submission, by the sources alone.
  static func headFile(in folder: String, mistakes: MistakeList) -> String? {
    DefinitionFile.all(in: folder + "/1-sources", ending: "yml", mistakes: mistakes)
      .compactMap { $0.mapping(mistakes: mistakes) }
      .first { $0.has("submission") }?.optionalText("csv")?.lowercased()
  }
}
