/// Reads rows in the one plain shape in which spreadsheet programs write most of them, without a
/// parser of XML: several times faster than one.
///
/// A row has a number and its cells, each with its reference, in their order; a cell holds at most
/// a value and a formula, in printable ASCII without entities. All else is no error here but
/// ``Outcome/unusual``, and left to the parser from the start of that row.
struct PlainRows {
  enum Outcome {
    /// A whole row; nil where no cell of it holds something.
    case row(SheetRow?)
    /// The end tag of the sheet's data comes next.
    case end
    /// The row goes on past the bytes that are there.
    case incomplete
    case unusual
  }

  private let content: SheetContent
  private let limits: ReadingLimits
  private(set) var lastRow = 0
  private(set) var cellCount = 0
  /// Line feeds passed, for the parser's messages.
  var lines: Int { tags.lines }
  private var tags: PlainTags
  private var columnsOfLastRow = 0

  /// - Parameter head: The sheet up to its rows, which the parser has accepted.
  init(_ content: SheetContent, after head: Span<UInt8>, limits: ReadingLimits) {
    self.content = content
    self.limits = limits
    tags = PlainTags(declaresDescent: head.firstIndex(of: "xmlns:x14ac=") != nil)
  }

  /// Reads the next row and moves behind it; leaves everything as it was where there is none.
  mutating func next(in bytes: Span<UInt8>, from position: inout Int) -> Outcome {
    var end = position
    let (linesBefore, cellsBefore) = (tags.lines, cellCount)
    do throws(PlainTags.Leave) {
      try tags.skipSpace(bytes, &end)
      if try tags.takes("</sheetData>", bytes, &end) {
        tags.lines = linesBefore
        return .end
      }
      let row = try row(bytes, &end)
      position = end
      return .row(row)
    } catch {
      (tags.lines, cellCount) = (linesBefore, cellsBefore)
      return error == .incomplete ? .incomplete : .unusual
    }
  }

  // MARK: - Rows and cells

  private mutating func row(
    _ bytes: Span<UInt8>, _ next: inout Int
  ) throws(PlainTags.Leave) -> SheetRow? {
    guard try tags.takes("<row", bytes, &next) else { throw .unusual }
    let attributes = try tags.attributes(bytes, &next)
    guard let written = attributes.reference, let number = PlainNumber.index(bytes, written),
      number > lastRow, number <= CellReference.lastRow
    else { throw .unusual }
    var isHidden = false
    if let hidden = attributes.hidden {
      guard let flag = PlainNumber.index(bytes, hidden), flag < 2 else { throw .unusual }
      isHidden = flag == 1
    }
    var cells: [Cell] = []
    if !attributes.isEmpty {
      cells.reserveCapacity(columnsOfLastRow)
      var lastColumn = 0
      while true {
        try tags.skipSpace(bytes, &next)
        if try tags.takes("</row>", bytes, &next) { break }
        try cell(bytes, &next, row: number, &lastColumn, &cells)
      }
    }
    lastRow = number
    columnsOfLastRow = cells.count
    return cells.isEmpty ? nil : SheetRow(number: number, isHidden: isHidden, cells: cells)
  }

  private mutating func cell(
    _ bytes: Span<UInt8>, _ next: inout Int, row: Int, _ lastColumn: inout Int,
    _ cells: inout [Cell]
  ) throws(PlainTags.Leave) {
    guard try tags.takes("<c", bytes, &next) else { throw .unusual }
    let attributes = try tags.attributes(bytes, &next)
    cellCount += 1
    guard cellCount <= limits.cellsPerSheet, let written = attributes.reference,
      let column = PlainNumber.column(bytes, written, row: row), column > lastColumn
    else { throw .unusual }
    lastColumn = column
    let type = try type(bytes, attributes.type)
    if attributes.isEmpty { return }

    var value: Range<Int>?
    var isFormula = false
    while true {
      try tags.skipSpace(bytes, &next)
      if try tags.takes("</c>", bytes, &next) { break }
      if try tags.takes("<v>", bytes, &next), value == nil {
        value = try tags.plainText(bytes, &next)
        guard try tags.takes("</v>", bytes, &next) else { throw .unusual }
      } else if try tags.takes("<f>", bytes, &next), !isFormula {
        isFormula = true
        _ = try tags.plainText(bytes, &next)
        guard try tags.takes("</f>", bytes, &next) else { throw .unusual }
      } else {
        throw .unusual
      }
    }
    guard let found = try self.value(bytes, value, type, attributes.style, isFormula) else {
      return
    }
    cells.append(
      Cell(
        reference: CellReference(row: row, column: column), value: found, isFormula: isFormula))
  }

  private func type(_ bytes: Span<UInt8>, _ written: Range<Int>?) throws(PlainTags.Leave)
    -> CellType
  {
    guard let written else { return .number }
    guard written.count == 1 else { throw .unusual }
    switch bytes[written.lowerBound] {
    case UInt8(ascii: "s"): return .sharedText
    case UInt8(ascii: "n"): return .number
    default: throw .unusual
    }
  }

  private func value(
    _ bytes: Span<UInt8>, _ value: Range<Int>?, _ type: CellType, _ styleText: Range<Int>?,
    _ isFormula: Bool
  ) throws(PlainTags.Leave) -> CellValue? {
    var style = 0
    if let styleText {
      guard let number = PlainNumber.index(bytes, styleText) else { throw .unusual }
      style = number
    }
    guard let value, !value.isEmpty else { return isFormula ? .noCachedResult : nil }
    // White space around a number is the parser's.
    guard bytes[value.lowerBound] > 0x20, bytes[value.upperBound - 1] > 0x20 else {
      throw .unusual
    }
    if type == .sharedText {
      guard let index = PlainNumber.index(bytes, value), index < content.strings.count else {
        throw .unusual
      }
      let text = content.strings[index]
      return text.isEmpty ? nil : .text(text)
    }
    guard let number = PlainNumber.number(bytes, value) else { throw .unusual }
    return content.value(of: number, style: style)
  }
}
