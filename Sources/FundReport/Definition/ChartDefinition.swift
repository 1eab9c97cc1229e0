import Spreadsheet

/// A chart of a workbook, beside the small table it draws.
struct ChartDefinition: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case column, bar, line
    /// A table whose fills follow its numbers.
    case scale

    /// As the spreadsheet's own kinds; a scale is none.
    var drawn: Chart.Kind? { Chart.Kind(rawValue: rawValue) }
  }

  var file: String
  var line: Int
  /// Name of the sheet and, in lower case, of the drawing.
  var name: String
  /// What it shows; `{year}` is the reporting year.
  var title: String
  var kind: Kind
  /// The view behind it: a column of categories, then one of numbers per series.
  var view: Identifier?
  /// Names of the axes.
  var categoryTitle: String
  var valueTitle: String

  init(_ mapping: DefinitionMapping) {
    file = mapping.file
    line = mapping.line
    name = mapping.text("chart")
    title = mapping.text("title")
    kind = mapping.choice("kind", or: .column)
    view = Identifier(mapping.text("view"))
    categoryTitle = mapping.text("categories")
    valueTitle = mapping.text("values")
    mapping.finish()
  }

  /// `agreements-by-type`.
  var fileName: String {
    name.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      .joined(separator: "-")
  }
}
