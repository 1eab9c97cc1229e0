import CXLSXWriter

extension SheetWriter {
  /// What holds for the sheet as a whole, set before its rows.
  mutating func writeLayout() throws(SpreadsheetError) {
    for (index, width) in sheet.columnWidths.enumerated() {
      let column = lxw_col_t(index)
      let style = index < sheet.columnStyles.count ? sheet.columnStyles[index] : nil
      let format = style.flatMap { formats.format($0) }
      try require(
        worksheet_set_column(worksheet, column, column, width, format), "worksheet_set_column",
        CellReference(row: 1, column: index + 1))
    }
    if let colour = sheet.tabColour { worksheet_set_tab_color(worksheet, colour.asColour) }
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      worksheet_freeze_panes(
        worksheet, lxw_row_t(sheet.frozenRows), lxw_col_t(sheet.frozenColumns))
    }
    let papers: (a3: UInt8, a4: UInt8) = (8, 9)
    worksheet_set_paper(worksheet, sheet.isA3 ? papers.a3 : papers.a4)
    if sheet.isLandscape { worksheet_set_landscape(worksheet) }
    worksheet_fit_to_pages(worksheet, UInt16(clamping: sheet.pagesAcross), 0)
    if sheet.pagesAcross > 1 {
      worksheet_print_across(worksheet)
      if sheet.repeatedColumns > 0 {
        let last = lxw_col_t(sheet.repeatedColumns - 1)
        try require(worksheet_repeat_columns(worksheet, 0, last), "worksheet_repeat_columns")
      }
    }
    if let footer = sheet.footer {
      // An ampersand of the text is doubled: a single one begins a code.
      let text = "&L&A&C\(footer.replacing("&", with: "&&"))&R&P / &N"
      try require(worksheet_set_footer(worksheet, text), "worksheet_set_footer")
    }
    if let rows = sheet.repeatedRows {
      let status = worksheet_repeat_rows(
        worksheet, lxw_row_t(rows.lowerBound - 1), lxw_row_t(rows.upperBound - 1))
      try require(status, "worksheet_repeat_rows")
    }
    if let area = sheet.printArea?.corners {
      let status = worksheet_print_area(
        worksheet, area.firstRow, area.firstColumn, area.lastRow, area.lastColumn)
      try require(status, "worksheet_print_area")
    }
  }

  /// What lies over the cells, set after the rows.
  mutating func writeOverlays() throws(SpreadsheetError) {
    if let area = sheet.autoFilter?.corners {
      let status = worksheet_autofilter(
        worksheet, area.firstRow, area.firstColumn, area.lastRow, area.lastColumn)
      try require(status, "worksheet_autofilter")
    }
    for scale in sheet.colourScales { try add(scale) }
    try allowNumericTexts()
    try writeInput()
  }

  private func add(_ scale: ColourScale) throws(SpreadsheetError) {
    var format = lxw_conditional_format()
    format.type = UInt8(
      (scale.middle == nil ? LXW_CONDITIONAL_2_COLOR_SCALE : LXW_CONDITIONAL_3_COLOR_SCALE).rawValue
    )
    format.min_color = scale.low.asColour
    format.max_color = scale.high.asColour
    if let middle = scale.middle { format.mid_color = middle.asColour }
    let area = scale.area.corners
    let status = worksheet_conditional_format_range(
      worksheet, area.firstRow, area.firstColumn, area.lastRow, area.lastColumn, &format)
    try require(
      status, "worksheet_conditional_format_range",
      CellReference(row: scale.area.rows.lowerBound, column: scale.area.columns.lowerBound))
  }

  /// Tells Excel that codes such as `015` are meant to be text, in their ranges only.
  private mutating func allowNumericTexts() throws(SpreadsheetError) {
    // Nobody knows yet what is poured; on numbers the permission has no effect.
    if sheet.rows.pouredCount > 0 {
      for column in 0..<sheet.columnWidths.count {
        numericTexts[column + 1] = rowCount + 1...rowCount + sheet.rows.pouredCount
      }
    }
    guard !numericTexts.isEmpty else { return }
    let ranges = numericTexts.sorted { $0.key < $1.key }.map { column, rows in
      let first = CellReference(row: rows.lowerBound, column: column)
      let last = CellReference(row: rows.upperBound, column: column)
      return first == last ? "\(first)" : "\(first):\(last)"
    }
    let status = worksheet_ignore_errors(
      worksheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), ranges.joined(separator: " "))
    try require(status, "worksheet_ignore_errors")
  }
}

extension CellArea {
  /// The bounds in the numbering of libxlsxwriter, which starts at zero.
  var corners:
    (firstRow: lxw_row_t, firstColumn: lxw_col_t, lastRow: lxw_row_t, lastColumn: lxw_col_t)
  {
    (
      lxw_row_t(rows.lowerBound - 1), lxw_col_t(columns.lowerBound - 1),
      lxw_row_t(rows.upperBound - 1), lxw_col_t(columns.upperBound - 1)
    )
  }
}

/// Texts that Excel would mark with a green corner as "number stored as text".
enum NumericText {
  static func matches(_ text: String) -> Bool {
    // Letters other than those of “inf” and “nan” begin no number, and most texts with them.
    guard let first = text.utf8.first, first < UInt8(ascii: "A") || "INin".utf8.contains(first)
    else { return false }
    return text.utf8.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } && Double(text) != nil
  }
}
