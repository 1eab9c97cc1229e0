import Spreadsheet
import Testing

/// R01 to R06 and R17: what a table is, and where it stands.
struct TableRulesTests {
  let good = PublishedExample()

  @Test(arguments: WorkbookEdition.allCases)
  func `a workbook that keeps every rule has no findings`(edition: WorkbookEdition) throws {
    #expect(try good.check(edition).findings == [])
  }

  @Test func `rows and columns outside a table break R01`() throws {
    var book = good
    book.further = [
      .example(
        "More", [[.text("More", .title)], [.text("A"), .text("B")], [.text("C"), .text("D")]])
    ]
    #expect(try book.findings("R01") == ["More!A2: rows and columns that are no table"])
    // The first sheet may list names and words, but no numbers.
    let block: [[OutputCell]] = [[.text("KEN"), .number(3)], [.text("UGA"), .number(4)]]
    let only = Workbook(properties: good.properties, sheets: [.example("Sums", block)])
    let folder = try TemporaryFolder()
    try only.write(to: folder.path + "/sums.xlsx")
    let check = try WorkbookCheck(path: folder.path + "/sums.xlsx")
    #expect(check.findings.first?.rule == "R01")
    #expect(check.breaksEssentialRule)
  }

  @Test func `a row that its table leaves out breaks R01`() throws {
    var book = good
    book.below = [[.text("ZMB", .code)]]
    #expect(
      try book.findings("R01") == ["Transfers!A7: a cell beside the table Transfers, outside it"])
  }

  @Test(arguments: ["Table1", "Tabelle_3", "Transfers.1"])
  func `a table name that says nothing or has a dot breaks R02`(name: String) throws {
    var book = good
    book.tableName = name
    #expect(try book.findings("R02") == ["Transfers!A4: table name “\(name)”"])
  }

  @Test func `merged cells break R03`() throws {
    let book = good.replacing(
      "</sheetData>",
      with: #"</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>"#)
    #expect(try book.findings("R03") == ["Transfers!A1: merged cells A1:B1"])
  }

  @Test func `a blank row in a table breaks R04`() throws {
    var book = good
    book.rows.insert([.blank(.body), .blank(), .blank(), .blank()], at: 1)
    #expect(try book.findings("R04") == ["Transfers!A6: a blank row in the table Transfers"])
  }

  @Test func `a header that is missing, of no meaning or there twice breaks R05`() throws {
    let table = "xl/tables/table2.xml"
    #expect(
      try good.replacing(#"ref="A4:D6""#, with: #"ref="A4:D6" headerRowCount="0""#, in: table)
        .findings("R05") == ["Transfers!A4: table Transfers has no header row"])
    var book = good
    book.headers[1] = .text("Column2", .header)
    #expect(
      try book.findings("R05") == ["Transfers!B4: header “Column2”, which says nothing"])
    let strings = "xl/sharedStrings.xml"
    #expect(
      try good.replacing("<t>Partner</t>", with: "<t>CODE</t>", in: strings).findings("R05")
        == ["Transfers!B4: header “CODE” a second time"])
    #expect(
      try good.replacing("<t>Partner</t>", with: "<t></t>", in: strings).findings("R05")
        == ["Transfers!B4: a header that is no text"])
  }

  @Test func `a column shown in percent or a currency names it, or R06 is broken`() throws {
    var book = good
    book.headers[3] = .text("Part", .numberHeader)
    #expect(
      try book.findings("R06") == ["Transfers!D4: numbers are shown with “%”, the header is “Part”"]
    )
    book.headers[1] = .text("Unit", .header)
    #expect(try book.findings("R06") == [])
  }

  @Test func `a cell below the table, a second table or one right of A breaks R17`() throws {
    var book = good
    book.below = [[], [.text("Source: forms")]]
    #expect(try book.findings("R17") == ["Transfers!A8: a cell below the table"])
    #expect(try book.findings("R17", .analyst) == [])

    let table = "xl/tables/table2.xml"
    let right = good.replacing(#"ref="A4:D6""#, with: #"ref="B4:D6""#, in: table)
    #expect(
      try right.findings("R17") == ["Transfers!B4: table Transfers starts right of column A"])
    #expect(try right.check().breaksEssentialRule)
  }
}
