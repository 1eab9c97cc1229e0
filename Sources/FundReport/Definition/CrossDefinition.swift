/// A figure by several attributes, as a sheet of its own.
struct CrossDefinition: Sendable {
  var file: String
  var line: Int
  /// Name of the sheet.
  var name: String
  /// What it shows; `{year}` is the reporting year.
  var title: String
  var indicator: String
  /// The breakdown as it is published, such as `dimension × dimension`; the last dimension makes
  /// the columns.
  var breakdown: String

  init(_ mapping: DefinitionMapping) {
    file = mapping.file
    line = mapping.line
    name = mapping.text("cross")
    title = mapping.text("title")
    indicator = mapping.text("indicator")
    breakdown = mapping.text("by")
    mapping.finish()
  }
}
