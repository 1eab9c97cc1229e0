import Spreadsheet

/// The one shape of all sheets but the cover: title, two lines of help, a link back, then one table.
struct TableSheet {
  struct Column {
    var header: String
    var width: Double
    var isNumber = false
  }

  var name: String
  var title: String
  var note: String
  /// The words of the link back.
  var contents = "Contents"
  var tableName: String
  var columns: [Column]
  var hasFilter = true
  /// Whether the header stays in view; in the public edition panes hinder readers.
  var staysInView = true
  /// Past these widths, in digits, what is printed on one page can not be read.
  private static let widthOfA4 = 190.0
  private static let widthOfA3 = 380.0
  /// What a page holds that is printed as large as it is, in digits.
  private static let roomOfA4 = 118.0

  static let headerRow = 5
  /// The row with the link back, and what must not be overlooked.
  static let linkRow = 4

  /// Headers wrap sooner than texts: a long one over short values would make a wide, empty column.
  static func width(ofHeader header: String) -> Double {
    ColumnWidth.fitting([header], isBold: true, atMost: 18) + 3
  }

  /// A text as wide as a number with its separators and decimals.
  static func room(for number: Double) -> String {
    let whole = DecimalText.shortest(number.magnitude.rounded()).count
    return String(repeating: "0", count: whole + whole / 3 + 4)
  }

  /// With lines held in memory, each as high as its texts need.
  func sheet(_ lines: [[OutputCell]]) -> Sheet {
    var sheet = frame(rowCount: lines.count)
    let shape = Shape(self)
    let body = lines.isEmpty ? [nothing] : lines.map(shape.line)
    sheet.rows = .rows(head + body)
    return sheet
  }

  /// With lines made while the workbook is written; those without links are poured.
  func sheet(
    rowCount: Int, hasLinks: Bool, producing produce: @escaping RowSource.Producer
  ) -> Sheet {
    guard rowCount > 0 else { return sheet([]) }
    var sheet = frame(rowCount: rowCount)
    let head = self.head
    let shape = Shape(self)
    let body: RowSource.Producer = { emit in
      try produce { line in try emit(shape.line(line.cells)) }
    }
    sheet.rows = hasLinks ? .produced(head: head, body) : .poured(head: head, count: rowCount, body)
    return sheet
  }

  /// In the first column of texts: formulas calculate with columns of numbers.
  private var nothing: SheetLine {
    let numbers = columns.prefix { $0.isNumber }.map { _ in OutputCell.blank() }
    return SheetLine(cells: numbers + [.text("none", .note)])
  }

  private func frame(rowCount: Int) -> Sheet {
    var sheet = Sheet(name: name)
    sheet.columnWidths = columns.map(\.width)
    if staysInView { sheet.frozenRows = Self.headerRow }
    sheet.isLandscape = true
    sheet.repeatedRows = Self.headerRow...Self.headerRow
    sheet.isA3 = width > Self.widthOfA4
    sheet.pagesAcross = pagesAcross
    let table = Table(
      name: tableName, firstRow: Self.headerRow, lastRow: Self.headerRow + max(1, rowCount),
      lastColumn: columns.count, headers: columns.map(\.header), hasAutoFilter: hasFilter)
    sheet.tables = [table]
    return sheet
  }

  private var width: Double { columns.map(\.width).reduce(0, +) }

  private var pagesAcross: Int { max(1, Int((width / Self.widthOfA3).rounded(.up))) }

  /// The help on two lines, so that it ends where the paper does.
  ///
  /// Further pages across repeat the first two columns, and with them only the first words.
  private var notes: [[OutputCell]] {
    let isSplit = pagesAcross > 1 && columns.count > 2
    let said = note.split(separator: ". ", maxSplits: isSplit ? 1 : 0).map(String.init)
    let before = isSplit ? columns.prefix(2).map(\.width).reduce(0, +) : 0
    let room = min(250, max(Self.roomOfA4, width / Double(pagesAcross)) - before)
    let rest = said.last ?? ""
    let first = Self.line(of: rest, within: room)
    let second = rest.dropFirst(first.count).trimmingPrefix { $0 == " " }
    guard said.count > 1 else {
      return [[.text(first, .note)], second.isEmpty ? [] : [.text(String(second), .note)]]
    }
    let indent: [OutputCell] = [.text(said[0] + ".", .note), .blank()]
    return [
      indent + [.text(first, .note)],
      second.isEmpty ? [] : [.blank(), .blank(), .text(String(second), .note)],
    ]
  }

  /// As many words as there is room for.
  private static func line(of text: String, within room: Double) -> String {
    var end = text.startIndex
    for word in text.split(separator: " ") {
      guard
        end == text.startIndex
          || ColumnWidth.fitting([String(text[..<word.endIndex])], atMost: 255) <= room
      else { break }
      end = word.endIndex
    }
    return String(text[..<end])
  }

  private var head: [SheetLine] {
    let notes = notes
    let headers = columns.map(\.header)
    // Filter buttons take some room of the header cells.
    let room = columns.map { $0.width - (hasFilter ? 3 : 0) }
    return [
      SheetLine(height: 24, cells: [.text(title, .title)]),
      SheetLine(height: 17, cells: notes[0]),
      SheetLine(height: notes[1].isEmpty ? 4 : 17, cells: notes[1]),
      SheetLine(height: 20, cells: [.toContents(contents)]),
      SheetLine(
        height: RowHeight.fitting(headers, widths: room, isBold: true, adding: 4),
        cells: columns.indices.map { .text(columns[$0].header, headerStyle($0)) }),
    ]
  }

  /// Aligned as its column.
  private func headerStyle(_ index: Int) -> CellStyle {
    if columns[index].isNumber { return .numberHeader }
    return isTextAfterNumber(index) ? CellStyle.header.indented : .header
  }

  /// Such a text keeps some distance.
  private func isTextAfterNumber(_ index: Int) -> Bool {
    index > 0 && index < columns.count && !columns[index].isNumber && columns[index - 1].isNumber
  }

  /// What all lines have in common, found out once.
  private struct Shape {
    let widths: [Double]
    let isTextAfterNumber: [Bool]
    private static let air = 4.0
    private static let twoLines = RowHeight.fitting(["a\na"], widths: [9], adding: air)

    init(_ table: TableSheet) {
      widths = table.columns.map(\.width)
      isTextAfterNumber = table.columns.indices.map(table.isTextAfterNumber)
    }

    func line(_ cells: [OutputCell]) -> SheetLine {
      var cells = cells
      var texts: [String] = []
      texts.reserveCapacity(cells.count)
      for index in cells.indices {
        switch cells[index] {
        case .text(let text, let style):
          if index < isTextAfterNumber.count, isTextAfterNumber[index] {
            cells[index] = .text(text, style.indented)
          }
          texts.append(style.wraps ? text : "")
        case .link(let target, let text, let style):
          if index < isTextAfterNumber.count, isTextAfterNumber[index] {
            cells[index] = .link(to: target, text: text, style.indented)
          }
          texts.append(text)
        default: texts.append("")
        }
      }
      let height = RowHeight.fitting(texts, widths: widths, adding: Self.air)
      // Short lines keep some air under the line of the header, on every page; where there is more
      // to read, it begins at the top.
      return SheetLine(height: height, isCentred: height <= Self.twoLines, cells: cells)
    }
  }
}

extension Sheet {
  /// What kinds of sheets there are, each with a colour of its tab.
  enum Kind: UInt32 {
    case figures = 0x1F4E79
    case charts = 0x2E75B6
    case words = 0x7F7F7F
    case quality = 0xBF9000
    case data = 0xBFBFBF
  }

  func tabbed(_ kind: Kind) -> Sheet {
    var sheet = self
    sheet.tabColour = kind.rawValue
    return sheet
  }

  /// With a line of warning beside the link back.
  func saying(_ warning: String) -> Sheet {
    let place = TableSheet.linkRow - 1
    // Further pages across repeat two columns, and would cut it off there.
    let isSplit = pagesAcross > 1 && columnWidths.count > 2
    let marked = { (line: SheetLine) -> SheetLine in
      var line = line
      if isSplit { line.cells.append(.blank()) }
      line.cells.append(.text(warning, .warning))
      return line
    }
    var sheet = self
    var head = rows.head
    if head.indices.contains(place) { head[place] = marked(head[place]) }
    sheet.rows.head = head
    return sheet
  }
}

extension CellStyle {
  /// What must not be overlooked; 8:1 on white.
  static let warning = CellStyle(isBold: true, fontColour: 0x9C0006)
}

extension OutputCell {
  static let backToContents = toContents("Contents")

  static func toContents(_ words: String) -> OutputCell {
    .link(to: .sheet("Contents", .init(row: 1, column: 1)), text: words, .link)
  }

  /// A link to the top of a sheet, under its name.
  static func link(toSheet name: String) -> OutputCell {
    .link(to: .sheet(name, .init(row: 1, column: 1)), text: name, .link)
  }
}
