/// Holds documents against the views they are filled from.
struct DocumentCheck {
  var pipeline: Pipeline
  let mistakes: MistakeList

  func check(_ document: DocumentDefinition) {
    check(document.root, around: [], document.file)
    if document.root.rows != nil || document.root.text != nil {
      let message = "the first element stands once and `contains` the others: no `for`, no `text`"
      mistakes.add(document.file, document.root.line, message)
    }
    if document.name.contains("/") {
      mistakes.add(document.file, nil, "`document` is a file name, without folders")
    }
  }

  private func check(
    _ element: DocumentDefinition.Element, around: Set<String>, _ file: String
  ) {
    var known = around
    if let rows = element.rows {
      guard let view = pipeline.publicationViews.first(where: { $0.name == rows }) else {
        mistakes.add(file, element.line, "there is no view `\(rows.name)` in 5-publications")
        return
      }
      for column in element.on where view.column(column) == nil || !around.contains(column.name) {
        let message =
          "`on` names `\(column.name)`, which is no column of both `\(rows.name)` and "
          + "the rows around it"
        mistakes.add(file, element.line, message)
      }
      known.formUnion(view.columns.map(\.name.name))
    } else if !element.on.isEmpty {
      mistakes.add(file, element.line, "`on` needs `for: VIEW`")
    }
    let texts = element.attributes.map(\.text) + [element.text].compactMap { $0 }
    for name in texts.flatMap(\.columns) + [element.needs?.name].compactMap({ $0 })
    where !known.contains(name) {
      mistakes.add(file, element.line, "no rows here have a column `\(name)`")
    }
    if element.text != nil, !element.contains.isEmpty {
      mistakes.add(file, element.line, "an element has `text` or `contains`, not both")
    }
    for child in element.contains { check(child, around: known, file) }
  }
}
