/// An area of a sheet marked as a table, with one header row and at least one row below it.
public struct Table: Hashable, Sendable {
  /// How the table looks before the styles of its cells.
  public enum Style: Hashable, Sendable {
    /// As its cells say.
    case none
    /// Thin rules and light bands ("Table Style Light 1").
    case light
  }

  /// The name, unique in the workbook: a letter or `_`, then letters, digits, `_` and dots.
  public var name: String
  /// The header row and the rows below it.
  public var area: CellArea
  /// The texts of the header row, unique whatever the case.
  ///
  /// The header cells must say the same: give them with their styles among the rows.
  public var headers: [String]
  /// Whether the header cells carry filter buttons.
  public var hasAutoFilter: Bool
  /// How the table looks.
  public var style: Style

  /// Describes a table whose first row is its header row; all bounds are one-based.
  public init(
    name: String, firstRow: Int, lastRow: Int, firstColumn: Int = 1, lastColumn: Int,
    headers: [String], hasAutoFilter: Bool = false, style: Style = .none
  ) {
    self.name = name
    self.area = CellArea(
      rows: firstRow...max(firstRow, lastRow), columns: firstColumn...max(firstColumn, lastColumn))
    self.headers = headers
    self.hasAutoFilter = hasAutoFilter
    self.style = style
  }
}
