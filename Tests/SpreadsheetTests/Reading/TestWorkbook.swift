import Spreadsheet
import Testing

/// A workbook of one sheet or a few, written as XML in the test that reads it.
struct TestWorkbook {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// The parts by path; any may be replaced, removed or added.
  var parts: [String: String]
  var isDeflated = true

  /// A workbook with one sheet named Data that has these `row` elements.
  ///
  /// - Parameters:
  ///   - rows: The XML inside `sheetData`.
  ///   - strings: The `si` elements; without any there is no part for them.
  ///   - formats: Format codes; the cell format `s="1"` has the first, and so on.
  ///   - properties: Attributes of `workbookPr`, such as `date1904="1"`.
  init(
    rows: String, strings: [String] = [], formats: [String] = [], properties: String = ""
  ) {
    var arrows =
      #"<Relationship Id="d1" Type="\#(Self.office)/worksheet" Target="worksheets/sheet1.xml"/>"#
    parts = [
      "_rels/.rels": #"""
      <Relationships xmlns="\#(Self.package)"><Relationship Id="d1" \#
      Type="\#(Self.office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
      """#,
      "xl/workbook.xml": #"""
      <workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.office)"><workbookPr \#(properties)/>\#
      <sheets><sheet name="Data" sheetId="1" r:id="d1"/></sheets></workbook>
      """#,
      "xl/worksheets/sheet1.xml":
        #"<worksheet xmlns="\#(Self.main)"><sheetData>\#(rows)</sheetData></worksheet>"#,
    ]
    if !strings.isEmpty {
      parts["xl/sharedStrings.xml"] =
        #"<sst xmlns="\#(Self.main)">\#(strings.joined())</sst>"#
      arrows +=
        #"<Relationship Id="d2" Type="\#(Self.office)/sharedStrings" Target="sharedStrings.xml"/>"#
    }
    if !formats.isEmpty {
      let codes = formats.enumerated().map { index, code in
        let escaped = code.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        return #"<numFmt numFmtId="\#(164 + index)" formatCode="\#(escaped)"/>"#
      }
      let cellFormats = formats.indices.map { #"<xf numFmtId="\#(164 + $0)"/>"# }
      parts["xl/styles.xml"] = #"""
        <styleSheet xmlns="\#(Self.main)"><numFmts>\#(codes.joined())</numFmts>\#
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\#
        <cellXfs><xf numFmtId="0"/>\#(cellFormats.joined())</cellXfs></styleSheet>
        """#
      arrows += #"<Relationship Id="d3" Type="\#(Self.office)/styles" Target="styles.xml"/>"#
    }
    parts["xl/_rels/workbook.xml.rels"] =
      #"<Relationships xmlns="\#(Self.package)">\#(arrows)</Relationships>"#
  }

  /// The bytes of the file.
  func bytes() throws -> [UInt8] {
    let ordered = parts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
    return try TestArchive(parts: ordered, isDeflated: isDeflated).bytes()
  }

  /// What our reader finds on the first sheet.
  func rows(limits: ReadingLimits = .standard) throws -> [SheetRow] {
    let folder = try TemporaryFolder()
    let reader = try WorkbookReader(path: folder.file(bytes()), limits: limits)
    return try reader.rows(of: #require(reader.sheets.first))
  }

  /// The values of the first sheet by reference.
  func values() throws -> [String: CellValue] {
    let cells = try rows().flatMap(\.cells)
    return Dictionary(uniqueKeysWithValues: cells.map { ($0.reference.description, $0.value) })
  }

  /// The value of A1.
  func value() throws -> CellValue? {
    try values()["A1"]
  }

  /// Why our reader refuses the file or its first sheet.
  func refusal(limits: ReadingLimits = .standard) throws -> SpreadsheetError? {
    try SpreadsheetTests.refusal { _ = try rows(limits: limits) }
  }
}

/// The error of what a test expects to fail; nothing if it succeeds.
func refusal(of body: () throws -> Void) throws -> SpreadsheetError? {
  do {
    try body()
    return nil
  } catch let error as SpreadsheetError {
    return error
  }
}
