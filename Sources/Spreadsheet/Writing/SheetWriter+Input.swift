import CXLSXWriter

extension SheetWriter {
  /// What may be typed where, remarks, and what is locked.
  mutating func writeInput() throws(SpreadsheetError) {
    for rule in sheet.inputRules { try add(rule) }
    for comment in sheet.comments { try add(comment) }
    guard sheet.isProtected else { return }
    // Widths, heights and filters stay the reader's; there is no password.
    var allowed = lxw_protection()
    allowed.format_columns = 1
    allowed.format_rows = 1
    allowed.autofilter = 1
    worksheet_protect(worksheet, nil, &allowed)
  }

  private func add(_ rule: InputRule) throws(SpreadsheetError) {
    var validation = lxw_data_validation()
    set(rule.kind, of: &validation)
    validation.error_type = UInt8(
      (rule.isAdvice ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP).rawValue)
    let title = rule.promptTitle.utf16.count > 32 ? "" : rule.promptTitle
    let range: String
    if case .oneOf(let given) = rule.kind { range = given } else { range = "" }
    let texts = [title, rule.prompt, title, rule.refusal, range].map { (text: String) in
      text.isEmpty ? nil : strdup(StoredText.encoded(text))
    }
    defer { texts.forEach { free($0) } }
    validation.input_title = rule.prompt.isEmpty ? nil : texts[0]
    validation.input_message = texts[1]
    validation.error_title = rule.refusal.isEmpty ? nil : texts[2]
    validation.error_message = texts[3]
    validation.value_formula = texts[4]
    let area = rule.area.corners
    try require(
      worksheet_data_validation_range(
        worksheet, area.firstRow, area.firstColumn, area.lastRow, area.lastColumn, &validation),
      "worksheet_data_validation_range",
      CellReference(row: rule.area.rows.lowerBound, column: rule.area.columns.lowerBound))
  }

  private func set(_ kind: InputRule.Kind, of validation: inout lxw_data_validation) {
    let type: lxw_validation_types
    var criterion = LXW_VALIDATION_CRITERIA_BETWEEN
    switch kind {
    case .anything:
      type = LXW_VALIDATION_TYPE_ANY
      criterion = LXW_VALIDATION_CRITERIA_NONE
    case .oneOf:
      type = LXW_VALIDATION_TYPE_LIST_FORMULA
      criterion = LXW_VALIDATION_CRITERIA_NONE
    case .day(let first, let last):
      type = LXW_VALIDATION_TYPE_DATE
      validation.minimum_datetime = first.asDatetime
      validation.maximum_datetime = last.asDatetime
    case .number(let least):
      type = LXW_VALIDATION_TYPE_DECIMAL
      criterion = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO
      validation.value_number = least
    case .whole(let range):
      type = LXW_VALIDATION_TYPE_INTEGER
      validation.minimum_number = Double(range.lowerBound)
      validation.maximum_number = Double(range.upperBound)
    }
    validation.validate = UInt8(type.rawValue)
    validation.criteria = UInt8(criterion.rawValue)
  }

  private func add(_ comment: CellComment) throws(SpreadsheetError) {
    let text = strdup(StoredText.encoded(comment.text))
    let font = strdup(FormatCache.font)
    defer {
      free(text)
      free(font)
    }
    var options = lxw_comment_options()
    options.font_name = font
    options.font_size = 10
    options.width = 320
    options.height = UInt16(clamping: 20 + 17 * (1 + comment.text.utf16.count / 45))
    let (row, column) = position(comment.cell)
    try require(
      worksheet_write_comment_opt(worksheet, row, column, text, &options),
      "worksheet_write_comment_opt", comment.cell)
  }
}

extension CalendarDay {
  fileprivate var asDatetime: lxw_datetime {
    var moment = lxw_datetime()
    moment.year = Int32(year)
    moment.month = Int32(month)
    moment.day = Int32(day)
    return moment
  }
}
