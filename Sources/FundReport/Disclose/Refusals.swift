import GRDB
import Spreadsheet

/// Who refuses to be named by now, whatever year a form that says so is about.
struct Refusals {
  var pipelineFolder: String
  var dataFolder: String
  /// Forms dated later have not been sent yet.
  var today: CalendarDay

  /// Names as the model of refusals lists them; none where the definitions name no such model.
  ///
  /// - Throws: ``DefinitionError`` when definitions or registers have mistakes: who refused cannot be
  ///   known then.
  func names() throws -> [String] {
    let definitions = try Definitions(pipelineFolder: pipelineFolder, dataFolder: dataFolder)
    let pipeline = definitions.pipeline
    guard let refusals = pipeline.disclosures.first?.refusals else { return [] }
    let headFile = Pipeline.headFile(in: pipelineFolder, mistakes: MistakeList())
    let entries = try Inbox(dataFolder: dataFolder, headFile: headFile).entries(upTo: 9999)
    let store = try RunStore.open()
    _ = try Preparation(definitions: definitions).prepare(
      store, entries: entries, dataFolder: dataFolder,
      year: entries.map(\.folderYear).max() ?? today.year, cutOff: "\(today)")
    let normalise = Normalise(pipeline: pipeline, lineage: definitions.lineage)
    try Check(pipeline: pipeline, order: definitions.checkOrder, normalise: normalise)
      .refuse(in: store)
    try normalise.run(in: store)
    return try store.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT \(refusals.name) FROM \(refusals.model)
          WHERE (\(refusals.condition)) AND \(refusals.name) IS NOT NULL ORDER BY 1
          """)
    }
  }
}
