import Foundation

/// Holds what is public against the models and figures: whatever is doubtful is a mistake.
struct PublicCheck {
  var pipeline: Pipeline
  let statements: StatementCheck
  private var mistakes: MistakeList { statements.mistakes }

  init(pipeline: Pipeline, statements: StatementCheck) {
    self.pipeline = pipeline
    self.statements = statements
  }

  func check() throws {
    for edition in pipeline.editions { check(edition) }
    for table in pipeline.publicTables {
      statements.check(table)
      try check(table)
    }
    for disclosure in pipeline.disclosures { check(disclosure) }
    let file = pipeline.publicTables.first?.file ?? pipeline.folder
    if !pipeline.publicTables.isEmpty, pipeline.disclosures.isEmpty {
      mistakes.add(file, nil, "public tables need a disclosure.yml in 5-publications")
    }
    if !pipeline.publicTables.isEmpty, pipeline.editions.isEmpty {
      mistakes.add(file, nil, "public tables need an edition.yml beside them")
    }
    if pipeline.disclosures.count > 1 || pipeline.editions.count > 1 {
      mistakes.add(pipeline.folder, nil, "there is more than one disclosure.yml or edition.yml")
    }
  }

  private func check(_ edition: EditionDefinition) {
    let known = pipeline.publicTables.map(\.name)
    for name in edition.tables + [edition.facts].compactMap({ $0 }) where !known.contains(name) {
      mistakes.add(edition.file, nil, "there is no public table `\(name.name)`")
    }
    for table in pipeline.publicTables
    where !edition.tables.contains(table.name) && edition.facts != table.name {
      mistakes.add(edition.file, nil, "the table `\(table.name.name)` is not among the `tables`")
    }
    for (key, text) in edition.said where text.contains(Self.placeholder) {
      mistakes.add(edition.file, nil, "`\(key)` is “\(text)”: write what readers are to know")
    }
    if let page = edition.page {
      IndicatorCheck(pipeline: pipeline, statements: statements)
        .check(page, among: pipeline.publicTables, edition.file)
    }
    for chart in edition.charts { check(chart) }
    if !edition.licenceAddress.hasPrefix("https://") {
      mistakes.add(edition.file, nil, "`licence_url` must start with https://")
    }
  }

  /// A public chart draws a public table, so that it shows nothing else.
  private func check(_ chart: ChartDefinition) {
    guard let selection = chart.selection else { return }
    guard let table = pipeline.publicTables.first(where: { $0.name == selection.table }) else {
      let message = "there is no public table `\(selection.table.name)`"
      return mistakes.add(chart.file, chart.line, message)
    }
    for column in selection.columns where table.column(column) == nil {
      let message = "the table `\(table.name.name)` has no column `\(column)`"
      mistakes.add(chart.file, chart.line, message)
    }
  }

  /// No public table tells a day or a place in a file, or reads what was submitted directly.
  private func check(_ table: ModelDefinition) throws {
    for column in table.columns where column.type == .row || column.type == .date {
      let what = column.type == .row ? "where a row stands" : "an exact day"
      mistakes.add(
        table.file, column.line, "the public may not see \(what); leave `\(column.name.name)` out")
    }
    if table.title.utf16.count > 31 {
      mistakes.add(table.file, 1, "the title “\(table.title)” has more than 31 characters")
    }
    // By its full name a table would be read past what is put in its place.
    if table.sql.range(of: #"\b(main|temp)\s*\."#, options: [.regularExpression, .caseInsensitive])
      != nil
    {
      mistakes.add(table.file, 1, "a public table names its tables without `main.` and `temp.`")
    }
    let sql = "SELECT * FROM (\n\(table.sql)\n)"
    // Where it cannot be prepared, that is reported already.
    guard let region = try? statements.db.makeStatement(sql: sql).databaseRegion else { return }
    let raw = pipeline.sources.flatMap { [$0.table, $0.view] } + Self.internalTables
    for name in raw where region.isModified(byEventsOfKind: .insert(tableName: name)) {
      mistakes.add(
        table.file, 1, "a public table may not read `\(name)`; read a model with what is needed")
    }
  }

  /// Words that stand where somebody was to write something.
  private static var placeholder: some RegexComponent {
    /(?i)<[^>]*>|\b(?:tbd|todo|tba|to be (?:confirmed|defined|announced|filled in))\b/
  }

  private static let internalTables = [
    "submission", "register_file", "landed_row", "landed_field", "correction", "finding",
    "sheet_count",
    "disclosure_problem", "definition_file", "later_refusal",
  ]

  private func check(_ disclosure: DisclosureDefinition) {
    for kind in disclosure.kinds { check(kind, disclosure.file) }
    for entry in disclosure.entries { check(entry, disclosure) }
    for names in [disclosure.refusals, disclosure.named].compactMap({ $0 }) {
      check(names, disclosure.file)
    }
  }

  private func check(_ kind: DisclosureDefinition.Kind, _ file: String) {
    for name in kind.free where pipeline.dimension(name) == nil {
      mistakes.add(file, kind.line, "unknown dimension `\(name.name)`")
    }
    guard let among = kind.among, let column = kind.of, let condition = kind.condition else {
      return
    }
    guard let model = pipeline.model(among) else {
      mistakes.add(file, kind.line, "there is no model `\(among.name)`")
      return
    }
    if model.column(column) == nil {
      mistakes.add(
        file, kind.line, "the model `\(among.name)` has no column `\(column.name)`")
    }
    statements.condition(condition, on: model, file, kind.line)
  }

  private func check(_ names: DisclosureDefinition.Names, _ file: String) {
    guard let model = pipeline.model(names.model) else {
      mistakes.add(file, names.line, "there is no model `\(names.model.name)`")
      return
    }
    if model.column(names.name) == nil {
      mistakes.add(
        file, names.line,
        "the model `\(model.name.name)` has no column `\(names.name.name)`")
    }
    statements.condition(names.condition, on: model, file, names.line)
  }

  private func check(_ entry: DisclosureDefinition.Entry, _ disclosure: DisclosureDefinition) {
    let file = disclosure.file
    guard let indicator = pipeline.indicators.first(where: { $0.code == entry.code }) else {
      mistakes.add(file, entry.line, "there is no indicator `\(entry.code)`")
      return
    }
    guard let kind = disclosure.kind(of: entry) else {
      let known = disclosure.kinds.map(\.name).joined(separator: ", ")
      mistakes.add(file, entry.line, "unknown kind “\(entry.kind)”; `protects` has \(known)")
      return
    }
    let names = indicator.breakdowns.map(pipeline.publishedName)
    for name in entry.breakdowns ?? [] where !names.contains(name) {
      mistakes.add(file, entry.line, "\(entry.code) has no breakdown `\(name)`")
    }
    var selections = indicator.hasTotal ? [indicator.total] : []
    selections += indicator.breakdowns
      .filter { disclosure.isPublic(indicator, pipeline.publishedName(of: $0)) }.map(\.selection)
    for selection in selections {
      guard let model = pipeline.model(selection.measure.from) else { continue }
      if let column = kind.of, model.column(column) == nil {
        let message =
          "\(entry.code) is measured on `\(model.name.name)`, which has no column "
          + "`\(column.name)` to tell whom it rests on"
        mistakes.add(file, entry.line, message)
      }
      if let condition = entry.lastYear {
        statements.condition(condition, on: model, file, entry.line)
      }
    }
  }
}
