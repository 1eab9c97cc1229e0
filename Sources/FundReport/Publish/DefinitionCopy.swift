import Foundation
import GRDB

/// The definitions a release was made with, kept in its evidence: years later, its public edition
/// is written by them again.
enum DefinitionCopy {
  static func keep(_ pipeline: Pipeline, in db: Database) throws {
    let mistakes = MistakeList()
    for ending in ["yml", "sql"] {
      let files = DefinitionFile.all(in: pipeline.folder, ending: ending, mistakes: mistakes)
      for file in files {
        let path = String(file.path.dropFirst(pipeline.folder.count + 1))
        try db.execute(
          sql: "INSERT INTO definition_file VALUES (?, ?)", arguments: [path, file.text])
      }
    }
  }

  /// The definitions of a release; nil where its evidence keeps none.
  static func pipeline(in db: Database) throws -> Pipeline? {
    guard try db.tableExists("definition_file") else { return nil }
    let folder = FileManager.default.temporaryDirectory.path + "/definitions-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }  // leaving it would harm nobody
    for row in try Row.fetchAll(db, sql: "SELECT path, content FROM definition_file ORDER BY path")
    {
      let url = URL(fileURLWithPath: folder + "/" + (row[0] as String))
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((row[1] as String).utf8).write(to: url)
    }
    let mistakes = MistakeList()
    let pipeline = Pipeline(folder: folder, mistakes: mistakes)
    guard mistakes.all.isEmpty else { throw DefinitionError(mistakes.all) }
    return pipeline
  }
}
