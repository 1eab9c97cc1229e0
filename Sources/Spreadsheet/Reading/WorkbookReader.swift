/// Reads the cells of an Excel workbook (.xlsx, .xlsm), strictly and in bounded memory.
///
/// For example:
///
///     let workbook = try WorkbookReader(path: "form.xlsx")
///     for sheet in workbook.sheets where !sheet.isHidden {
///       try workbook.rows(of: sheet) { row in … }
///     }
///
/// The reader is a value: it keeps the texts and the styles of the workbook, and opens the file
/// anew for every sheet. Formulas are not computed; what counts is the result saved with them.
public struct WorkbookReader: Sendable {
  /// The worksheets in the order of their tabs, hidden ones included; sheets that hold only a
  /// chart or macros are left out.
  public let sheets: [SheetInfo]
  /// Whether formulas may take values from other files, which are never read.
  public let hasExternalLinks: Bool

  private let path: String
  private let limits: ReadingLimits
  private let content: SheetContent

  /// Opens a workbook and reads all but its cells.
  ///
  /// - Parameters:
  ///   - path: The file; its name does not matter, only its bytes.
  ///   - limits: What is too large to be read.
  /// - Throws: ``SpreadsheetError`` if the file is no sound workbook, naming what it is instead.
  public init(
    path: String, limits: ReadingLimits = .standard
  ) throws(SpreadsheetError) {
    do throws(SpreadsheetError.Reason) {
      let archive = try ZipArchive(path: path, limits: limits)
      let package = try WorkbookPackage(in: archive, limits: limits)
      sheets = try package.worksheets()
      hasExternalLinks = package.hasExternalLinks
      content = SheetContent(
        dateSystem: package.dateSystem,
        styles: try package.styles(in: archive, limits: limits),
        strings: try package.strings(in: archive, limits: limits))
      self.path = path
      self.limits = limits
    } catch {
      throw SpreadsheetError(file: path, reason: error)
    }
  }

  /// Hands over the rows of a sheet one by one, in the order of the file.
  ///
  /// Rows without a cell that holds something are left out.
  ///
  /// - Parameters:
  ///   - sheet: One of ``sheets``.
  ///   - body: Takes each row. What it throws ends the reading.
  /// - Throws: ``SpreadsheetError`` if the sheet is damaged or too large; rows before the damage
  ///   have been handed over by then.
  public func rows(
    of sheet: SheetInfo, _ body: (SheetRow) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    let stream: SheetStream
    do throws(SpreadsheetError.Reason) {
      let archive = try ZipArchive(path: path, limits: limits)
      guard let entry = try archive.entry(sheet.part) else {
        throw .missingPart(sheet.part)
      }
      stream = try SheetStream(archive.open(entry), content, limits: limits)
    } catch {
      throw SpreadsheetError(file: path, sheet: sheet.name, reason: error)
    }
    while true {
      let rows: [SheetRow]?
      do throws(SpreadsheetError.Reason) {
        rows = try stream.rows()
      } catch {
        throw SpreadsheetError(
          file: path, sheet: sheet.name, cell: stream.cellAtFault, reason: error)
      }
      guard let rows else { return }
      for row in rows { try body(row) }
    }
  }

  /// All rows of a sheet at once.
  ///
  /// - Parameter sheet: One of ``sheets``.
  /// - Returns: The rows that hold something, in the order of the file.
  /// - Throws: ``SpreadsheetError`` if the sheet is damaged or too large.
  public func rows(of sheet: SheetInfo) throws(SpreadsheetError) -> [SheetRow] {
    var rows: [SheetRow] = []
    try self.rows(of: sheet) { rows.append($0) }
    return rows
  }
}
