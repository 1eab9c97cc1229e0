import CXLSXWriter

/// Writes one sheet of an open workbook.
///
/// Lives inside ``Workbook/write(to:)``, and the handles with it.
struct SheetWriter {
  let sheet: Sheet
  let worksheet: UnsafeMutablePointer<lxw_worksheet>
  let formats: FormatCache
  /// The names of all sheets in lower case, to check links against.
  let sheetNames: Set<String>
  let file: String

  var linkCount = 0
  /// The tables whose header is still to come, by the row it is on, one-based.
  private var headerTables: [Int: [Table]]
  /// The looks of the header cells met, by table name.
  var headerStyles: [String: [CellStyle?]] = [:]
  /// Per column, the rows between which texts look like numbers.
  var numericTexts: [Int: ClosedRange<Int>] = [:]
  private(set) var rowCount = 0
  /// The look of the cell above, per column: most cells share it.
  var lastLooks: [Look?] = []
  /// Whether the cells of the row are set between its edges.
  var isCentred = false

  struct Look {
    var style: CellStyle
    var isLink: Bool
    var isCentred: Bool
    var format: UnsafeMutablePointer<lxw_format>
  }

  init(
    sheet: Sheet, worksheet: UnsafeMutablePointer<lxw_worksheet>, formats: FormatCache,
    sheetNames: Set<String>, file: String
  ) {
    self.sheet = sheet
    self.worksheet = worksheet
    self.formats = formats
    self.sheetNames = sheetNames
    self.file = file
    headerTables = Dictionary(grouping: sheet.tables, by: \.area.rows.lowerBound)
  }

  /// Writes the layout, the rows, and then what lies over the rows.
  mutating func write() throws(SpreadsheetError) {
    try writeLayout()
    for line in sheet.rows.head { try write(line) }
    if case .produced(_, let produce) = sheet.rows {
      do {
        try produce { line in try write(line) }
      } catch {
        throw self.error(from: error)
      }
    }
    for table in sheet.tables { try add(table) }
    try writeOverlays()
  }

  /// What a producer of lines threw; what is not of ours is quoted.
  func error(from producer: any Error) -> SpreadsheetError {
    producer as? SpreadsheetError ?? error(.producer(String(describing: producer)))
  }

  private mutating func write(_ line: SheetLine) throws(SpreadsheetError) {
    let row = try begin(line)
    if let height = line.height {
      try require(
        worksheet_set_row(worksheet, lxw_row_t(row - 1), height, nil), "worksheet_set_row",
        CellReference(row: row, column: 1))
    }
    let headerCells = try takeHeaders(row: row, cells: line.cells)
    for (index, cell) in line.cells.enumerated() where !headerCells.contains(index + 1) {
      try write(cell, at: CellReference(row: row, column: index + 1))
    }
  }

  /// Goes on to the row of a line, once the line fits the sheet.
  mutating func begin(_ line: SheetLine) throws(SpreadsheetError) -> Int {
    guard rowCount < Sheet.rowLimit else { throw error(.tooManyRows) }
    rowCount += 1
    guard line.cells.count <= Sheet.columnLimit else {
      throw error(
        .tooManyColumns(line.cells.count),
        at: CellReference(row: rowCount, column: Sheet.columnLimit))
    }
    if let height = line.height, !(1...409 ~= height) {
      throw error(
        .layout("row height is \(height); expected 1 to 409 points"),
        at: CellReference(row: rowCount, column: 1))
    }
    isCentred = line.isCentred
    return rowCount
  }

  /// Checks the header cells on a row and notes their looks; their tables write them.
  ///
  /// - Returns: the columns that belong to headers.
  private mutating func takeHeaders(
    row: Int, cells: [OutputCell]
  ) throws(SpreadsheetError) -> Set<Int> {
    guard let tables = headerTables[row] else { return [] }
    var columns: Set<Int> = []
    for table in tables {
      var styles: [CellStyle?] = []
      for (column, header) in zip(table.area.columns, table.headers) {
        let cell = column <= cells.count ? cells[column - 1] : .blank()
        guard case .text(header, let style) = cell else {
          throw error(
            .header(found: cell.plainText, expected: header),
            at: CellReference(row: row, column: column))
        }
        styles.append(style)
        columns.insert(column)
      }
      headerStyles[table.name] = styles
    }
    return columns
  }

  /// Marks an area as a table and writes its header cells.
  private mutating func add(_ table: Table) throws(SpreadsheetError) {
    let lastRow = rowCount + sheet.rows.pouredCount
    guard table.area.rows.upperBound <= lastRow, let styles = headerStyles[table.name] else {
      let why = "ends on row \(table.area.rows.upperBound); the sheet has \(lastRow)"
      throw error(.table(table.name, why: why))
    }
    try addTable(table, styles: styles)
  }

  /// A cell in the numbering of libxlsxwriter, which starts at zero.
  func position(_ cell: CellReference) -> (row: lxw_row_t, column: lxw_col_t) {
    (lxw_row_t(cell.row - 1), lxw_col_t(cell.column - 1))
  }

  func require(
    _ status: lxw_error, _ call: String, _ cell: CellReference? = nil
  ) throws(SpreadsheetError) {
    guard status == LXW_NO_ERROR else {
      throw error(.library(call: call, message: status.words), at: cell)
    }
  }

  func error(_ problem: WritingProblem, at cell: CellReference? = nil) -> SpreadsheetError {
    SpreadsheetError(file: file, sheet: sheet.name, cell: cell, reason: .unwritable(problem))
  }
}
