import Spreadsheet
import Testing

/// XML made to exhaust memory, or to read other files (quality.md T7 and T8).
struct HostileXMLTests {
  private static let sheet = "xl/worksheets/sheet1.xml"

  @Test(arguments: [
    "<!DOCTYPE worksheet>",
    #"<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>"#,
    #"<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>"#,
    #"<!DOCTYPE w SYSTEM "http://example.org/w.dtd">"#,
    #"<!DOCTYPE w [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>"#,
  ])
  func `a document type declaration is refused in every part`(declaration: String) throws {
    let workbook = TestWorkbook(
      rows: "<row><c><v>1</v></c></row>", strings: ["<si><t>a</t></si>"], formats: ["0"])
    for part in workbook.parts.keys {
      var hostile = workbook
      hostile.parts[part] = declaration + (workbook.parts[part] ?? "")
      #expect(try hostile.refusal()?.reason == .documentTypeDeclaration(part: part))
    }
  }

  @Test func `an entity that nobody declares is malformed`() throws {
    let workbook = TestWorkbook(rows: "<row><c t=\"str\"><v>&a;</v></c></row>")
    #expect(
      try workbook.refusal()?.reason
        == .malformedXML(part: Self.sheet, line: 1, detail: "undefined entity"))
  }

  @Test func `damaged XML is named with its part and line, after the rows before it`() throws {
    let workbook = TestWorkbook(rows: "<row><c><v>1</v></c></row>\n<row><c><v>2</w></c></row>")
    let error = try workbook.refusal()
    #expect(
      error?.reason == .malformedXML(part: Self.sheet, line: 2, detail: "mismatched tag"))
    #expect(error?.sheet == "Data")
  }

  @Test func `a sheet that ends too early is malformed`() throws {
    var workbook = TestWorkbook(rows: "")
    workbook.parts[Self.sheet] = "<worksheet><sheetData>"
    #expect(
      try workbook.refusal()?.reason
        == .malformedXML(part: Self.sheet, line: 1, detail: "no element found"))
  }

  @Test func `elements may not nest deeper than any workbook does`() throws {
    let deep = String(repeating: "<x>", count: 1_000) + String(repeating: "</x>", count: 1_000)
    #expect(
      try TestWorkbook(rows: deep).refusal()?.reason
        == .tooLarge(what: "the nesting of elements in the part “\(Self.sheet)”", limit: 64))
  }

  @Test func `a tag may not be larger than any workbook has`() throws {
    let long = #"<row x="\#(String(repeating: "x", count: 2 << 20))"/>"#
    #expect(
      try TestWorkbook(rows: long).refusal()?.reason
        == .tooLarge(what: "a tag in the part “\(Self.sheet)”", limit: 1 << 20))
  }

  @Test func `the text of a cell may not be larger than any workbook has`() throws {
    let text = String(repeating: "text ", count: 1 << 18)
    let rows = #"<row><c/><c t="str"><v>\#(text)</v></c></row>"#
    let error = try TestWorkbook(rows: rows).refusal()
    #expect(
      error?.reason == .tooLarge(what: "the bytes of the text of one cell", limit: 1 << 20))
    #expect(error?.cell?.description == "B1")
    #expect(
      try TestWorkbook(rows: "", strings: ["<si><t>\(text)</t></si>"]).refusal()?.reason
        == .tooLarge(what: "the bytes of the text of one cell", limit: 1 << 20))
  }

  @Test func `more cells, texts, formats or sheets than allowed are refused`() throws {
    var limits = ReadingLimits.standard
    limits.cellsPerSheet = 2
    limits.sharedStrings = 2
    limits.cellFormats = 2
    let cells = TestWorkbook(rows: "<row><c/><c/></row><row><c/></row>")
    #expect(
      try cells.refusal(limits: limits)?.reason
        == .tooLarge(what: "the cells of the sheet", limit: 2))
    let texts = TestWorkbook(rows: "", strings: ["<si/>", "<si/>", "<si/>"])
    #expect(
      try texts.refusal(limits: limits)?.reason
        == .tooLarge(what: "the distinct texts of the workbook", limit: 2))
    let formats = TestWorkbook(rows: "", formats: ["0", "0.0"])
    #expect(
      try formats.refusal(limits: limits)?.reason
        == .tooLarge(what: "the cell formats of the workbook", limit: 2))
    limits.sheets = 0
    #expect(
      try TestWorkbook(rows: "").refusal(limits: limits)?.reason
        == .tooLarge(what: "the sheets of the workbook", limit: 0))
  }

  @Test func `a lone cell in the last corner takes no more room than any other`() throws {
    let rows = #"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#
    #expect(try TestWorkbook(rows: rows).values() == ["XFD1048576": .number(1)])
  }

  @Test func `a sheet larger than many pieces is read whole`() throws {
    let rows = (1...40_000).map {
      "<row><c><v>\($0)</v></c><c t=\"str\"><v>text &amp; \($0)</v></c></row>"
    }
    let read = try TestWorkbook(rows: rows.joined(separator: "\n")).rows()
    #expect(read.count == 40_000)
    #expect(read.last?.cells.map(\.value) == [.number(40_000), .text("text & 40000")])
  }
}
