/// Reads the rows of one sheet piece by piece; the sheet is never in memory as a whole.
///
/// The parser of XML reads what stands before and after the rows; the rows themselves are read as
/// ``PlainRows`` up to the first unusual one, from which on the parser reads those, too.
final class SheetStream {
  private enum Phase {
    case head, rows(PlainRows), parsed
  }

  private static let firstTag: StaticString = "<sheetData>"
  /// A row of more bytes is the parser's, which goes on where a piece ends.
  private static let longestRow = 1 << 18

  /// The cell being read when a reason about cells was thrown.
  var cellAtFault: CellReference? { scanner.cellAtFault }

  private let source: ZipEntryReader
  private let parser: XMLStream
  private let scanner: SheetScanner
  private let content: SheetContent
  private let limits: ReadingLimits
  private var phase = Phase.head
  private var piece = [UInt8](repeating: 0, count: ZipEntryReader.pieceSize)
  /// What was inflated and not yet read.
  private var waiting: [UInt8] = []
  private var isAtEnd = false
  private var linesSkipped = 0

  init(
    _ source: ZipEntryReader, _ content: SheetContent, limits: ReadingLimits
  ) throws(SpreadsheetError.Reason) {
    self.source = source
    self.content = content
    self.limits = limits
    scanner = SheetScanner(content, limits: limits)
    parser = try XMLStream(part: source.entry.name, to: scanner, limits: limits)
  }

  /// The rows of the next piece; nil after the last.
  func rows() throws(SpreadsheetError.Reason) -> [SheetRow]? {
    guard !isAtEnd else { return nil }
    let count = try source.read(into: &piece)
    isAtEnd = count == 0
    // Lent to each in turn, which may not look at it otherwise.
    var waiting: [UInt8] = []
    swap(&waiting, &self.waiting)
    defer { swap(&waiting, &self.waiting) }
    waiting.append(contentsOf: piece[..<count])
    var rows: [SheetRow] = []
    if case .head = phase { try readHead(&waiting) }
    if case .rows(let plain) = phase { try read(plain, &waiting, into: &rows) }
    if case .parsed = phase {
      try parse(&waiting, waiting.count)
      rows += scanner.takeRows()
    }
    if isAtEnd { try scanner.requireData(in: source.entry.name) }
    return rows
  }

  /// Has the parser read up to the first row.
  private func readHead(_ waiting: inout [UInt8]) throws(SpreadsheetError.Reason) {
    guard let start = waiting.span.firstIndex(of: Self.firstTag) else {
      if isAtEnd {
        phase = .parsed
      } else {
        // The tag may go on in the next piece.
        try parse(&waiting, max(0, waiting.count - Self.firstTag.utf8CodeUnitCount))
      }
      return
    }
    let end = start + Self.firstTag.utf8CodeUnitCount
    let plain = PlainRows(content, after: waiting.span.extracting(first: end), limits: limits)
    try parse(&waiting, end)
    phase = scanner.awaitsRow ? .rows(plain) : .parsed
  }

  private func read(
    _ plain: PlainRows, _ waiting: inout [UInt8], into rows: inout [SheetRow]
  ) throws(SpreadsheetError.Reason) {
    var plain = plain
    var position = 0
    reading: while true {
      switch plain.next(in: waiting.span, from: &position) {
      case .row(let row):
        if let row { rows.append(row) }
        continue
      case .incomplete where !isAtEnd && waiting.count - position < Self.longestRow:
        phase = .rows(plain)
      case .incomplete, .unusual, .end:
        phase = .parsed
        scanner.goOn(afterRow: plain.lastRow, cells: plain.cellCount)
      }
      break
    }
    linesSkipped = plain.lines
    waiting.removeFirst(position)
  }

  /// Has the parser read the first of the bytes that wait.
  private func parse(
    _ waiting: inout [UInt8], _ count: Int
  ) throws(SpreadsheetError.Reason) {
    try parser.feed(
      waiting.span.extracting(first: count), isLast: isAtEnd && count == waiting.count,
      linesBefore: linesSkipped)
    waiting.removeFirst(count)
  }
}
