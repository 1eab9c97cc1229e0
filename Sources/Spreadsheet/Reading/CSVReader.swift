/// Reads tables written as comma-separated values (RFC 4180), strictly.
public enum CSVReader {
  /// The records of a CSV file, the header line first.
  ///
  /// Every cell is text; an empty field gives no cell, and a record of empty fields no row. A row's
  /// number is the line on which its record starts. Lines end with CRLF, LF or CR; a line that is
  /// blank is no record. Every other record has as many fields as the header line. A quote inside
  /// a field that does not start with one is an ordinary character.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - file: The name of the file, for errors.
  ///   - dialect: What is known of how it is written.
  ///   - limits: What is too large to be read.
  /// - Returns: The records that hold something, in the order of the file.
  /// - Throws: ``SpreadsheetError`` naming the first byte or line that cannot be read.
  public static func rows(
    of bytes: [UInt8], file: String, dialect: CSVDialect = CSVDialect(),
    limits: ReadingLimits = .standard
  ) throws(SpreadsheetError) -> [SheetRow] {
    var line = 0
    do throws(SpreadsheetError.Reason) {
      guard bytes.count <= limits.bytesPerPart else {
        throw .tooLarge(what: "\(bytes.count) bytes", limit: limits.bytesPerPart)
      }
      let text = try CSVDecoding.utf8(bytes, declared: dialect.encoding)
      var scanner = try CSVScanner(text, dialect, limits: limits)
      var rows: [SheetRow] = []
      var headerFields: Int?
      while let record = try scanner.next(&line) {
        let expected = headerFields ?? record.fields.count
        headerFields = expected
        let isShort = dialect.allowsShortRows && record.fields.count < expected
        guard record.fields.count == expected || isShort else {
          throw .raggedRow(
            line: record.line, fields: record.fields.count, expected: expected)
        }
        let cells = record.fields.enumerated().compactMap { column, field in
          field.isEmpty
            ? nil
            : Cell(
              reference: CellReference(row: record.line, column: column + 1), value: .text(field))
        }
        if !cells.isEmpty { rows.append(SheetRow(number: record.line, cells: cells)) }
      }
      guard headerFields != nil else { throw .empty }
      return rows
    } catch {
      let cell = line > 0 ? CellReference(row: line, column: 1) : nil
      throw SpreadsheetError(file: file, cell: cell, reason: error)
    }
  }
}
