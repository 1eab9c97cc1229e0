import Spreadsheet
import Testing

/// R23 to R27, R33, R35 and R36: numbers, dates and formulas.
struct NumberAndFormulaRulesTests {
  let good = PublishedExample()

  @Test func `a number without a format breaks R23`() throws {
    var book = good
    book[2] = .number(12, CellStyle(horizontal: .right))
    #expect(try book.findings("R23") == ["Transfers!C5: a number without a number format"])
  }

  @Test func `digits as text break R23, unless they are meant`() throws {
    // Our writer says of the code 015 that it is meant as text.
    let meant = #"<ignoredErrors><ignoredError sqref="A5" numberStoredAsText="1"/></ignoredErrors>"#
    #expect(
      try good.replacing(meant, with: "").findings("R23")
        == ["Transfers!A5: a number stored as text: “015”"])
  }

  @Test func `a number set left and a header set against its column break R24`() throws {
    var book = good
    book[2] = .number(1, CellStyle(numberFormat: "0", horizontal: .left))
    book.headers[1] = .text("Partner", .numberHeader)
    #expect(
      try book.findings("R24") == [
        "Transfers!B4: a header not set left over text",
        "Transfers!C5: a number that is not set right",
      ])
    book = good
    // A share in words stands where its number would.
    book[3] = .text("3 of 4", CellStyle(horizontal: .right))
    #expect(try book.findings("R24") == [])
    book[1] = .text("Wadi", CellStyle(horizontal: .centre))
    #expect(try book.findings("R24") == ["Transfers!B5: text that is not set left"])
  }

  @Test func `dates that are not ISO 8601 break R25`() throws {
    var book = good
    book[1] = .text("31/12/2025")
    #expect(try book.findings("R25") == ["Transfers!B5: a date in text: “31/12/2025”"])
    let day = CalendarDay.on(2025, 12, 31)
    book[1] = .date(day, CellStyle(numberFormat: "dd/mm/yyyy", horizontal: .right))
    #expect(try book.findings("R25") == ["Transfers!B5: a date with the format “dd/mm/yyyy”"])
    book[1] = .date(day)
    #expect(try book.findings("R25") == [])
    let old = book.replacing(
      "<workbookPr ", with: #"<workbookPr date1904="1" "#, in: "xl/workbook.xml")
    #expect(try old.findings("R25") == ["days are counted from 1904"])
  }

  @Test func `unseparated thousands and rounding in silence break R26`() throws {
    var book = good
    book[2] = .number(9_999, CellStyle(numberFormat: "0", horizontal: .right))
    #expect(try book.findings("R26") == [])
    book[2] = .number(10_000, CellStyle(numberFormat: "0", horizontal: .right))
    #expect(try book.findings("R26") == ["Transfers!C5: thousands that are not separated"])
    // 12.34% is shown as 12.3%.
    book = good
    book[3] = .number(0.1234, .percent)
    #expect(try book.findings("R26") == [])
    book.note = "One table. [x] not available"
    #expect(
      try book.findings("R26") == ["Transfers!D5: a rounded figure, and the sheet does not say so"])
  }

  @Test func `a formula breaks R27 in the public edition`() throws {
    var book = good
    book[2] = .formula("=SUM(1,2)", cached: .number(3), .money)
    #expect(try book.findings("R27") == ["Transfers!C5: a formula"])
    #expect(try book.findings("R27", .analyst) == [])
    let unsaved = book.replacing("<v>3</v>", with: "")
    #expect(try unsaved.findings("R27", .analyst) == ["Transfers!C5: a formula without its value"])
  }

  @Test(arguments: ["NOW", "OFFSET", "INDIRECT"])
  func `a volatile function breaks R27 in the analyst edition`(name: String) throws {
    var book = good
    book[2] = .formula("=1+\(name)(A1)", cached: .number(3), .money)
    #expect(
      try book.findings("R27", .analyst) == ["Transfers!C5: the volatile function \(name)"])
  }

  @Test func `a link to another workbook breaks R27`() throws {
    let linked = good.adding("xl/externalLinks/externalLink1.xml", "<externalLink/>")
    #expect(
      try linked.findings("R27")
        == ["a link to another workbook: xl/externallinks/externallink1.xml"])
  }

  @Test func `a formula that reaches out of the workbook breaks R33`() throws {
    var book = good
    book[2] = .formula(#"=WEBSERVICE("https://example.org")"#, cached: .number(3), .money)
    #expect(try book.findings("R33") == ["Transfers!C5: the function WEBSERVICE"])
    book[2] = .formula("=cmd|' /C calc'!A0", cached: .number(3), .money)
    #expect(
      try book.findings("R33") == ["Transfers!C5: a call of another program: “cmd|' /C calc'!A0”"])
    // Text that looks like a formula is text.
    book[2] = .text("=cmd|' /C calc'!A0")
    #expect(try book.findings("R33") == [])
  }

  @Test func `a formula that leads to no rows breaks R35 in the analyst edition`() throws {
    var book = good
    book[2] = .formula("=SUM(Agreements[Amount])", cached: .number(3), .money)
    #expect(
      try book.findings("R35", .analyst) == [
        "Transfers!C5: figures without a link to their rows",
        "no table of rows has columns File, Sheet, Row",
      ])
    #expect(try book.findings("R35") == [])
  }

  @Test func `a text longer than a cell breaks R36`() throws {
    let long = String(repeating: "a", count: 32_768)
    let book = good.replacing(
      "<t>Tarrow Road</t>", with: "<t>\(long)</t>", in: "xl/sharedStrings.xml")
    #expect(try book.findings("R36") == ["Transfers!B6: a text of 32768 characters"])
  }
}
