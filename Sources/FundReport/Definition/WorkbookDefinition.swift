/// What a workbook of a release holds beside the figures: its words, chapters and data sheets.
struct WorkbookDefinition: Sendable {
  struct DataSheet: Sendable {
    var model: Identifier
    var line: Int
  }

  var file: String
  /// File name, where `{year}` is the reporting year.
  var name: String
  var title: String
  var subject: String
  var publisher: String
  var marking: String
  var purpose: String
  /// Whom to ask, what readers may do with it and when the next one comes; for the cover.
  var contact: String?
  var licence: String?
  var nextUpdate: String?
  /// The model with one row of facts for the cover (label and value columns).
  var facts: Identifier?
  /// The published table that lists findings, with a column `severity`.
  var issues: Identifier?
  /// The published table of what is still to come, with the day it was due as its only date.
  var outstanding: Identifier?
  /// The published table of files, with a column `file`: where rows lead to.
  var submissions: Identifier?
  /// The view behind the sheet of results, first after the contents.
  var framework: Identifier?
  /// The view behind the sheet of all years, and the one with last year beside every total.
  var series: Identifier?
  var yearOnYear: Identifier?
  /// Order of the chapters; one sheet each.
  var chapters: [String]
  /// Published tables that also stand in the workbook, as in their CSV files.
  var tables: [Identifier]
  /// Charts with their tables, one sheet each.
  var charts: [ChartDefinition]
  /// Figures by several attributes, one sheet each.
  var crosses: [CrossDefinition]
  /// What the page beside the workbook shows.
  var page: PageDefinition?
  /// Data sheets in order; a model that a figure uses and that is not named follows at the end.
  var data: [DataSheet]
  /// Past this number of rows a model is not put on a sheet and its figures are values.
  var rowLimit: Int
  /// Shares of fewer things than this are shown as counts; nil shows every percentage.
  var smallNumbers: SmallNumbers?
  /// Lists whose codes readers know better than their words.
  var codesShown: [String]
  /// The view with a line on the state of the release, for every sheet; no row where all is well.
  var state: Identifier?

  init(_ mapping: DefinitionMapping) {
    file = mapping.file
    name = mapping.fileName("workbook")
    title = mapping.text("title")
    subject = mapping.text("subject")
    publisher = mapping.text("publisher")
    marking = mapping.text("marking")
    purpose = mapping.text("purpose")
    contact = mapping.optionalText("contact")
    licence = mapping.optionalText("licence")
    nextUpdate = mapping.optionalText("next_update")
    facts = mapping.optionalText("facts").flatMap(Identifier.init)
    issues = mapping.optionalText("issues").flatMap(Identifier.init)
    outstanding = mapping.optionalText("outstanding").flatMap(Identifier.init)
    submissions = mapping.optionalText("submissions").flatMap(Identifier.init)
    framework = mapping.optionalText("framework").flatMap(Identifier.init)
    series = mapping.optionalText("series").flatMap(Identifier.init)
    yearOnYear = mapping.optionalText("year_on_year").flatMap(Identifier.init)
    chapters = mapping.texts("chapters")
    tables = mapping.texts("tables").compactMap(Identifier.init)
    charts = mapping.mappings("charts").map { ChartDefinition($0) }
    crosses = mapping.mappings("crosses").map(CrossDefinition.init)
    page = mapping.mapping("page").map(PageDefinition.init)
    let line = mapping.lineOf("data")
    data = mapping.texts("data").compactMap { name in
      if let model = Identifier(name) { return DataSheet(model: model, line: line) }
      mapping.wrong("data", "“\(name)” must be \(Identifier.rule)")
      return nil
    }
    rowLimit = mapping.wholeNumber("row_limit") ?? 10_000
    smallNumbers = mapping.wholeNumber("small_numbers").map { SmallNumbers(threshold: $0) }
    codesShown = mapping.texts("show_codes_of")
    state = mapping.optionalText("state").flatMap(Identifier.init)
    mapping.finish()
  }
}
