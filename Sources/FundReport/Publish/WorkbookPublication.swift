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

  /// Writes the workbook with the figures into a folder and, where rows are too many for it, those
  /// into a workbook of their own below.
  func write(_ name: String, to folder: String, from store: DatabaseQueue) throws {
    try store.read { db in
      var plans = try plans(db)
      try workbook(&plans, db).write(to: "\(folder)/\(name).xlsx")
      let data = DataWorkbook(definition: definition, release: release, plans: plans, db: db)
      guard let data = try data.workbook() else { return }
      try FileManager.default.createDirectory(
        atPath: folder + "/data", withIntermediateDirectories: true)
      try data.write(to: "\(folder)/data/\(name)-data.xlsx")
    }
  }

  private func plans(_ db: Database) throws -> [DataSheetPlan] {
    let models = try dataModels.filter { try db.keeps($0) }
    return try models.map {
      try DataSheetPlan(
        $0, among: models, rowLimit: definition.rowLimit, codesShown: definition.codesShown, db)
    }
  }

  private func workbook(_ plans: inout [DataSheetPlan], _ db: Database) throws -> Workbook {
    var categories: [Identifier: Categories] = [:]
    for dimension in pipeline.dimensions {
      categories[dimension.name] = try Categories(dimension, db)
    }
    let yearOnYear = try view(definition.yearOnYear).map { try YearOnYear($0, db) }
    var behind = RowsBehind(db)
    let chapters = try definition.chapters.map { chapter in
      try FigureSheet(
        chapter: chapter, pipeline: pipeline, categories: categories, yearOnYear: yearOnYear,
        smallNumbers: definition.smallNumbers
      ).sheet(&plans, &behind, db).tabbed(.figures)
    }
    let crosses = try definition.crosses.compactMap { cross in
      try CrossSheet(
        definition: cross, pipeline: pipeline, categories: categories, year: release.year
      ).sheet(&plans, db)?.tabbed(.figures)
    }
    let front = FrontSheets(
      pipeline: pipeline, definition: definition, release: release, plans: plans, db: db)
    let results = try results(db).map { $0.tabbed(.figures) }
    let charts = try chartData(db).map { ChartSheet(data: $0).sheet().tabbed(.charts) }
    let places = try FigurePlaces(framework: view(definition.framework), db)
    let words = wordSheets(places)
    let checks = ChecksSheet(pipeline: pipeline)
    let submissions = try submissions(db)
    let tables = try tableSheets(checks, submissions, plans, db)
    let data = try plans.map {
      try DataSheet(plan: $0, plans: plans, submissions: submissions, db: db).sheet().tabbed(.data)
    }
    let body =
      results + chapters + crosses + charts + words.map { $0.sheet.tabbed(.words) } + tables
      + [checks.sheet().tabbed(.quality)] + data
    let meanings = Dictionary(
      words.map { ($0.sheet.name, $0.meaning) } + [(ChecksSheet.name, ChecksSheet.meaning)],
      uniquingKeysWith: { first, _ in first })
    let state = try state(db)
    let warning = try warning(db)
    return Workbook(
      properties: .init(
        title: "\(definition.title) \(release.year)", subject: definition.subject,
        author: definition.publisher, comments: "Release \(release.id). \(definition.marking)",
        created: release.dataAsOf),
      sheets: [try front.cover(state: state)]
        + ([front.contents(of: body, meanings)] + body).map { $0.saying(warning) })
  }

  /// The results framework and the years side by side.
  private func results(_ db: Database) throws -> [Sheet] {
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
    return [framework, years].compactMap { $0 }
  }

  /// Definitions and, where the pipeline has one, glossary, a sheet for each language.
  private func wordSheets(_ places: FigurePlaces) -> [(sheet: Sheet, meaning: String)] {
    let languages = pipeline.glossary == nil ? [.english] : Language.allCases
    let definitions = languages.map { DefinitionsSheet(pipeline: pipeline, language: $0) }
    let glossaries = pipeline.glossary.map { glossary in
      languages.map { GlossarySheet(glossary: glossary, language: $0) }
    }
    return definitions.map { ($0.sheet(places), $0.meaning) }
      + (glossaries ?? []).map { ($0.sheet(), $0.meaning) }
  }

  private func tableSheets(
    _ checks: ChecksSheet, _ submissions: (sheet: String, rows: [String: Int]),
    _ plans: [DataSheetPlan], _ db: Database
  ) throws -> [Sheet] {
    let sheets = Set(tables.map(\.title) + plans.map(\.sheetName))
    return try tables.map { table in
      // The sheet of submissions leads nowhere but to itself.
      let rows = table.title == submissions.sheet ? ("", [:]) : submissions
      return try PlainTableSheet(
        table: table, places: .init(checks: checks.rows, submissions: rows, sheets: sheets),
        rowLimit: definition.rowLimit, db: db
      ).sheet().tabbed(.quality)
    }
  }

  /// The published tables that also stand in the workbook.
  private var tables: [ModelDefinition] {
    definition.tables.compactMap { name in pipeline.tables.first { $0.name == name } }
  }

  /// The line of every file on the sheet of submissions.
  private func submissions(_ db: Database) throws -> (sheet: String, rows: [String: Int]) {
    guard let table = tables.first(where: { $0.name == definition.submissions }) else {
      return ("", [:])
    }
    let files = try Row.fetchAll(db, sql: table.sql).enumerated().compactMap { index, row in
      row.text("file").map { ($0, TableSheet.headerRow + 1 + index) }
    }
    return (table.title, Dictionary(files, uniquingKeysWith: { first, _ in first }))
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
    [definition.marking, try state(db)].compactMap { $0 }.joined(separator: " · ")
  }

  /// How complete the release is, and whether it is unfinished.
  private func state(_ db: Database) throws -> String? {
    try view(definition.state).flatMap {
      try Row.fetchOne(db, sql: "SELECT * FROM \($0.name)")?.text(0)
    }
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
