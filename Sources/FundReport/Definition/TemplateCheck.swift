/// Holds the forms for submitters against the sources, the view of forms and the code lists.
struct TemplateCheck {
  var pipeline: Pipeline
  var lists: [CodeList]
  let mistakes: MistakeList

  func check(_ template: TemplateDefinition) {
    let wrong = { (line: Int, message: String) in mistakes.add(template.file, line, message) }
    for word in template.words.missing {
      wrong(template.line, "the word `\(word)` lacks one of the languages en, fr and es")
    }
    for name in template.codesShown + template.aliasesShown + template.choices.map(\.list)
    where !lists.contains(where: { $0.name.name == name }) {
      wrong(template.line, "there is no code list `\(name)`")
    }
    for name in template.order where !pipeline.sources.contains(where: { $0.name.name == name }) {
      wrong(template.line, "there is no source `\(name)`")
    }
    for line in template.lines + (template.totals?.columns ?? []) {
      for name in unknown(in: line.formula) {
        wrong(line.line, "the formula names `\(name)`, which no source has")
      }
    }
    if let totals = template.totals, totals.by.flatMap(field) == nil {
      wrong(totals.line, "`by` names no field; expected `source.field`")
    }
    checkView(template)
    checkSources()
  }

  func check(_ returns: ReturnDefinition) {
    for word in returns.words.missing {
      let message = "the word `\(word)` lacks one of the languages en, fr and es"
      mistakes.add(returns.file, returns.line, message)
    }
    let needed = [
      (returns.findings, ReturnedForms.findingColumns),
      (returns.figures, ReturnedForms.figureColumns),
    ]
    for (name, columns) in needed {
      guard let view = pipeline.publicationViews.first(where: { $0.name == name }) else {
        let message = "there is no view `\(name.name)` in 5-publications"
        mistakes.add(returns.file, returns.line, message)
        continue
      }
      for column in columns where view.column(column) == nil {
        mistakes.add(view.file, 1, "the view `\(name.name)` has no column `\(column)`")
      }
    }
  }

  private func checkView(_ template: TemplateDefinition) {
    guard let view = pipeline.publicationViews.first(where: { $0.name == template.forms }) else {
      let message = "there is no view `\(template.forms.name)` in 5-publications"
      return mistakes.add(template.file, template.line, message)
    }
    let columns = [template.rowsFrom, template.yearFrom] + template.choices.map(\.column)
    for name in columns where view.column(name) == nil {
      let message = "the view `\(view.name.name)` has no column `\(name.name)`"
      mistakes.add(template.file, template.line, message)
    }
    for source in pipeline.sources {
      let conditions = [source.onlyFor] + source.fields.map(\.onlyFor)
      for name in conditions.compactMap({ $0 }) where view.column(name) == nil {
        let message = "`only_for` names no column of the view `\(view.name.name)`: \(name.name)"
        mistakes.add(source.file, source.line, message)
      }
    }
  }

  private func checkSources() {
    for source in pipeline.sources {
      for field in source.fields {
        if let reference = field.refersTo, self.field(reference) == nil {
          mistakes.add(source.file, field.line, "`refers_to` names no field of a source")
        }
        for text in field.help?.all ?? [] where text.utf16.count > 230 {
          let message =
            "the help has \(text.utf16.count) characters; a cell's prompt has room for 230"
          mistakes.add(source.file, field.line, message)
        }
      }
    }
  }

  private func field(_ reference: SourceDefinition.Reference) -> SourceDefinition.Field? {
    pipeline.sources.first { $0.name == reference.source }?.field(reference.field)
  }

  /// What a formula names and no source has.
  private func unknown(in formula: String) -> [String] {
    let counted = formula.matches(of: /(rows|gaps)\(([a-z_0-9]+)\)/).map { String($0.2) }
      .filter { name in !pipeline.sources.contains { $0.name.name == name } }
    let named = formula.matches(of: /\b[a-z][a-z_0-9]*\.[a-z][a-z_0-9]*\b/).map { String($0.0) }
      .filter { SourceDefinition.Reference($0).flatMap(field) == nil }
    return counted + named
  }
}
