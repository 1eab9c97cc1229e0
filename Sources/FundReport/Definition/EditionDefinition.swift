/// The words of the public edition, and its tables in order.
struct EditionDefinition: Sendable {
  var file: String
  /// File name, where `{year}` is the reporting year.
  var name: String
  var title: String
  var subject: String
  var publisher: String
  var contact: String
  var licence: String
  var licenceAddress: String
  var nextUpdate: String
  var purpose: String
  /// The table with the facts of the cover (columns label and value).
  var facts: Identifier?
  var tables: [Identifier]
  /// What its page shows, and charts of its tables.
  var page: PageDefinition?
  var charts: [ChartDefinition]
  /// What readers of the numbers must know, by subject.
  var notes: [(subject: String, text: String)]

  /// What is printed as it stands here, by key.
  var said: [(String, String)] {
    [
      ("title", title), ("subject", subject), ("publisher", publisher), ("contact", contact),
      ("licence", licence), ("next_update", nextUpdate), ("purpose", purpose),
    ] + notes.map { ("notes: \($0.subject)", $0.text) }
  }

  init(_ mapping: DefinitionMapping) {
    file = mapping.file
    name = mapping.fileName("edition")
    title = mapping.text("title")
    subject = mapping.text("subject")
    publisher = mapping.text("publisher")
    contact = mapping.text("contact")
    licence = mapping.text("licence")
    licenceAddress = mapping.text("licence_url")
    nextUpdate = mapping.text("next_update")
    purpose = mapping.text("purpose")
    facts = mapping.optionalText("facts").flatMap(Identifier.init)
    tables = mapping.texts("tables").compactMap(Identifier.init)
    page = mapping.mapping("page").map(PageDefinition.init)
    charts = mapping.mappings("charts").map { ChartDefinition($0, isOfTable: true) }
    let notes = mapping.mapping("notes")
    self.notes = (notes?.keys ?? []).map { ($0, notes?.text($0) ?? "") }
    notes?.finish()
    mapping.finish()
  }
}
