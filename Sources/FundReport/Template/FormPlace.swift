import Spreadsheet

/// Where the fields of a source stand in a form: formulas and drop-down lists lead there.
struct FormPlace {
  var source: SourceDefinition
  var sheet: String
  /// Rows to fill in (tables), one-based.
  var rows: ClosedRange<Int>
  /// First column of each field of a table, or row of each answer of a form.
  var position: [Identifier: Int]

  /// The cells of a field: a column, or one answer; nil for a field this form does not ask for.
  func range(of field: Identifier) -> String? {
    guard let position = position[field] else { return nil }
    guard source.layout == .table else { return "\(sheet.asSheetReference)!$B$\(position)" }
    return range(column: position)
  }

  private func range(column: Int) -> String {
    let letters = CellReference.columnName(column)
    return "\(sheet.asSheetReference)!$\(letters)$\(rows.lowerBound):$\(letters)$\(rows.upperBound)"
  }

  /// The ranges of all columns, those of lists included.
  private var columns: [String] {
    source.fields.flatMap { field in
      (position[field.name].map { first in
        (0..<field.columnCount).map { range(column: first + $0) }
      }) ?? []
    }
  }

  private var required: [String] {
    source.fields.filter(\.isRequired).compactMap { range(of: $0.name) }
  }

  /// A formula for the number of rows in which anything stands.
  var rowCount: String { "SUMPRODUCT(--(\(filled(columns))>0))" }

  /// A formula for the number of required cells still empty, in rows in which anything stands.
  var gapCount: String {
    guard source.layout == .table else {
      return "(" + required.map { "(\($0)=\"\")*1" }.joined(separator: "+") + ")"
    }
    return "SUMPRODUCT((\(filled(columns))>0)*(\(required.count)-(\(filled(required)))))"
  }

  private func filled(_ ranges: [String]) -> String {
    "(" + ranges.map { "(\($0)<>\"\")" }.joined(separator: "+") + ")"
  }
}
