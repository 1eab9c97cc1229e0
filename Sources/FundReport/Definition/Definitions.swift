import GRDB

/// A pipeline with the code lists and registers it is used with, all checked against each other.
public struct Definitions {
  let pipeline: Pipeline
  let reference: Reference
  /// What reads what.
  let lineage: Lineage
  let checkOrder: CheckOrder

  /// Reads and checks everything in one pass.
  ///
  /// - Throws: ``DefinitionError`` with every mistake, by file and line.
  public init(pipelineFolder: String, dataFolder: String) throws {
    let mistakes = MistakeList()
    pipeline = Pipeline(folder: pipelineFolder, mistakes: mistakes)
    reference = try Reference(dataFolder: dataFolder, pipeline: pipeline, mistakes: mistakes)
    let validation = Validation(pipeline: pipeline, lists: reference.lists, mistakes: mistakes)
    guard let (lineage, checkOrder) = try validation.run(), mistakes.all.isEmpty else {
      throw DefinitionError(mistakes.all)
    }
    self.lineage = lineage
    self.checkOrder = checkOrder
    try checkRegisters()
  }

  /// How much was read, for the message that all is well.
  public var summary: String {
    let registers = reference.registers.filter { !$0.sheet.rows.isEmpty }.count
    return "\(pipeline.sources.count) sources, \(pipeline.models.count) models, "
      + "\(pipeline.checks.count) checks, \(pipeline.indicators.count) indicators, "
      + "\(reference.lists.count) code lists and \(registers) registers hold"
  }

  /// Checks whose findings are mistakes of a register need its rows, but no submission.
  private func checkRegisters() throws {
    let queries = pipeline.checks.flatMap(\.queries)
    guard queries.contains(where: { $0.refuses == .register }) else { return }
    let store = try RunStore.open()
    let run = Preparation(definitions: self)
    _ = try run.prepare(store, entries: [], dataFolder: "", year: 2000, cutOff: "2000-12-31")
    let normalise = Normalise(pipeline: pipeline, lineage: lineage)
    try Check(pipeline: pipeline, order: checkOrder, normalise: normalise).refuse(in: store)
  }
}

/// The first steps of every run: schema, empty models, rows landed.
struct Preparation {
  var definitions: Definitions

  /// - Returns: the days the readable forms are dated.
  func prepare(
    _ store: DatabaseQueue, entries: [Inbox.Entry], dataFolder: String, year: Int, cutOff: String
  ) throws -> [String] {
    let pipeline = definitions.pipeline
    try store.write { db in
      let schema = Schema(pipeline: pipeline, lists: definitions.reference.lists)
      try schema.createInputs(in: db)
      try schema.createModels(in: db, inMemory: definitions.lineage.inMemory)
    }
    let ingest = Ingest(
      pipeline: pipeline, reference: definitions.reference, dataFolder: dataFolder, year: year,
      cutOff: cutOff)
    return try ingest.run(entries, in: store)
  }
}
