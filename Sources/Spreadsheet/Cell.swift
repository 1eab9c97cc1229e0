/// What a cell holds, as the file says it; nothing is guessed from text.
public enum CellValue: Hashable, Sendable {
  /// Text, never empty.
  case text(String)
  /// A number that is no date.
  case number(Double)
  /// A day and the seconds since its midnight: a number with a date format, or an ISO 8601 date.
  case date(CalendarDay, secondsOfDay: Int)
  /// A truth value.
  case boolean(Bool)
  /// An error such as `#REF!`, or ``noCachedResult``.
  case error(String)

  /// The error of a formula whose result was never saved.
  public static let noCachedResult = CellValue.error("no cached result")
}

/// One cell that is not empty.
public struct Cell: Hashable, Sendable {
  /// Where the cell is.
  public var reference: CellReference
  /// What the cell holds; for a formula, the result saved with it.
  public var value: CellValue
  /// Whether the value is the result of a formula.
  public var isFormula: Bool

  /// Makes a cell.
  public init(reference: CellReference, value: CellValue, isFormula: Bool = false) {
    self.reference = reference
    self.value = value
    self.isFormula = isFormula
  }
}

/// One row of a sheet or one record of a CSV file that has at least one cell.
public struct SheetRow: Hashable, Sendable {
  /// The row of the sheet, one-based; in a CSV file the line on which the record starts.
  public var number: Int
  /// Whether the row is hidden; always false in a CSV file.
  public var isHidden: Bool
  /// The cells that are not empty, in the order of their columns.
  public var cells: [Cell]

  /// The cell of a column, one-based.
  public func cell(inColumn column: Int) -> Cell? {
    // Without gaps before it, it stands where its number says, else further left.
    var index = min(column, cells.count) - 1
    while index >= 0, cells[index].reference.column > column { index -= 1 }
    return index >= 0 && cells[index].reference.column == column ? cells[index] : nil
  }

  /// Makes a row.
  public init(number: Int, isHidden: Bool = false, cells: [Cell]) {
    self.number = number
    self.isHidden = isHidden
    self.cells = cells
  }
}
