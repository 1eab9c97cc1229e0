import Spreadsheet

/// A sheet as it was submitted, with the cells that findings are about marked and commented.
struct SubmittedSheet {
  var name: String
  var rows: [SheetRow]
  /// The row with the headings of a table.
  var headerRow: Int?
  var findings: [Finding]
  /// The word for a cell with a finding that stands first in its remark.
  var words: (Finding) -> String

  /// What a sheet that goes back shows of long ones; findings further down have no link.
  static let lastRow = 20_000
  private static let lastColumn = 256
  private static let longestText = 4_000
  /// About six lines of text; what is longer is read in its cell.
  private static let highestRow = 96.0

  /// Whether a finding's cell is shown.
  static func shows(_ finding: Finding) -> Bool {
    guard let row = finding.row, let column = finding.column else { return false }
    return 1...lastRow ~= row && 1...lastColumn ~= column
  }

  func sheet() -> Sheet {
    var marked: [CellReference: [Finding]] = [:]
    for finding in findings where Self.shows(finding) {
      guard let row = finding.row, let column = finding.column else { continue }
      marked[CellReference(row: row, column: column), default: []].append(finding)
    }
    var sheet = Sheet(name: name)
    sheet.isLandscape = true
    let last = max(lastFilledRow, marked.keys.map(\.row).max() ?? 0)
    let byNumber = Dictionary(rows.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    sheet.columnWidths = columnWidths
    let markedInRow = Dictionary(grouping: marked.keys, by: \.row)
    let lines = (1...max(1, min(last, Self.lastRow))).map { number in
      line(byNumber[number], number, markedInRow[number] ?? [], sheet.columnWidths)
    }
    sheet.rows = .rows(lines)
    sheet.frozenRows = min(headerRow ?? 0, 20)
    sheet.repeatedRows = headerRow.map { $0...$0 }
    sheet.spreadOverPages()
    sheet.comments = marked.sorted { $0.key < $1.key }.map { place, findings in
      let texts = findings.map { "\(words($0)) \($0.rule): \($0.message)" }
      return CellComment(
        cell: place, text: shortened(texts.joined(separator: "\n")))
    }
    return sheet
  }

  /// The last row in which more stands than the number a form gives its rows.
  private var lastFilledRow: Int {
    rows.last { row in
      let filled = row.cells.filter { !CellText.isBlank($0.value) }
      guard let only = filled.first, filled.count == 1, only.reference.column == 1 else {
        return !filled.isEmpty
      }
      if case .number = only.value { return false }
      return true
    }?.number ?? 0
  }

  private var columnWidths: [Double] {
    var widths: [Int: Double] = [:]
    // Few columns leave more room for long texts.
    let columns = rows.map { $0.cells.last?.reference.column ?? 1 }.max() ?? 1
    let widest = min(70, max(30, 240 / Double(columns)))
    // A title above the table says nothing about the width of its column.
    for row in rows where row.cells.count > 1 {
      for cell in row.cells where cell.reference.column <= Self.lastColumn {
        let width = ColumnWidth.fitting(
          [CellText.shown(cell.value)], isBold: true, atMost: widest)
        let column = cell.reference.column
        widths[column] = min(widest, max(widths[column] ?? 10, width))
      }
    }
    return (1...max(1, widths.keys.max() ?? 1)).map { widths[$0] ?? 12 }
  }

  private func line(
    _ row: SheetRow?, _ number: Int, _ marked: [CellReference], _ widths: [Double]
  ) -> SheetLine {
    var cells: [Int: OutputCell] = [:]
    var texts = Array(repeating: "", count: widths.count)
    let isAlone = (row?.cells.count ?? 0) <= 1
    for cell in row?.cells ?? [] where cell.reference.column <= Self.lastColumn {
      let isMarked = marked.contains(cell.reference)
      let style: CellStyle =
        isMarked ? .markedCell : isAlone ? .oneLine : number == headerRow ? .formHeader : .body
      let column = cell.reference.column
      cells[column] = output(cell.value, style)
      if !isAlone, column <= texts.count { texts[column - 1] = CellText.shown(cell.value) }
    }
    for place in marked where cells[place.column] == nil {
      cells[place.column] = .blank(.markedCell)
    }
    guard let last = cells.keys.max() else { return SheetLine() }
    let height = RowHeight.fitting(texts, widths: widths, isBold: true, adding: 3)
    return SheetLine(
      height: min(Self.highestRow, height), cells: (1...last).map { cells[$0] ?? .blank() })
  }

  private func shortened(_ text: String) -> String {
    StoredText.fitting(text.shortened(to: Self.longestText))
  }

  private func output(_ value: CellValue, _ look: CellStyle) -> OutputCell {
    var style = look.centred
    switch value {
    case .number(let number) where number.isFinite:
      style.numberFormat = "General"
      return .number(number, style)
    case .date(let day, 0) where (1900...9999).contains(day.year):
      style.numberFormat = "yyyy-mm-dd"
      return .date(day, style)
    case .boolean(let flag): return .boolean(flag, style)
    case .text, .number, .date, .error:
      style.numberFormat = "@"
      return .text(shortened(CellText.shown(value)), style)
    }
  }
}

extension CellStyle {
  /// A cell with something to mend: filled, framed and bold, so that it is not seen by colour alone.
  static let markedCell = CellStyle(
    isBold: true, wraps: true, horizontal: .left, vertical: .centre, fill: 0xFFE699,
    border: .thinAll)
}
