/// What goes back to submitters: the words of the workbook and the views behind it.
struct ReturnDefinition: Sendable {
  enum Word: String, CaseIterable, Sendable {
    case title, findings, figures, file, verdict, accepted, refused, waiting, other, mend
    case severity, error, warning, notice, rule, sheet, cell, found, expected, message
    case rowsRead = "rows_read", rowsAccepted = "rows_accepted", rowsLeft = "rows_left"
    case figure, value, unit, marked, nothing, noFigures = "no_figures", contents = "of_the_file"
  }

  var file: String
  var line: Int
  /// Name of the file that goes back, with answers of the form's head in braces.
  var name: String
  var publisher: String
  /// The view of what is said to submitters, one row per finding.
  var findings: Identifier
  /// The view of the figures a form has produced, with labels in three languages.
  var figures: Identifier
  var words: Words<Word>

  init(_ mapping: DefinitionMapping) {
    file = mapping.file
    line = mapping.line
    name = mapping.text("return")
    publisher = mapping.text("publisher")
    findings = Identifier(mapping.text("findings")) ?? .none
    figures = Identifier(mapping.text("figures")) ?? .none
    words = Words(mapping.mapping("words"), in: mapping)
    mapping.finish()
  }
}
