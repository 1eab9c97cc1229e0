import CXLSXWriter

extension Workbook {
  /// Writes the workbook to a file, replacing one that is there.
  ///
  /// Equal workbooks give equal bytes, wherever and whenever they are written. Nothing reaches the
  /// file before all content has passed its checks; should the disk then fail, a part of the file
  /// may remain, so write to a staging folder.
  ///
  /// - Parameter path: The file, in a folder that exists.
  /// - Throws: ``SpreadsheetError`` with a ``WritingProblem``, naming the sheet and cell.
  public func write(to path: String) throws(SpreadsheetError) {
    // libxlsxwriter prints numbers with the decimal mark of the C locale. That is a point as long
    // as no one calls setlocale, which neither Swift nor this product does, whatever LC_ALL says.
    try check(file: path)
    guard let book = open(path) else {
      throw failure("workbook_new", "no memory", file: path)
    }
    var isOpen = true
    defer { if isOpen { lxw_workbook_free(book) } }

    setBodyFont(of: book)
    try setProperties(of: book, file: path)
    // All sheets come first, so that links and names may lead forwards.
    var worksheets: [UnsafeMutablePointer<lxw_worksheet>] = []
    for sheet in sheets {
      guard let worksheet = workbook_add_worksheet(book, sheet.name) else {
        throw failure("workbook_add_worksheet", "refused", file: path, sheet: sheet.name)
      }
      worksheets.append(worksheet)
    }
    var formats = FormatCache(workbook: book)
    let sheetNames = Set(sheets.map { $0.name.lowercased() })
    for (sheet, worksheet) in zip(sheets, worksheets) {
      var writer = SheetWriter(
        sheet: sheet, worksheet: worksheet, formats: formats, sheetNames: sheetNames, file: path)
      try writer.write()
      try writer.addCharts(to: book)
      formats = writer.formats
    }
    for (name, formula) in definedNames {
      let status = workbook_define_name(book, name, formula)
      guard status == LXW_NO_ERROR else {
        throw failure("workbook_define_name(\(name))", status.words, file: path)
      }
    }
    // Closing frees the workbook even when it fails.
    isOpen = false
    let status = workbook_close(book)
    guard status == LXW_NO_ERROR else {
      throw failure("workbook_close", status.words, file: path)
    }
  }

  private func open(_ path: String) -> UnsafeMutablePointer<lxw_workbook>? {
    var options = lxw_workbook_options()
    options.constant_memory = releasesRows ? 1 : 0
    return workbook_new_opt(path, &options)
  }

  /// Makes Arial the font of cells without a style, which is also the unit of column widths.
  private func setBodyFont(of book: UnsafeMutablePointer<lxw_workbook>) {
    let format = book.pointee.formats.pointee.stqh_first
    format_set_font_name(format, FormatCache.font)
    format_set_font_size(format, CellStyle.body.size)
  }

  private func setProperties(
    of book: UnsafeMutablePointer<lxw_workbook>, file: String
  ) throws(SpreadsheetError) {
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
      throw failure("workbook_set_properties", status.words, file: file)
    }
    let languageStatus = workbook_set_custom_property_string(book, "Language", properties.language)
    guard languageStatus == LXW_NO_ERROR else {
      throw failure("workbook_set_custom_property_string", languageStatus.words, file: file)
    }
  }

  private func failure(
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
