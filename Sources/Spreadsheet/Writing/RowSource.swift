/// Where the lines of a sheet come from.
public enum RowSource {
  /// Lines held in memory.
  case rows([SheetLine])
  /// Lines made one by one while the workbook is written, for long data sheets.
  case produced((_ emit: (SheetLine) throws -> Void) throws -> Void)
}

/// One row of a sheet.
public struct SheetLine: Hashable, Sendable {
  /// The height in points; nil lets Excel choose, see ``RowHeight``.
  public var height: Double?
  /// Whether all cells are set between the edges of the row, whatever their looks say.
  public var isCentred = false
  /// The cells from column A.
  public var cells: [OutputCell]

  /// Describes a row.
  public init(height: Double? = nil, isCentred: Bool = false, cells: [OutputCell] = []) {
    self.height = height
    self.isCentred = isCentred
    self.cells = cells
  }
}
