import Spreadsheet
import Testing

struct SheetLayoutTests {
  @Test(arguments: [
    (#"<row r="2"/><row r="2"/>"#, "row 2 stands after row 2"),
    (#"<row r="7"/><row r="5"/>"#, "row 5 stands after row 7"),
    (#"<row r="1"><c r="A2"/></row>"#, "cell A2 stands in row 1"),
    (#"<row r="1"><c r="C1"/><c r="B1"/></row>"#, "cell B1 stands after cell C1"),
    (#"<row r="1"><c r="C1"/><c r="C1"/></row>"#, "cell C1 stands after cell C1"),
    (#"<row r="1"><c r="XFD1"/><c/></row>"#, "row 1 has more than 16384 cells"),
  ])
  func `rows and cells out of order are refused`(rows: String, detail: String) throws {
    #expect(try TestWorkbook(rows: rows).refusal()?.reason == .outOfOrder(detail))
  }

  @Test(arguments: ["0", "-1", "1048577", "one", "99999999999999999999"])
  func `a row number that no sheet has is refused`(number: String) throws {
    #expect(
      try TestWorkbook(rows: #"<row r="\#(number)"/>"#).refusal()?.reason
        == .malformedValue(found: number, expected: "a row number from 1 to 1048576"))
  }

  @Test func `rows and cells without references are counted`() throws {
    let rows = """
      <row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row>
      <row><c><v>5</v></c></row>
      """
    #expect(
      try TestWorkbook(rows: rows).rows().flatMap(\.cells).map(\.reference.description)
        == ["A1", "B1", "C5", "D5", "A6"])
  }

  @Test func `a row without a number is where its first cell is`() throws {
    let rows = #"<row><c r="B4"><v>1</v></c></row><row><c><v>2</v></c></row>"#
    #expect(try TestWorkbook(rows: rows).values() == ["B4": .number(1), "A5": .number(2)])
  }

  @Test func `hidden rows are marked`() throws {
    let cell = "<c><v>1</v></c>"
    let rows =
      #"<row hidden="1">\#(cell)</row><row hidden="true">\#(cell)</row><row>\#(cell)</row>"#
    #expect(try TestWorkbook(rows: rows).rows().map(\.isHidden) == [true, true, false])
  }

  @Test func `the value of merged cells is in their first cell only`() throws {
    var workbook = TestWorkbook(rows: #"<row><c r="A1"><v>1</v></c><c r="B1"/></row>"#)
    workbook.parts["xl/worksheets/sheet1.xml"]?.replace(
      "</sheetData>", with: #"</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>"#)
    #expect(try workbook.values() == ["A1": .number(1)])
  }

  @Test func `elements of other namespaces and after the data mean nothing`() throws {
    var workbook = TestWorkbook(
      rows: #"<row><c xmlns:z="urn:z"><z:v>9</z:v><v>1</v></c><z:c xmlns:z="urn:z"/></row>"#)
    workbook.parts["xl/worksheets/sheet1.xml"]?.replace(
      "</sheetData>", with: "</sheetData><row><c><v>2</v></c></row>")
    #expect(try workbook.values() == ["A1": .number(1)])
  }

  @Test func `rows are handed over one by one, and what stops them is passed on`() throws {
    let folder = try TemporaryFolder()
    let bytes = try TestWorkbook(rows: String(repeating: "<row><c><v>1</v></c></row>", count: 9))
      .bytes()
    let reader = try WorkbookReader(path: folder.file(bytes))
    let stop = SpreadsheetError(file: "mine", reason: .empty)
    var numbers: [Int] = []
    #expect(throws: stop) {
      try reader.rows(of: #require(reader.sheets.first)) { row throws(SpreadsheetError) in
        numbers.append(row.number)
        if row.number == 3 { throw stop }
      }
    }
    #expect(numbers == [1, 2, 3])
  }
}

extension String {
  /// Replaces a piece of text wherever it stands.
  mutating func replace(_ piece: String, with other: String) {
    self = replacing(piece, with: other)
  }
}
