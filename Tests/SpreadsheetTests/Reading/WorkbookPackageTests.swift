import Spreadsheet
import Testing

struct WorkbookPackageTests {
  private static let one = TestWorkbook(
    rows: #"<row><c t="s" s="1"><v>0</v></c><c s="1"><v>45725</v></c></row>"#,
    strings: ["<si><t>a</t></si>"], formats: ["d"])
  private static let values: [String: CellValue] = [
    "A1": .text("a"), "B1": .date(CalendarDay(daysSince1970: 20_156), secondsOfDay: 0),
  ]

  @Test(arguments: ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
  func `a part in a foreign namespace is refused, not taken for a blank one`(part: String) throws {
    var workbook = Self.one
    workbook.parts[part]?.replace(TestWorkbook.main, with: "urn:other")
    let lacking = ["xl/workbook.xml": "the list of its sheets"]
    #expect(
      try workbook.refusal()?.reason == .missingPart(lacking[part] ?? "the cells of \(part)"))
  }

  @Test func `two sheets of one name are refused`() throws {
    var workbook = Self.one
    workbook.listSheets(#"<sheet name="Data" r:id="d1"/><sheet name="DATA" r:id="d1"/>"#)
    #expect(try workbook.refusal()?.reason == .duplicateSheet("DATA"))
  }

  @Test func `a sheet without a part is refused`() throws {
    var workbook = Self.one
    workbook.listSheets(#"<sheet name="Data" r:id="d9"/>"#)
    #expect(try workbook.refusal()?.reason == .missingPart("the cells of the sheet Data"))
    workbook.listSheets(#"<sheet name="Data"/>"#)
    #expect(
      try workbook.refusal()?.reason
        == .malformedValue(found: "Data", expected: "a sheet with a name and a part"))
  }

  @Test func `sheets are listed in the order of their tabs, hidden ones marked`() throws {
    var workbook = Self.one
    workbook.listSheets(
      #"""
      <sheet name="Zwei &amp; drei" r:id="d1"/><sheet name="Eins" state="hidden" r:id="d1"/>\#
      <sheet name="Null" state="veryHidden" r:id="d1"/><sheet name="Vier" state="visible" r:id="d1"/>
      """#)
    let sheets = try open(workbook).sheets
    #expect(sheets.map(\.name) == ["Zwei & drei", "Eins", "Null", "Vier"])
    #expect(sheets.map(\.isHidden) == [false, true, true, false])
  }

  @Test func `sheets that hold only a chart are left out`() throws {
    var workbook = Self.one
    workbook.listSheets(#"<sheet name="Chart" r:id="d7"/><sheet name="Data" r:id="d1"/>"#)
    workbook.parts["xl/_rels/workbook.xml.rels"]?.replace(
      "</Relationships>",
      with: #"""
        <Relationship Id="d7" Type="\#(TestWorkbook.office)/chartsheet" Target="chart.xml"/>\#
        </Relationships>
        """#)
    #expect(try open(workbook).sheets.map(\.name) == ["Data"])
  }

  @Test(arguments: [
    "/xl/worksheets/sheet1.xml", "./worksheets/sheet1.xml", "../xl/worksheets/sheet1.xml",
    "Worksheets/SHEET1.XML", #"worksheets\sheet1.xml"#, "/../../xl/worksheets/sheet1.xml",
  ])
  func `the path of a part may be absolute, relative or in another case`(path: String) throws {
    var workbook = Self.one
    workbook.parts["xl/_rels/workbook.xml.rels"]?.replace("worksheets/sheet1.xml", with: path)
    #expect(try workbook.values() == Self.values)
  }

  @Test func `a part outside the archive is never read`() throws {
    var workbook = Self.one
    workbook.parts["xl/_rels/workbook.xml.rels"]?.replace(
      "worksheets/sheet1.xml", with: "../../../../etc/passwd")
    #expect(try workbook.refusal()?.reason == .missingPart("etc/passwd"))
    workbook.parts["xl/_rels/workbook.xml.rels"]?.replace(
      "Target=\"../../../../etc/passwd\"", with: #"Target="/etc/passwd" TargetMode="External""#)
    #expect(try workbook.refusal()?.reason == .missingPart("the cells of the sheet Data"))
  }

  @Test func `a workbook without shared texts and styles is read`() throws {
    #expect(
      try TestWorkbook(rows: "<row><c s=\"3\"><v>45725</v></c></row>").values()
        == ["A1": .number(45_725)])
  }

  @Test func `a workbook whose archive does not point at it is found where Excel puts it`() throws {
    var workbook = Self.one
    workbook.parts["_rels/.rels"] = nil
    #expect(try workbook.values() == Self.values)
  }

  @Test func `strict workbooks are read`() throws {
    var workbook = Self.one
    for part in workbook.parts.keys {
      workbook.parts[part]?.replace(
        TestWorkbook.main, with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
      workbook.parts[part]?.replace(
        TestWorkbook.office, with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
    }
    #expect(try workbook.values() == Self.values)
  }

  @Test func `any prefix may stand for the namespace of workbooks`() throws {
    var workbook = Self.one
    workbook.parts["xl/worksheets/sheet1.xml"] = #"""
      <x:worksheet xmlns:x="\#(TestWorkbook.main)"><x:sheetData><x:row><x:c s="1" t="s"><x:v>0\#
      </x:v></x:c><x:c s="1"><x:v>45725</x:v></x:c></x:row></x:sheetData></x:worksheet>
      """#
    #expect(try workbook.values() == Self.values)
  }

  @Test func `elements without a namespace are read`() throws {
    var workbook = Self.one
    workbook.parts["xl/worksheets/sheet1.xml"]?.replace(
      #" xmlns="\#(TestWorkbook.main)""#, with: "")
    #expect(try workbook.values() == Self.values)
  }

  @Test func `parts may be in UTF-16`() throws {
    let workbook = TestWorkbook(rows: #"<row><c t="str"><v>été</v></c></row>"#)
    let parts = workbook.parts.sorted { $0.key < $1.key }.map { path, xml in
      (path: path, content: [0xFF, 0xFE] + xml.utf16LittleEndian)
    }
    let folder = try TemporaryFolder()
    let reader = try WorkbookReader(path: folder.file(TestArchive(parts: parts).bytes()))
    let rows = try reader.rows(of: #require(reader.sheets.first))
    #expect(rows.flatMap(\.cells).map(\.value) == [.text("été")])
  }

  private func open(_ workbook: TestWorkbook) throws -> WorkbookReader {
    let folder = try TemporaryFolder()
    return try WorkbookReader(path: folder.file(workbook.bytes()))
  }
}

extension TestWorkbook {
  /// Puts other `sheet` elements into the workbook part.
  fileprivate mutating func listSheets(_ sheets: String) {
    parts["xl/workbook.xml"] = #"""
      <workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.office)"><sheets>\#(sheets)</sheets></workbook>
      """#
  }
}
