/// Holds indicators, dimensions and workbooks against the models.
struct IndicatorCheck {
  var pipeline: Pipeline
  let statements: StatementCheck
  private var mistakes: MistakeList { statements.mistakes }

  init(pipeline: Pipeline, statements: StatementCheck) {
    self.pipeline = pipeline
    self.statements = statements
  }

  func check(_ indicator: IndicatorDefinition) {
    check(indicator.total, by: [], indicator)
    var seen: Set<String> = []
    for breakdown in indicator.breakdowns {
      let line = breakdown.selection.line
      let published = pipeline.publishedName(of: breakdown)
      if !seen.insert(published).inserted {
        mistakes.add(indicator.file, line, "the breakdown `\(published)` stands here twice")
      }
      for name in breakdown.dimensions where pipeline.dimension(name) == nil {
        let known = pipeline.dimensions.map(\.name.name).joined(separator: ", ")
        mistakes.add(indicator.file, line, "unknown dimension `\(name.name)`; known: \(known)")
      }
      check(breakdown.selection, by: breakdown.dimensions, indicator)
    }
  }

  private func check(
    _ selection: IndicatorDefinition.Selection, by dimensions: [Identifier],
    _ indicator: IndicatorDefinition
  ) {
    check(selection.measure, known: selection.known, by: dimensions, indicator, selection.line)
    if selection.outOf == nil {
      check(selection.measure, known: selection.covers, by: dimensions, indicator, selection.line)
    }
    if let outOf = selection.outOf {
      let shared = selection.keepsDenominator ? [] : dimensions
      check(outOf, known: selection.known, by: shared, indicator, selection.line)
      check(outOf, known: selection.covers, by: shared, indicator, selection.line)
    }
  }

  private func check(
    _ measure: IndicatorDefinition.Measure, known: String?, by dimensions: [Identifier],
    _ indicator: IndicatorDefinition, _ line: Int
  ) {
    guard let model = pipeline.model(measure.from) else {
      mistakes.add(indicator.file, line, "there is no model `\(measure.from.name)` in 2-models")
      return
    }
    statements.condition(measure.condition, on: model, indicator.file, line)
    if let known { statements.condition(known, on: model, indicator.file, line) }
    for name in dimensions where model.column(name) == nil {
      let message =
        "the model `\(model.name.name)` has no column `\(name.name)`; "
        + "name a model that has it with `from`"
      mistakes.add(indicator.file, line, message)
    }
    guard let name = measure.value.column else { return }
    guard let column = model.column(name) else {
      let message = "the model `\(model.name.name)` has no column `\(name.name)`"
      mistakes.add(indicator.file, line, message)
      return
    }
    if !column.type.isNumeric {
      let message =
        "`\(name.name)` of `\(model.name.name)` is no number; "
        + "sums, means, medians and distinct counts need one"
      mistakes.add(indicator.file, line, message)
    }
    if case .distinct = measure.value, column.type != .integer {
      mistakes.add(indicator.file, line, "a distinct count needs an integer column")
    }
  }

  func check(_ dimension: DimensionDefinition) {
    guard let name = dimension.model else { return }
    guard let model = pipeline.model(name) else {
      mistakes.add(dimension.file, dimension.line, "there is no model `\(name.name)`")
      return
    }
    for column in [dimension.name] + [dimension.label, dimension.former].compactMap({ $0 })
    where model.column(column) == nil {
      let message = "the model `\(name.name)` has no column `\(column.name)`"
      mistakes.add(dimension.file, dimension.line, message)
    }
    for condition in [dimension.condition, dimension.reported].compactMap({ $0 }) {
      statements.condition(condition, on: model, dimension.file, dimension.line)
    }
  }

  func check(_ workbook: WorkbookDefinition) {
    for sheet in workbook.data where pipeline.model(sheet.model) == nil {
      mistakes.add(workbook.file, sheet.line, "there is no model `\(sheet.model.name)`")
    }
    let views = [workbook.framework, workbook.series, workbook.yearOnYear, workbook.state]
    for name in views.compactMap({ $0 })
    where !pipeline.publicationViews.contains(where: { $0.name == name }) {
      mistakes.add(workbook.file, nil, "there is no view `\(name.name)` in 5-publications")
    }
    for chart in workbook.charts
    where !pipeline.publicationViews.contains(where: { $0.name == chart.view }) {
      let name = chart.view?.name ?? ""
      mistakes.add(chart.file, chart.line, "there is no view `\(name)` in 5-publications")
    }
    if let page = workbook.page {
      check(page, among: pipeline.tables + pipeline.publicationViews, workbook.file)
    }
    for cross in workbook.crosses { check(cross) }
    let named = [workbook.facts, workbook.issues, workbook.submissions].compactMap { $0 }
    for name in workbook.tables + named
    where !pipeline.tables.contains(where: { $0.name == name }) {
      mistakes.add(workbook.file, nil, "there is no published table `\(name.name)`")
    }
  }

  private func check(_ cross: CrossDefinition) {
    if cross.name.utf16.count > 31 {
      mistakes.add(
        cross.file, cross.line, "the sheet name “\(cross.name)” has more than 31 characters")
    }
    guard let indicator = pipeline.indicator(cross.indicator) else {
      mistakes.add(cross.file, cross.line, "there is no indicator `\(cross.indicator)`")
      return
    }
    guard let breakdown = pipeline.breakdown(of: indicator, named: cross.breakdown) else {
      let message = "\(indicator.code) has no breakdown `\(cross.breakdown)`"
      mistakes.add(cross.file, cross.line, message)
      return
    }
    if breakdown.dimensions.count < 2 || breakdown.selection.outOf != nil {
      let message = "a cross table needs several dimensions, and a figure that is no percentage"
      mistakes.add(cross.file, cross.line, message)
    }
  }

  /// The tables of a page are there, and that of figures can be parted by chapter.
  func check(_ page: PageDefinition, among tables: [ModelDefinition], _ file: String) {
    let annexes = page.annexes.map { ($0 as PageDefinition.Part?, [String]()) }
    let parts = [(page.results, []), (page.figures, FigureTables.groups)] + annexes
    for case (let part?, let groups) in parts {
      guard let table = tables.first(where: { $0.name == part.table }) else {
        mistakes.add(file, part.line, "there is no table `\(part.table.name)` for the page")
        continue
      }
      for column in groups + part.leftOut where table.column(column) == nil {
        let message = "the table `\(part.table.name)` has no column `\(column)`"
        mistakes.add(file, part.line, message)
      }
    }
  }

  /// Excel refuses longer names, and two that differ only by case.
  func checkSheetNames() {
    var first: [String: ModelDefinition] = [:]
    for model in pipeline.models {
      let name = DataSheetPlan.sheetName(of: model)
      if name.utf16.count > 31 {
        let message =
          "the title “\(model.title)” makes a sheet name of \(name.utf16.count) "
          + "characters; 31 at most are possible"
        mistakes.add(model.file, 1, message)
      }
      if let other = first[name.lowercased()] {
        mistakes.add(model.file, 1, "the title “\(model.title)” is also that of \(other.file)")
      }
      first[name.lowercased()] = model
    }
  }

  func check(evidenceOf model: ModelDefinition) {
    for because in model.because {
      guard let other = pipeline.model(because.model) else {
        mistakes.add(model.file, because.line, "there is no model `\(because.model.name)`")
        continue
      }
      let named = because.columns.flatMap { [(model, $0.own), (other, $0.other)] }
      for (side, column) in named where side.column(column) == nil {
        let message = "the model `\(side.name.name)` has no column `\(column.name)`"
        mistakes.add(model.file, because.line, message)
      }
    }
  }
}
