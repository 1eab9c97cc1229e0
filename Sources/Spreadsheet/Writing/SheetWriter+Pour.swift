import CXLSXWriter

extension SheetWriter {
  /// How many bytes of rows are worth handing over.
  private static let pieceSize = 1 << 18

  /// Writes the part of a sheet: what stands before its poured lines, the lines, and the rest.
  ///
  /// - Parameter around: the part as libxlsxwriter writes it without those lines.
  mutating func pour(into package: PackageWriter, around: [UInt8]) throws(SpreadsheetError) {
    guard case .poured(_, let count, let produce) = sheet.rows else { return }
    let lastRow = rowCount + count
    let (before, after) = Self.split(String(decoding: around, as: UTF8.self), lastRow, sheet)
    package.append(Array(before.utf8))
    var text = SheetText()
    do {
      try produce { line in
        try pour(line, into: &text)
        if text.bytes.count >= Self.pieceSize { package.append(text.take()) }
      }
    } catch {
      throw self.error(from: error)
    }
    guard rowCount == lastRow else {
      let poured = count - (lastRow - rowCount)
      throw error(.layout("\(poured) lines were poured; expected \(count)"))
    }
    package.append(text.take())
    package.append(Array(after.utf8))
  }

  /// Parts the XML of a sheet behind its last row, and has it say where the sheet ends.
  private static func split(_ xml: String, _ lastRow: Int, _ sheet: Sheet) -> (String, String) {
    let end = "</sheetData>"
    let xml = xml.replacing("<sheetData/>", with: "<sheetData>" + end)
      .replacing(#/<dimension ref="[A-Z0-9]+(?::(?<last>[A-Z0-9]+))?"/#) { match in
        let head = match.last.flatMap { CellReference(String($0)) }?.column ?? 1
        let last = CellReference(row: lastRow, column: max(head, sheet.columnWidths.count))
        return "<dimension ref=\"A1:\(last)\""
      }
    guard let place = xml.firstRange(of: end)?.lowerBound else { return (xml, "") }
    return (String(xml[..<place]), String(xml[place...]))
  }

  private mutating func pour(
    _ line: SheetLine, into text: inout SheetText
  ) throws(SpreadsheetError) {
    let row = try begin(line)
    text.openRow(row, height: line.height)
    for (index, cell) in line.cells.enumerated() {
      try pour(cell, at: CellReference(row: row, column: index + 1), into: &text)
    }
    text.closeRow()
  }

  private mutating func pour(
    _ cell: OutputCell, at place: CellReference, into text: inout SheetText
  ) throws(SpreadsheetError) {
    guard let style = cell.style else { return }
    let column = place.column
    let format = Int(lxw_format_get_xf_index(try format(style, of: cell, at: place)))
    switch cell {
    case .blank: text.blank(column: column, format: format)
    case .text(let words, _):
      text.text(try storedText(words, at: place), column: column, format: format)
    case .number(let number, _):
      try requireFinite(number, at: place)
      text.number(number, column: column, format: format)
    case .date(let day, _):
      try requireStorable(day, at: place)
      text.number(Double(day.serial), column: column, format: format)
    case .boolean(let value, _): text.boolean(value, column: column, format: format)
    case .formula, .arrayFormula, .link:
      throw error(.layout("a formula or link is in a line that is poured"), at: place)
    }
  }
}
