import CXLSXWriter

/// A workbook as libxlsxwriter writes it: all of it but the lines that are poured.
final class WorkbookFrame {
  /// The writers of the sheets, in their order.
  private(set) var writers: [SheetWriter] = []
  private let workbook: Workbook
  /// The file that errors name.
  private let file: String
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var isOpen = true

  /// - Parameter path: Where it is written, if not where the whole workbook is.
  init(_ workbook: Workbook, at path: String? = nil, file: String) throws(SpreadsheetError) {
    // libxlsxwriter prints numbers with the decimal mark of the C locale. That is a point as long
    // as no one calls setlocale, which neither Swift nor this product does, whatever LC_ALL says.
    guard let book = workbook_new(path ?? file) else {
      throw Self.failure("workbook_new", "no memory", file: file)
    }
    self.workbook = workbook
    self.file = file
    self.book = book
    setBodyFont()
    try setProperties()
    try writeSheets()
    for (name, formula) in workbook.definedNames {
      let status = workbook_define_name(book, name, formula)
      guard status == LXW_NO_ERROR else {
        throw failure("workbook_define_name(\(name))", status.words)
      }
    }
  }

  deinit {
    if isOpen { lxw_workbook_free(book) }
  }

  /// Writes the file.
  func close() throws(SpreadsheetError) {
    // Closing frees the workbook even when it fails.
    isOpen = false
    let status = workbook_close(book)
    guard status == LXW_NO_ERROR else { throw failure("workbook_close", status.words) }
  }

  private func writeSheets() throws(SpreadsheetError) {
    // All sheets come first, so that links and names may lead forwards.
    var worksheets: [UnsafeMutablePointer<lxw_worksheet>] = []
    for sheet in workbook.sheets {
      guard let worksheet = workbook_add_worksheet(book, sheet.name) else {
        throw failure("workbook_add_worksheet", "refused", sheet: sheet.name)
      }
      worksheets.append(worksheet)
    }
    let formats = FormatCache(workbook: book)
    let sheetNames = Set(workbook.sheets.map { $0.name.lowercased() })
    for (sheet, worksheet) in zip(workbook.sheets, worksheets) {
      var writer = SheetWriter(
        sheet: sheet, worksheet: worksheet, formats: formats, sheetNames: sheetNames, file: file)
      try writer.write()
      try writer.addCharts(to: book)
      writers.append(writer)
    }
  }

  /// Makes Arial the font of cells without a style, which is also the unit of column widths.
  private func setBodyFont() {
    let format = book.pointee.formats.pointee.stqh_first
    format_set_font_name(format, FormatCache.font)
    format_set_font_size(format, CellStyle.body.size)
  }

  private func setProperties() throws(SpreadsheetError) {
    let properties = workbook.properties
    let texts = [properties.title, properties.subject, properties.author, properties.comments]
      .map { (text: String) in strdup(text) }
    defer { texts.forEach { free($0) } }
    var values = lxw_doc_properties()
    values.title = texts[0]
    values.subject = texts[1]
    values.author = texts[2]
    values.company = texts[2]
    values.comments = texts[3]
    values.created = properties.created.noonSince1970
    let status = workbook_set_properties(book, &values)
    guard status == LXW_NO_ERROR else {
      throw failure("workbook_set_properties", status.words)
    }
    let languageStatus = workbook_set_custom_property_string(book, "Language", properties.language)
    guard languageStatus == LXW_NO_ERROR else {
      throw failure("workbook_set_custom_property_string", languageStatus.words)
    }
  }

  private func failure(
    _ call: String, _ message: String, sheet: String? = nil
  ) -> SpreadsheetError {
    Self.failure(call, message, file: file, sheet: sheet)
  }

  private static func failure(
    _ call: String, _ message: String, file: String, sheet: String? = nil
  ) -> SpreadsheetError {
    SpreadsheetError(
      file: file, sheet: sheet, reason: .unwritable(.library(call: call, message: message)))
  }
}

extension lxw_error {
  /// The library's own words for a status.
  var words: String { String(cString: lxw_strerror(self)) }
}
