import Foundation
import GRDB

/// The public edition of a release as the public may read it today.
///
/// A release keeps the edition it was made with, and is never changed. What was learnt since takes
/// something away from it: names that were refused, and numbers that would tell what an edition
/// published before withheld. Then the edition is written anew, from the evidence of the release and
/// by the definitions that made it.
struct CurrentEdition {
  var output: OutputFolder
  var year: Int
  var release: String
  /// Who refuses to be named by now.
  var refusals: [String]
  /// The release whose edition of the year the public reads now, if it is known.
  var standing: String?

  private var folder: String { output.release(release, of: year) }

  /// Writes the edition into a new folder.
  ///
  /// - Returns: what is to be noted when it is published.
  func write(to place: String) throws -> Publications.Act {
    let manifest = try Manifest.read(from: folder)
    let evidence = try RunStore.openRelease(path: try Evidence.path(in: folder))
    defer { try? evidence.close() }  // only read: nothing is lost
    let asReleased = try evidence.read { db in
      Publications.Act(release: release, withheld: try PublishedEdition.withheld(db))
    }
    let earlier = try PublishedEdition.acts(of: year, output, standing: standing)
    guard let pipeline = try evidence.read(DefinitionCopy.pipeline),
      let definition = pipeline.editions.first, let disclosure = pipeline.disclosures.first
    else {
      try FileManager.default.copyItem(atPath: folder + "/" + PublicCopy.folder, toPath: place)
      return asReleased
    }
    let copy = try RunStore.open()
    try evidence.backup(to: copy)
    let isRefused = try Self.refuse(refusals, in: copy, pipeline)
    let isLearnt = try forgetPastYears(in: copy)
    guard isRefused || isLearnt || earlier.contains(where: { $0 != asReleased }) else {
      try FileManager.default.copyItem(atPath: folder + "/" + PublicCopy.folder, toPath: place)
      return asReleased
    }
    try Disclosure(pipeline: pipeline, definition: disclosure).runAgain(
      in: copy, after: try earlier.map { try PublishedEdition($0, of: year, output) })
    try copy.write { db in
      try Self.forgetWithheld(earlier, db)
      try Schema(pipeline: pipeline, lists: []).createPublicationViews(in: db)
    }
    let note = WorkbookPublication.ReleaseNote(
      id: release, year: year, newest: manifest.dataAsOf, definitions: manifest.definitions)
    try PublicEdition(pipeline: pipeline, definition: definition, release: note)
      .write(to: place, from: copy)
    return try copy.read { db in
      Publications.Act(release: release, withheld: try PublishedEdition.withheld(db))
    }
  }

  /// What a restatement replaced is told only where the edition published then told it.
  private static func forgetWithheld(_ editions: [Publications.Act], _ db: Database) throws {
    for edition in editions {
      for place in edition.withheld {
        try db.execute(
          literal: """
            UPDATE restatement SET old_public = 0 WHERE previous = \(edition.release)
            AND indicator = \(place.indicator) AND dimension IS \(place.dimension)
            AND category IS \(place.category)
            """)
      }
    }
  }

  /// Numbers of years gone by are told only where the editions published of them told them.
  ///
  /// - Returns: whether the release tells one that they did not.
  private func forgetPastYears(in copy: DatabaseQueue) throws -> Bool {
    try copy.write { db in
      let before = db.totalChangesCount
      let past = try Row.fetchAll(
        db, sql: "SELECT DISTINCT period, release FROM past_figure ORDER BY period, release")
      for row in past {
        let (period, release): (Int, String) = (row[0], row[1])
        for act in try Publications.ofYear(period, output).acts {
          for place in act.withheld {
            try db.execute(
              literal: """
                UPDATE past_figure SET first_public = 0
                WHERE first_public AND period = \(period) AND indicator = \(place.indicator)
                  AND dimension IS \(place.dimension) AND category IS \(place.category)
                """)
            guard act.release == release else { continue }
            try db.execute(
              literal: """
                UPDATE past_disclosed SET state = 'suppressed'
                WHERE state = 'public' AND period = \(period) AND indicator = \(place.indicator)
                  AND dimension IS \(place.dimension) AND category IS \(place.category)
                """)
          }
        }
      }
      return db.totalChangesCount > before
    }
  }

  /// Fills the models that look at refusals anew.
  ///
  /// - Returns: whether one of them says something else now.
  static func refuse(_ refusals: [String], in copy: DatabaseQueue, _ pipeline: Pipeline) throws
    -> Bool
  {
    try copy.write { db in
      for name in refusals {
        try db.execute(sql: "INSERT INTO later_refusal VALUES (?)", arguments: [name])
      }
      return try pipeline.models.reduce(false) { isOther, model in
        guard try db.keeps(model), try looks(model, db) else { return isOther }
        let sql = "SELECT * FROM \(model.name) ORDER BY 1"
        let before = try Row.fetchAll(db, sql: sql)
        try Normalise.fill(model, in: db)
        return try Row.fetchAll(db, sql: sql) != before || isOther
      }
    }
  }

  private static func looks(_ model: ModelDefinition, _ db: Database) throws -> Bool {
    // By the words first: a statement over what is kept in memory cannot be prepared here.
    guard model.sql.contains("later_refusal") else { return false }
    return try db.makeStatement(sql: model.sql).databaseRegion
      .isModified(byEventsOfKind: .insert(tableName: "later_refusal"))
  }
}
