import Spreadsheet
import Testing

struct CellValueTests {
  @Test(arguments: [
    ("<c><v>12,5</v></c>", "12,5", "a number such as 1200.5"),
    ("<c><v>nan</v></c>", "nan", "a number such as 1200.5"),
    ("<c><v>inf</v></c>", "inf", "a number such as 1200.5"),
    ("<c><v>0x1F</v></c>", "0x1F", "a number such as 1200.5"),
    ("<c><v>1e999</v></c>", "1e999", "a number such as 1200.5"),
    (#"<c t="b"><v>2</v></c>"#, "2", "0 or 1"),
    (#"<c t="s"><v>-1</v></c>"#, "-1", "the number of a shared text"),
    (#"<c t="x"><v>1</v></c>"#, "x", "one of the cell types n, s, str, inlineStr, b, e and d"),
    (#"<c r="C"><v>1</v></c>"#, "C", "a cell reference such as B12"),
  ])
  func `what a cell may not hold is refused`(xml: String, found: String, expected: String) throws {
    let error = try TestWorkbook(rows: "<row>\(xml)</row>").refusal()
    #expect(error?.reason == .malformedValue(found: found, expected: expected))
    #expect(error?.sheet == "Data")
  }

  @Test func `an error about a cell names it`() throws {
    let rows = #"<row r="4"><c r="B4"><v>1</v></c><c r="D4"><v>one</v></c></row>"#
    #expect(try TestWorkbook(rows: rows).refusal()?.cell == CellReference(row: 4, column: 4))
  }

  @Test func `a shared text that is not there is refused`() throws {
    let rows = #"<row><c t="s"><v>1</v></c></row>"#
    #expect(try TestWorkbook(rows: rows).refusal()?.reason == .missingSharedString(index: 1))
    #expect(
      try TestWorkbook(rows: rows, strings: ["<si><t>a</t></si>"]).refusal()?.reason
        == .missingSharedString(index: 1))
  }

  @Test(arguments: [
    ("0", 0.0), ("1200", 1200), ("-1200.5", -1200.5), ("1234.0999999999999", 1234.1),
    ("1E-05", 0.00001), ("1.5e+3", 1500), (" 7 ", 7), ("123456789012345", 123_456_789_012_345),
  ])
  func `a number is read as written`(text: String, number: Double) throws {
    #expect(
      try TestWorkbook(rows: "<row><c><v>\(text)</v></c></row>").value() == .number(number))
  }

  @Test(arguments: [
    (#"<c t="n"><v>1</v></c>"#, CellValue.number(1)),
    (#"<c t="b"><v>1</v></c>"#, .boolean(true)), (#"<c t="b"><v>0</v></c>"#, .boolean(false)),
    (#"<c t="b"><v>true</v></c>"#, .boolean(true)),
    (#"<c t="e"><v>#REF!</v></c>"#, .error("#REF!")),
    (#"<c t="str"><v>as is </v></c>"#, .text("as is ")),
    (#"<c t="s"><v>0</v></c>"#, .text("shared")),
    (#"<c t="inlineStr"><is><t>inline</t></is></c>"#, .text("inline")),
    (#"<c t="inlineStr"><v>in the wrong place</v></c>"#, .text("in the wrong place")),
    (#"<c t="d"><v>2025-03-09</v></c>"#, date("2025-03-09", 0)),
    (#"<c t="d"><v>2025-03-09T12:30:15.5Z</v></c>"#, date("2025-03-09", 45_016)),
    (#"<c t="d"><v>2025-03-09T23:59:59.9</v></c>"#, date("2025-03-10", 0)),
    (#"<c t="d"><v>2025-02-30</v></c>"#, .text("2025-02-30")),
    (#"<c t="d"><v>10:10:10</v></c>"#, .text("10:10:10")),
    (#"<c t="d"><v>2025-03-09T24:00</v></c>"#, .text("2025-03-09T24:00")),
  ])
  func `every type of cell is read`(xml: String, value: CellValue) throws {
    let workbook = TestWorkbook(rows: "<row>\(xml)</row>", strings: ["<si><t>shared</t></si>"])
    #expect(try workbook.value() == value)
  }

  @Test(arguments: [
    "<c/>", "<c><v/></c>", #"<c t="s"><v></v></c>"#, #"<c t="s"><v>0</v></c>"#, #"<c t="str"/>"#,
    #"<c t="inlineStr"><is><t/></is></c>"#, #"<c t="inlineStr"/>"#, #"<c t="d"/>"#,
    #"<c t="str"><f>A2</f><v></v></c>"#,
  ])
  func `a cell that holds nothing is left out, and its row with it`(xml: String) throws {
    let rows = "<row>\(xml)</row><row><c><v>1</v></c></row>"
    let read = try TestWorkbook(rows: rows, strings: ["<si><t/></si>"]).rows()
    #expect(read.map(\.number) == [2])
  }

  @Test(arguments: [
    ("<c><f>1+1</f><v>2</v></c>", CellValue.number(2)),
    (#"<c t="str"><f>"a"</f><v>a</v></c>"#, .text("a")),
    (#"<c t="b"><f>TRUE()</f><v>1</v></c>"#, .boolean(true)),
    (#"<c t="e"><f>1/0</f><v>#DIV/0!</v></c>"#, .error("#DIV/0!")),
    (#"<c s="1"><f>TODAY()</f><v>45725</v></c>"#, date("2025-03-09", 0)),
    (#"<c><f t="shared" si="0"/><v>3</v></c>"#, .number(3)),
    ("<c><f>1+1</f></c>", .noCachedResult), ("<c><f>1+1</f><v/></c>", .noCachedResult),
    (#"<c t="str"><f>"a"</f></c>"#, .noCachedResult),
  ])
  func `a formula gives the result saved with it`(xml: String, value: CellValue) throws {
    let read = try TestWorkbook(rows: "<row>\(xml)</row>", formats: ["yyyy-mm-dd"]).rows()
    #expect(read.first?.cells.map(\.value) == [value])
    #expect(read.first?.cells.map(\.isFormula) == [true])
  }

  @Test func `the missing result of a formula is the error "no cached result"`() {
    #expect(CellValue.noCachedResult == .error("no cached result"))
  }
}

private func date(_ day: String, _ seconds: Int) -> CellValue {
  CalendarDay(iso8601: day).map { .date($0, secondsOfDay: seconds) } ?? .error("no day")
}
