import CXLSXWriter

extension SheetWriter {
  /// Marks an area as a table; libxlsxwriter writes the header cells along with it.
  mutating func addTable(_ table: Table, styles: [CellStyle?]) throws(SpreadsheetError) {
    let texts = table.headers.map { (text: String) in strdup(StoredText.encoded(text)) }
    let name = strdup(table.name)
    let columns = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: texts.count)
    // The list of columns ends with nil.
    let list = UnsafeMutablePointer<UnsafeMutablePointer<lxw_table_column>?>.allocate(
      capacity: texts.count + 1)
    columns.initialize(repeating: lxw_table_column(), count: texts.count)
    list.initialize(repeating: nil, count: texts.count + 1)
    defer {
      texts.forEach { free($0) }
      free(name)
      columns.deallocate()
      list.deallocate()
    }
    for (index, text) in texts.enumerated() {
      columns[index].header = text
      if let style = styles[index] { columns[index].header_format = formats.format(style) }
      list[index] = columns + index
    }

    var options = lxw_table_options()
    options.name = name
    options.columns = list
    options.no_autofilter = table.hasAutoFilter ? 0 : 1
    options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
    // Light 0 is how libxlsxwriter spells "no style".
    options.style_type_number = table.style == .light ? 1 : 0
    let area = table.area.corners
    let status = worksheet_add_table(
      worksheet, area.firstRow, area.firstColumn, area.lastRow, area.lastColumn, &options)
    try require(
      status, "worksheet_add_table",
      CellReference(row: table.area.rows.lowerBound, column: table.area.columns.lowerBound))
  }
}
