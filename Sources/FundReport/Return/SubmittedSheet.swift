import Spreadsheet

/// A sheet as it was submitted, with the cells that findings are about marked and commented.
struct SubmittedSheet {
  var name: String
  var rows: [SheetRow]
  var findings: [Finding]
  /// The word for a cell with a finding that stands first in its remark.
  var words: (Finding) -> String

  /// What a sheet that goes back shows of long ones; findings further down have no link.
  static let lastRow = 20_000
  private static let lastColumn = 256
  private static let longestText = 4_000

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
    let last = max(rows.last?.number ?? 0, marked.keys.map(\.row).max() ?? 0)
    let byNumber = Dictionary(rows.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    var widths: [Int: Double] = [:]
    let lines = (1...max(1, min(last, Self.lastRow))).map { number in
      line(byNumber[number], number, marked, &widths)
    }
    sheet.rows = .rows(lines)
    sheet.columnWidths = (1...max(1, widths.keys.max() ?? 1)).map { widths[$0] ?? 12 }
    sheet.comments = marked.sorted { $0.key < $1.key }.map { place, findings in
      let texts = findings.map { "\(words($0)) \($0.rule): \($0.message)" }
      return CellComment(
        cell: place, text: shortened(texts.joined(separator: "\n")))
    }
    return sheet
  }

  private func line(
    _ row: SheetRow?, _ number: Int, _ marked: [CellReference: [Finding]],
    _ widths: inout [Int: Double]
  ) -> SheetLine {
    var cells: [Int: OutputCell] = [:]
    for cell in row?.cells ?? [] where cell.reference.column <= Self.lastColumn {
      cells[cell.reference.column] = output(cell.value, isMarked: marked[cell.reference] != nil)
      let width = ColumnWidth.fitting([CellText.shown(cell.value)], atMost: 24)
      // A title above the table says nothing about the width of its column.
      if (row?.cells.count ?? 0) > 1 {
        widths[cell.reference.column] = min(30, max(widths[cell.reference.column] ?? 10, width))
      }
    }
    for place in marked.keys where place.row == number && cells[place.column] == nil {
      cells[place.column] = .blank(.markedCell)
    }
    guard let last = cells.keys.max() else { return SheetLine() }
    return SheetLine(cells: (1...last).map { cells[$0] ?? .blank() })
  }

  private func shortened(_ text: String) -> String {
    StoredText.fitting(text.shortened(to: Self.longestText))
  }

  private func output(_ value: CellValue, isMarked: Bool) -> OutputCell {
    var style = CellStyle.oneLine
    if isMarked { style = .markedCell }
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
    isBold: true, horizontal: .left, fill: 0xFFE699, border: .thinAll)
}
