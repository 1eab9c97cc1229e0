/// An area marked as a table.
struct InspectedTable {
  var name: String
  var area: CellArea
  var hasHeaderRow: Bool
  /// The headers as the table lists them.
  var headers: [String]
  var hasFilter: Bool
  /// Columns that hold a number or a mark in its place.
  var valueColumns: Set<Int> = []
  var hasFormulas = false
  var hasMarks = false

  /// The rows below the header.
  var bodyRows: Range<Int> {
    let first = area.rows.lowerBound + (hasHeaderRow ? 1 : 0)
    return first..<max(first, area.rows.upperBound + 1)
  }

  /// The text over a column.
  func header(_ column: Int) -> String {
    let index = column - area.columns.lowerBound
    return headers.indices.contains(index) ? headers[index] : ""
  }

  /// Notes what its columns hold.
  mutating func survey(_ rows: [InspectedRow]) {
    for row in rows where bodyRows.contains(row.number) {
      for cell in row.cells where area.columns.contains(cell.reference.column) {
        if cell.formula != nil { hasFormulas = true }
        if cell.isMark { hasMarks = true }
        if cell.number != nil || cell.isMark { valueColumns.insert(cell.reference.column) }
      }
    }
  }
}

extension CellArea {
  func contains(_ cell: CellReference) -> Bool {
    rows.contains(cell.row) && columns.contains(cell.column)
  }

  /// Reads `A4:C20`, or `B2` for one cell.
  init?(_ text: String) {
    let corners = text.split(separator: ":").compactMap { CellReference(String($0)) }
    guard let first = corners.first, let last = corners.last, first.row <= last.row,
      first.column <= last.column
    else { return nil }
    self.init(rows: first.row...last.row, columns: first.column...last.column)
  }

  var firstCell: CellReference {
    CellReference(row: rows.lowerBound, column: columns.lowerBound)
  }
}
