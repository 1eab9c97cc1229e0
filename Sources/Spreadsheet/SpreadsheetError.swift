/// Why a spreadsheet file could not be read, and where.
public struct SpreadsheetError: Error, Hashable {
  /// What was found instead of a readable file.
  public enum Reason: Error, Hashable, Sendable {
    /// The operating system did not let the file be read; its own words follow.
    case unreadable(String)
    /// The file has no bytes, or a CSV file no header line.
    case empty
    /// The first bytes are of no kind of workbook.
    case notAWorkbook
    /// The file is sound but of another kind, such as `an OpenDocument file`.
    case otherFormat(String)
    /// The workbook is protected by a password.
    case encrypted
    /// The file is a workbook of Excel 97–2003 (.xls), or another file of that time.
    case legacyWorkbook
    /// The file is a web page or other markup.
    case html

    /// The zip archive inside which a workbook lives is not whole.
    case damagedArchive(String)
    /// The archive lacks a part that another part names.
    case missingPart(String)
    /// A part is not well-formed XML.
    case malformedXML(part: String, line: Int, detail: String)
    /// A part declares a document type, which no spreadsheet program writes.
    case documentTypeDeclaration(part: String)
    /// Something is larger than ``ReadingLimits`` allows.
    case tooLarge(what: String, limit: Int)

    /// Two sheets have the same name.
    case duplicateSheet(String)
    /// A row or cell stands after one that it should precede, or twice.
    case outOfOrder(String)
    /// A cell or an attribute holds something its type does not allow.
    case malformedValue(found: String, expected: String)
    /// A cell points at a shared text that the workbook does not have.
    case missingSharedString(index: Int)

    /// A byte, counted from zero, is not text in the encoding of the file.
    case undecodable(byteOffset: Int, byte: UInt8, encoding: CSVEncoding)
    /// A record has another number of fields than the header.
    case raggedRow(line: Int, fields: Int, expected: Int)
    /// A quoted field is never closed; it opens on this line.
    case unclosedQuote(line: Int)
    /// Text follows the closing quote of a field.
    case textAfterQuote(line: Int)
    /// The header line has as many of one delimiter as of another.
    case ambiguousDelimiter(header: String)
    /// A CSV dialect that cannot be read, whatever the file.
    case unusableDialect(String)

    /// A workbook cannot be written.
    case unwritable(WritingProblem)
  }

  /// The file, as the caller named it.
  public var file: String
  /// The name of the sheet, where the error is of one sheet.
  public var sheet: String?
  /// The cell, where the error is of one cell; in a CSV file its row is the line.
  public var cell: CellReference?
  /// What was found.
  public var reason: Reason

  /// Makes an error.
  public init(
    file: String, sheet: String? = nil, cell: CellReference? = nil, reason: Reason
  ) {
    self.file = file
    self.sheet = sheet
    self.cell = cell
    self.reason = reason
  }
}
