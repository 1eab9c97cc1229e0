import Foundation
import GRDB

extension WorkbookPublication {
  /// Writes the page of the release: what the workbook holds, without its formulas.
  ///
  /// - Parameter folder: that of the workbook; the page links to what lies there.
  func writePage(to folder: String, from store: DatabaseQueue) throws {
    let page = try store.read(page)
    try Data(page.html().utf8).write(to: URL(fileURLWithPath: folder + "/" + ReportPage.name))
  }

  private func page(_ db: Database) throws -> ReportPage {
    let front = FrontSheets(
      pipeline: pipeline, definition: definition, release: release, plans: [], db: db)
    return ReportPage(
      title: "\(definition.title), \(release.year)", warning: try warning(db),
      purpose: definition.subject + ".", facts: try front.facts(),
      results: try definition.page?.results?.taken { try table($0, db) },
      figures: try definition.page?.figures?.taken { try table($0, db) }.map {
        FigureTables($0, pipeline: pipeline, smallNumbers: definition.smallNumbers)
      },
      charts: try chartData(db),
      annexes: try (definition.page?.annexes ?? []).compactMap { part in
        try part.taken { try table($0, db) }
      }, files: files, notes: Shorthand.notes(Shorthand.internalMarks),
      smallNumbers: definition.smallNumbers)
  }

  private func table(_ name: Identifier, _ db: Database) throws -> PublicTable? {
    try (pipeline.tables + pipeline.publicationViews).first { $0.name == name }
      .map { try PublicTable($0, db) }
  }

  private var files: [ReportPage.File] {
    let name = definition.name.replacing("{year}", with: String(release.year))
    var files: [ReportPage.File] = [
      .init(path: name + ".xlsx", title: "Workbook", meaning: definition.subject),
      .init(
        path: name + ".sqlite", title: "Evidence",
        meaning: "Every row read, every model and every figure, as an SQLite database"),
    ]
    if !pipeline.editions.isEmpty {
      files.append(
        .init(
          path: "../\(PublicCopy.folder)/\(ReportPage.name)", title: "Public edition",
          meaning: "The page of what everybody may read"))
    }
    return files
      + pipeline.tables.map {
        .init(path: "csv/\($0.name.name).csv", title: "\($0.title) (CSV)", meaning: $0.meaning)
      }
  }
}
