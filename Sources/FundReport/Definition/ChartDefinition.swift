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

  /// Rows of a table, and which of its columns are drawn.
  struct Selection: Sendable {
    var table: Identifier
    /// Columns and the texts they must have.
    var conditions: [(column: String, texts: [String])]
    var category: String
    var value: String
    /// The column that tells series apart; nil where there is one.
    var series: String?

    var columns: [String] {
      conditions.map(\.column) + [category, value] + (series.map { [$0] } ?? [])
    }

    init(_ mapping: DefinitionMapping) {
      table = Identifier(mapping.text("table")) ?? .none
      category = mapping.text("category")
      value = mapping.text("value")
      series = mapping.optionalText("series")
      let conditions = mapping.mapping("where")
      self.conditions = (conditions?.keys ?? []).map { ($0, conditions?.texts($0) ?? []) }
      conditions?.finish()
    }
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
  /// Or, on the page of the public edition, rows of one of its tables.
  var selection: Selection?
  /// Names of the axes.
  var categoryTitle: String
  var valueTitle: String

  /// - Parameter isOfTable: draws rows of a table, and no view.
  init(_ mapping: DefinitionMapping, isOfTable: Bool = false) {
    file = mapping.file
    line = mapping.line
    name = mapping.text("chart")
    title = mapping.text("title")
    kind = mapping.choice("kind", or: .column)
    selection = isOfTable ? Selection(mapping) : nil
    view = isOfTable ? nil : Identifier(mapping.text("view"))
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
