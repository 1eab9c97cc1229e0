import Spreadsheet
import Testing

/// Rows in the usual shape are read without a parser of XML, and must come out as by the parser.
struct PlainRowsTests {
  static let strings = ["<si><t>one</t></si>", "<si><t/></si>", "<si><t>deux &amp; três</t></si>"]

  /// What is read, or why it is not.
  enum Reading: Equatable {
    case rows([SheetRow])
    case refused(SpreadsheetError.Reason, CellReference?)
  }

  static func reading(_ rows: String, head: String, attributes: String = "") throws -> Reading {
    var workbook = TestWorkbook(rows: rows, strings: strings, formats: ["yyyy-mm-dd", "h:mm"])
    workbook.parts["xl/worksheets/sheet1.xml"]?.replace("<sheetData>", with: head)
    workbook.parts["xl/worksheets/sheet1.xml"]?.replace(
      "<worksheet ", with: "<worksheet \(attributes) ")
    workbook.isDeflated = false
    do {
      return .rows(try workbook.rows())
    } catch let error as SpreadsheetError {
      return .refused(error.reason, error.cell)
    }
  }

  /// A space in the tag, and the rows are the parser's.
  static func bothReadings(_ rows: String, attributes: String = "") throws -> (Reading, Reading) {
    (
      try reading(rows, head: "<sheetData>", attributes: attributes),
      try reading(rows, head: "<sheetData >", attributes: attributes)
    )
  }

  @Test(arguments: [
    "", " \n", #"<row r="1"/>"#, #"<row r="3"></row>"#, #"<row r="2"/><row r="2"/>"#,
    #"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#, #"<row r="1048577"/>"#,
    #"<row r="01"/>"#, #"<row r="0"/>"#, #"<row r="1" r="2"/>"#, #"<row r='1'/>"#,
    #"<row  r = "1"/>"#, #"<row r="1" spans="1:2" ht="15" customHeight="1" hidden="1"/>"#,
    #"<row r="1" hidden="true"><c r="A1"><v>1</v></c></row>"#,
    #"<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>"#,
    #"<row r="1" hidden="2"><c r="A1"><v>1</v></c></row>"#,
    #"<row r="1" x14ac:dyDescent="0.25"/>"#, #"<row r="1" other="&amp;"/>"#,
    #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>"#,
    #"<row r="1"><c r="A1" t="s"><v>2</v></c><c r="C1" t="s"><v>3</v></c></row>"#,
    #"<row r="1"><c r="A1" t="s"><v> 2 </v></c><c r="C1" t="s"><v/></c></row>"#,
    #"<row r="1"><c r="A1" t="str"><f>B1&amp;C1</f><v>a_x0041_</v></c></row>"#,
    #"<row r="1"><c r="A1" t="zz"/></row>"#, #"<row r="1"><c r="A1" s="9"/></row>"#,
    #"<row r="1"><c r="A1" s="x"><v>1</v></c></row>"#,
    #"<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c></row>"#,
    #"<row r="1"><c r="A1" t="inlineStr"><is><t>é</t></is></c></row>"#,
    #"<row r="1"><c r="B1"/><c r="A1"/></row>"#, #"<row r="1"><c r="A1"/><c r="A1"/></row>"#,
    #"<row r="1"><c r="A2"/></row>"#, #"<row r="1"><c r="A01"/></row>"#,
    #"<row r="1"><c r="a1"><v>1</v></c></row>"#, #"<row r="1"><c r="$A$1"><v>1</v></c></row>"#,
    #"<row r="1"><c r="XFE1"/></row>"#, #"<row r="1"><c><v>1</v></c></row>"#,
    #"<row r="1"><c r="A1"><v>45000</v></c><c r="B1" s="1"><v>45000</v></c></row>"#,
    #"<row r="1"><c r="A1" s="2"><v>0.5</v></c><c r="B1" s="1"><v>60</v></c></row>"#,
    #"<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v>2</v></c></row>"#,
    #"<row r="1"><c r="A1"><f/><v>2</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c></row>"#,
    #"<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>"#,
    #"<row r="1"><c r="A1"><v>1</v>x</c></row>"#, #"<row r="1">x<c r="A1"><v>1</v></c></row>"#,
    #"<row r="1"><c r="A1"><!-- --><v>1</v></c></row>"#, #"<row r="1"><c r="A1"><v>1</c></row>"#,
    #"<row r="1"><c r="A1"><v>1</v></row>"#, #"<row r="1"><cx r="A1"/></row>"#,
    #"<row r="1"><c r="A1"><v>&#49;</v></c></row>"#,
    #"<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>"#,
    "<row r=\"1\">\n<c r=\"A1\"><v>\n1</v></c></row>\n\n<row r=\"0\"/>",
    "<row r=\"1\">\n\n\n<c r=\"A1\"<",
    #"<row r="5"><c r="A5"><v>1</v></c></row><row><c><v>2</v></c></row>"#,
    #"<row r="5"><c r="A5"><v>1</v></c></row><row r="4"><c><v>&amp;</v></c></row>"#,
    #"</sheetData><sheetData><row r="1"><c r="A1"><v>1</v></c></row>"#,
  ])
  func `rows in any shape come out as the parser reads them`(rows: String) throws {
    let (ours, parsed) = try Self.bothReadings(rows)
    #expect(ours == parsed)
  }

  @Test(arguments: [
    "0", "-0", "1", "-1", "007", "1.5", "-2.25", "0.1", "100.10", "123456789012345",
    "1234567890123456", "0.30000000000000004", "9007199254740993", "1E5", "1e-7", "-1.5E+300",
    "1e400", "5.", ".5", "-", "+1", "1.2.3", "0x10", "nan", "1,5", "12345678901.2345",
  ])
  func `numbers come out as the parser reads them, to the last bit`(number: String) throws {
    let rows =
      #"<row r="1"><c r="A1"><v>\#(number)</v></c><c r="B1" s="1"><v>\#(number)</v></c></row>"#
    let (ours, parsed) = try Self.bothReadings(rows)
    #expect(ours == parsed)
  }

  @Test func `what Excel notes of a row's font is passed over where its prefix is declared`() throws
  {
    let rows = #"<row r="1" x14ac:dyDescent="0.25"><c r="A1"><v>7</v></c></row>"#
    let declared = #"xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac""#
    let (ours, parsed) = try Self.bothReadings(rows, attributes: declared)
    #expect(ours == parsed)
    guard case .rows(let read) = ours else {
      Issue.record("refused")
      return
    }
    #expect(read.first?.cells.first?.value == .number(7))
  }

  @Test func `rows that end in another piece than they began in are whole`() throws {
    // Some 300,000 bytes, and a row that the parser must take over from.
    let rows = (1...4_000).map { row in
      let odd = row == 3_000 ? "<!-- -->" : ""
      return
        #"<row r="\#(row)"><c r="A\#(row)" t="s"><v>0</v></c><c r="C\#(row)"><v>\#(row * 37).25</v></c></row>\#(odd)"#
    }
    let (ours, parsed) = try Self.bothReadings(rows.joined())
    #expect(ours == parsed)
    guard case .rows(let read) = ours else {
      Issue.record("refused")
      return
    }
    #expect(read.count == 4_000)
    #expect(read.last?.cells.last?.value == .number(148_000.25))
  }

  @Test func `a byte changed anywhere changes what both read`() throws {
    let sound = Array(
      #"""
      <row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000.5</v></c></row>
      <row r="2" hidden="1"><c r="A2"><f>1+1</f><v>2</v></c><c r="C2" t="s"><v>2</v></c></row><row r="4"/>
      """#.utf8)
    let bytes = Array(" \n<>/=\"&'-.0123456789acrstvfABCé".utf8)
    var random = Seeded(state: 20_251_121)
    for _ in 0..<400 {
      var changed = sound
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = changed.indices.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<3, using: &random) {
        case 0: changed[place] = bytes.randomElement(using: &random) ?? 0
        case 1: changed.remove(at: place)
        default: changed.insert(bytes.randomElement(using: &random) ?? 0, at: place)
        }
      }
      let rows = String(decoding: changed, as: UTF8.self)
      let (ours, parsed) = try Self.bothReadings(rows)
      #expect(ours == parsed, "\(rows)")
    }
  }
}

/// The same numbers in every run.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
