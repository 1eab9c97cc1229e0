/// A dimension figures are broken down by: what its categories are called, and which must appear.
struct DimensionDefinition: Sendable {
  var file: String
  var line: Int
  /// The column of models that holds its categories.
  var name: Identifier
  /// The name figures are published under: several columns may be one dimension to readers.
  var publishedName: Identifier
  var title: String
  /// The code list that names the categories.
  var list: String?
  /// The model whose rows are the categories (a Joint Programme), and its label column.
  var model: Identifier?
  var label: Identifier?
  /// Which rows of that model appear even where nothing counts.
  var condition: String?
  /// Which of those have reported: without it and without rows, a figure is NOT_REPORTED.
  var reported: String?
  /// The column of that model with former codes, parted by `;`.
  var former: Identifier?
  /// Whether every code of the list appears, also those without rows.
  var isComplete: Bool
  /// Whether one row may stand under several categories, so that parts exceed the total.
  var mayOverlap: Bool

  init?(_ name: String, _ mapping: DefinitionMapping) {
    file = mapping.file
    line = mapping.line
    title = mapping.text("title")
    list = mapping.optionalText("list")
    model = mapping.optionalText("rows").flatMap(Identifier.init)
    label = mapping.optionalText("label").flatMap(Identifier.init)
    condition = mapping.optionalText("where")
    reported = mapping.optionalText("reported")
    former = mapping.optionalText("former").flatMap(Identifier.init)
    isComplete = mapping.flag("complete")
    mayOverlap = mapping.flag("overlaps")
    let published = mapping.optionalText("as") ?? name
    mapping.finish()
    guard let publishedName = Identifier(published) else {
      mapping.wrong("as", "“\(published)” must be \(Identifier.rule)")
      return nil
    }
    self.publishedName = publishedName
    guard let identifier = Identifier(name) else {
      mapping.wrong(nil, "“\(name)” must be \(Identifier.rule)")
      return nil
    }
    self.name = identifier
    if (list == nil) == (model == nil) {
      mapping.wrong(nil, "expected either `list: CODE_LIST` or `rows: MODEL`")
    }
  }

  /// What its condition is called, such as “live”; nil where it is no column's name.
  func conditionLabel(in pipeline: Pipeline) -> String? {
    guard let name = condition.flatMap(Identifier.init), let model else { return nil }
    return pipeline.model(model)?.column(name)?.label.lowercased()
  }
}
