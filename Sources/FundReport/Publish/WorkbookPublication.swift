import Foundation
import GRDB
import Spreadsheet

/// Builds the analyst workbook: cover, contents, chapters, definitions, issues and data sheets.
struct WorkbookPublication {
  var pipeline: Pipeline
  var definition: WorkbookDefinition
  var release: ReleaseNote

  /// What the cover says about the release itself.
  struct ReleaseNote {
    var id: String
    var year: Int
    /// Newest day a counting form is dated; the document's own date.
    var dataAsOf: CalendarDay
    var definitions: String

    /// - Parameter newest: the newest day a counting form is dated; nil where there is none.
    init(id: String, year: Int, newest: String?, definitions: String) {
      self.id = id
      self.year = year
      let firstDay = CalendarDay(year: year, month: 1, day: 1)
      dataAsOf =
        newest.flatMap(CalendarDay.init(iso8601:)) ?? firstDay ?? CalendarDay(daysSince1970: 0)
      self.definitions = definitions
    }
  }

  func write(to path: String, from store: DatabaseQueue) throws {
    try store.read { db in
      let workbook = try workbook(db)
      try workbook.write(to: path)
    }
  }

  private func workbook(_ db: Database) throws -> Workbook {
    var plans = try dataModels.filter { try db.keeps($0) }.map {
      try DataSheetPlan($0, rowLimit: definition.rowLimit, db)
    }
    var categories: [Identifier: Categories] = [:]
    for dimension in pipeline.dimensions {
      categories[dimension.name] = try Categories(dimension, db)
    }
    let yearOnYear = try view(definition.yearOnYear).map { try YearOnYear($0, db) }
    let chapters = try definition.chapters.map { chapter in
      try FigureSheet(
        chapter: chapter, pipeline: pipeline, categories: categories, yearOnYear: yearOnYear,
        smallNumbers: definition.smallNumbers
      ).sheet(&plans, db)
    }
    let definitions = DefinitionsSheet(pipeline: pipeline).sheet()
    let tables = try definition.tables
      .compactMap { name in pipeline.tables.first { $0.name == name } }
      .map { try PlainTableSheet(table: $0, db: db).sheet() }
    let data = try plans.map { try DataSheet(plan: $0, db: db).sheet() }
    let framework = try view(definition.framework).map {
      try FrameworkSheet(
        view: $0, pipeline: pipeline, smallNumbers: definition.smallNumbers, db: db
      ).sheet()
    }
    let years = try view(definition.series).map {
      try YearsSheet(
        view: $0, pipeline: pipeline, year: release.year, smallNumbers: definition.smallNumbers,
        db: db
      ).sheet()
    }
    let results = [framework, years].compactMap { $0 }
    let charts = try chartData(db).map { ChartSheet(data: $0).sheet() }
    let body = chapters + charts + [definitions] + tables + data
    let front = FrontSheets(
      pipeline: pipeline, definition: definition, release: release, plans: plans, db: db)
    let cover = try front.cover()
    let warning = try warning(db)
    return Workbook(
      properties: .init(
        title: "\(definition.title) \(release.year)", subject: definition.subject,
        author: definition.publisher, comments: "Release \(release.id). \(definition.marking)",
        created: release.dataAsOf),
      sheets: [cover]
        + (results + [front.contents(of: results + body)] + body).map { $0.saying(warning) })
  }

  /// What the charts draw, as sheets and as files.
  func chartData(_ db: Database) throws -> [ChartData] {
    try definition.charts.compactMap { chart in
      try view(chart.view).map { try ChartData(chart, $0, year: release.year, db) }
    }
  }

  /// Writes each chart as a drawing of its own.
  func writeDrawings(to folder: String, from store: DatabaseQueue) throws {
    guard !definition.charts.isEmpty else { return }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for data in try store.read(chartData) {
      try Data(ChartDrawing(data: data).svg().utf8)
        .write(to: URL(fileURLWithPath: "\(folder)/\(data.definition.fileName).svg"))
    }
  }

  /// What every sheet says beside its link back: who may read it, and what is unfinished.
  func warning(_ db: Database) throws -> String {
    let state = try view(definition.state).flatMap {
      try Row.fetchOne(db, sql: "SELECT * FROM \($0.name)")?.text(0)
    }
    return [definition.marking, state].compactMap { $0 }.joined(separator: " · ")
  }

  private func view(_ name: Identifier?) -> ModelDefinition? {
    pipeline.publicationViews.first { $0.name == name }
  }

  /// The models of the definition in its order, then any other a figure uses.
  private var dataModels: [ModelDefinition] {
    var names = definition.data.map(\.model)
    for indicator in pipeline.indicatorsInOrder {
      for selection in [indicator.total] + indicator.breakdowns.map(\.selection) {
        for measure in [selection.measure] + (selection.outOf.map { [$0] } ?? [])
        where !names.contains(measure.from) {
          names.append(measure.from)
        }
      }
    }
    return names.compactMap(pipeline.model)
  }
}
