import CXLSXWriter

extension SheetWriter {
  /// Writes one cell that belongs to no table header.
  mutating func write(_ cell: OutputCell, at place: CellReference) throws(SpreadsheetError) {
    guard let style = cell.style else { return }
    let format = try format(style, of: cell, at: place)
    let (row, column) = position(place)
    switch cell {
    case .blank:
      try require(worksheet_write_blank(worksheet, row, column, format), "write_blank", place)
    case .text(let text, _):
      try writeText(text, format, at: place)
    case .number(let number, _):
      try requireFinite(number, at: place)
      try require(
        worksheet_write_number(worksheet, row, column, number, format), "write_number", place)
    case .date(let day, _):
      try requireStorable(day, at: place)
      var moment = lxw_datetime()
      moment.year = Int32(day.year)
      moment.month = Int32(day.month)
      moment.day = Int32(day.day)
      try require(
        worksheet_write_datetime(worksheet, row, column, &moment, format), "write_datetime", place)
    case .boolean(let value, _):
      try require(
        worksheet_write_boolean(worksheet, row, column, value ? 1 : 0, format),
        "write_boolean", place)
    case .formula(let formula, let cached, _):
      try writeFormula(formula, cached, format, at: place)
    case .arrayFormula(let formula, let cached, _):
      try writeArrayFormula(formula, cached, format, at: place)
    case .link(let target, let text, _):
      try writeLink(to: target, text, format, at: place)
    }
  }

  mutating func format(
    _ style: CellStyle, of cell: OutputCell, at place: CellReference
  ) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_format> {
    var style = style
    if case .date = cell, style.numberFormat == nil { style.numberFormat = "yyyy-mm-dd" }
    var isLink = false
    if case .link = cell { isLink = true }
    while lastLooks.count < place.column { lastLooks.append(nil) }
    if let last = lastLooks[place.column - 1], last.isLink == isLink,
      last.isCentred == isCentred, last.style == style
    {
      return last.format
    }
    var placed = style
    if isCentred { placed.vertical = .centre }
    guard let format = formats.format(placed, isLink: isLink) else {
      throw error(.library(call: "workbook_add_format", message: "no memory"), at: place)
    }
    lastLooks[place.column - 1] = Look(
      style: style, isLink: isLink, isCentred: isCentred, format: format)
    return format
  }

  private mutating func writeText(
    _ text: String, _ format: UnsafeMutablePointer<lxw_format>, at place: CellReference
  ) throws(SpreadsheetError) {
    let stored = try storedText(text, at: place)
    if NumericText.matches(text) {
      let rows = numericTexts[place.column] ?? place.row...place.row
      numericTexts[place.column] = rows.lowerBound...place.row
    }
    let (row, column) = position(place)
    try require(
      worksheet_write_string(worksheet, row, column, stored, format), "write_string", place)
  }

  private func writeFormula(
    _ formula: String, _ cached: Cached, _ format: UnsafeMutablePointer<lxw_format>,
    at place: CellReference
  ) throws(SpreadsheetError) {
    try requireLength(of: formula, at: place)
    let (row, column) = position(place)
    switch cached {
    case .number(let number):
      try requireFinite(number, at: place)
      try require(
        worksheet_write_formula_num(worksheet, row, column, formula, format, number),
        "write_formula_num", place)
    case .text(let text):
      let stored = try storedText(text, at: place)
      try require(
        worksheet_write_formula_str(worksheet, row, column, formula, format, stored),
        "write_formula_str", place)
    }
  }

  private func writeArrayFormula(
    _ formula: String, _ cached: Cached, _ format: UnsafeMutablePointer<lxw_format>,
    at place: CellReference
  ) throws(SpreadsheetError) {
    try requireLength(of: formula, at: place)
    guard case .number(let number) = cached else { throw error(.arrayFormulaWithText, at: place) }
    try requireFinite(number, at: place)
    let (row, column) = position(place)
    try require(
      worksheet_write_array_formula_num(
        worksheet, row, column, row, column, formula, format, number),
      "write_array_formula_num", place)
  }

  private mutating func writeLink(
    to target: LinkTarget, _ text: String, _ format: UnsafeMutablePointer<lxw_format>,
    at place: CellReference
  ) throws(SpreadsheetError) {
    guard linkCount < Sheet.linkLimit else { throw error(.tooManyLinks, at: place) }
    linkCount += 1
    let address: String
    switch target {
    case .url(let url): address = url
    case .sheet(let name, let cell):
      guard sheetNames.contains(name.lowercased()) else {
        throw error(.linkTarget(name), at: place)
      }
      address = "internal:\(name.quotedForFormula)!\(cell)"
    }
    let stored = try storedText(text, at: place)
    let (row, column) = position(place)
    try require(
      worksheet_write_url_opt(worksheet, row, column, address, format, stored, nil),
      "write_url", place)
  }

  func storedText(
    _ text: String, at place: CellReference
  ) throws(SpreadsheetError) -> String {
    let stored = StoredText.encoded(text)
    // No text has more characters than bytes.
    if stored.utf8.count <= StoredText.limit { return stored }
    let count = stored.utf16.count
    guard count <= StoredText.limit else { throw error(.textTooLong(count), at: place) }
    return stored
  }

  func requireFinite(
    _ number: Double, at place: CellReference
  ) throws(SpreadsheetError) {
    guard number.isFinite else { throw error(.notFinite(String(number)), at: place) }
  }

  func requireStorable(
    _ day: CalendarDay, at place: CellReference
  ) throws(SpreadsheetError) {
    guard day.isStorable else { throw error(.day(day.description), at: place) }
  }

  private func requireLength(
    of formula: String, at place: CellReference
  ) throws(SpreadsheetError) {
    let count = formula.utf16.count
    guard 1...8_192 ~= count else { throw error(.formulaLength(count), at: place) }
  }
}

extension String {
  /// A sheet name as formulas and links take it, whatever it contains.
  var quotedForFormula: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}

extension OutputCell {
  /// What a cell says, for messages.
  var plainText: String {
    switch self {
    case .blank: ""
    case .text(let text, _), .link(_, let text, _): text
    case .number(let number, _): String(number)
    case .date(let day, _): day.description
    case .boolean(let value, _): value ? "TRUE" : "FALSE"
    case .formula(let formula, _, _), .arrayFormula(let formula, _, _): formula
    }
  }
}
