/// What the cells of all sheets of a workbook refer to.
struct SheetContent: Sendable {
  var dateSystem: DateSystem
  var styles: CellStyles
  var strings: [String]
}

/// Turns the XML of one sheet into rows.
final class SheetScanner: XMLHandler {
  /// The cell being read when a reason about cells was thrown.
  private(set) var cellAtFault: CellReference?

  private let content: SheetContent
  private let limits: ReadingLimits

  private var hasData = false
  private var isInData = false
  private var rows: [SheetRow] = []
  private var row: OpenRow?
  private var lastRow = 0
  private var cell: OpenCell?
  private var cellCount = 0

  init(_ content: SheetContent, limits: ReadingLimits) {
    self.content = content
    self.limits = limits
  }

  /// Gives the rows finished since the last call.
  func takeRows() -> [SheetRow] {
    defer { rows.removeAll(keepingCapacity: true) }
    return rows
  }

  /// Refuses a finished sheet that has no place for cells, rather than take it for a blank one.
  func requireData(in part: String) throws(SpreadsheetError.Reason) {
    guard hasData else { throw .missingPart("the cells of \(part)") }
  }

  /// Whether a row may come next.
  var awaitsRow: Bool { isInData && row == nil }

  /// Goes on behind rows that were read elsewhere.
  func goOn(afterRow row: Int, cells: Int) {
    lastRow = row
    cellCount = cells
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError.Reason) {
    if cell != nil {
      cell?.start(name, attributes)
    } else if row != nil {
      if name == "c" { try startCell(attributes) }
    } else if isInData {
      if name == "row" { try startRow(attributes) }
    } else if name == "sheetData" {
      hasData = true
      isInData = true
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError.Reason) {
    guard cell != nil else { return }
    do {
      try cell?.append(bytes, limits: limits)
    } catch {
      throw refusal(error)
    }
  }

  func end(_ name: XMLName) throws(SpreadsheetError.Reason) {
    if cell != nil {
      if name == "c" { try endCell() } else { cell?.end(name) }
    } else if row != nil {
      if name == "row" { endRow() }
    } else if name == "sheetData" {
      isInData = false
    }
  }

  // MARK: - Rows

  private func startRow(_ attributes: XMLAttributes) throws(SpreadsheetError.Reason) {
    let text = attributes["r"]
    let number = text.map { Int($0) ?? 0 } ?? lastRow + 1
    guard (1...CellReference.lastRow).contains(number) else {
      throw .malformedValue(
        found: text ?? "\(number)", expected: "a row number from 1 to \(CellReference.lastRow)")
    }
    guard number > lastRow else {
      throw .outOfOrder("row \(number) stands after row \(lastRow)")
    }
    row = OpenRow(
      number: number, isNumbered: text != nil, isHidden: attributes.isTrue("hidden"))
    lastRow = number
  }

  private func endRow() {
    if let row, !row.cells.isEmpty {
      rows.append(SheetRow(number: row.number, isHidden: row.isHidden, cells: row.cells))
    }
    row = nil
  }

  // MARK: - Cells

  private func startCell(_ attributes: XMLAttributes) throws(SpreadsheetError.Reason) {
    guard var row else { return }
    cellCount += 1
    guard cellCount <= limits.cellsPerSheet else {
      throw .tooLarge(what: "the cells of the sheet", limit: limits.cellsPerSheet)
    }
    let reference = try place(attributes, in: &row)
    row.lastColumn = reference.column
    self.row = row
    do {
      cell = try OpenCell(reference: reference, attributes)
    } catch {
      cellAtFault = reference
      throw error
    }
  }

  /// Where a cell is: where it says, else after the one before it.
  private func place(
    _ attributes: XMLAttributes, in row: inout OpenRow
  ) throws(SpreadsheetError.Reason) -> CellReference {
    guard let written = attributes.bytes("r") else {
      let next = CellReference(row: row.number, column: row.lastColumn + 1)
      guard next.column <= CellReference.lastColumn else {
        throw .outOfOrder("row \(row.number) has more than \(CellReference.lastColumn) cells")
      }
      return next
    }
    guard let reference = CellReference(ascii: written) else {
      throw .malformedValue(
        found: String(decoding: written, as: UTF8.self), expected: "a cell reference such as B12")
    }
    if !row.isNumbered, row.lastColumn == 0, reference.row > row.number {
      row.number = reference.row
      lastRow = reference.row
    }
    guard reference.row == row.number else {
      throw .outOfOrder("cell \(reference) stands in row \(row.number)")
    }
    guard reference.column > row.lastColumn else {
      let last = CellReference(row: row.number, column: row.lastColumn)
      throw .outOfOrder("cell \(reference) stands after cell \(last)")
    }
    return reference
  }

  private func endCell() throws(SpreadsheetError.Reason) {
    guard var finished = cell else { return }
    do {
      if let value = try finished.value(in: content) {
        row?.cells.append(
          Cell(reference: finished.reference, value: value, isFormula: finished.isFormula))
      }
    } catch {
      throw refusal(error)
    }
    cell = nil
  }

  private func refusal(_ reason: SpreadsheetError.Reason) -> SpreadsheetError.Reason {
    cellAtFault = cell?.reference
    return reason
  }
}

/// A row whose end has not come yet.
private struct OpenRow {
  var number: Int
  /// Whether the row itself says its number.
  var isNumbered: Bool
  var isHidden: Bool
  var lastColumn = 0
  var cells: [Cell] = []
}
