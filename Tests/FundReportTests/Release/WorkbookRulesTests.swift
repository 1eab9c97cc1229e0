import Foundation
import Spreadsheet
import Testing

/// Our own workbooks against the rules of publishable ones, and the command that anyone can ask.
@Suite struct WorkbookRulesTests {
  @Test func `the analyst edition of the example fund keeps every rule of its column`() throws {
    let fund = ExampleFund()
    for year in [2024, 2025] {
      let workbook = try #require(try fund.run(year).workbook)
      let check = try WorkbookCheck(path: workbook, edition: .analyst)
      #expect(check.findings == [], "\(year)")
    }
  }

  @Test func `so does the workbook of a fund that reported nothing`() throws {
    let fund = try TinyFund()
    let workbook = try #require(try fund.run().workbook)
    #expect(try WorkbookCheck(path: workbook, edition: .analyst).findings == [])
  }

  @Test func `the command names sheet, cell, what stands there and how to mend it`() throws {
    let fund = try TinyFund()
    let path = fund.folder + "/sums-2025.xlsx"
    var sheet = Sheet(name: "Sums")
    sheet.rows = .rows([
      SheetLine(cells: [.text("Sums", .title)]),
      SheetLine(cells: [.text("pale", CellStyle(fontColour: 0x999999))]),
    ])
    let properties = Workbook.Properties(
      title: "Sums", subject: "Sums", author: "The Fund",
      created: try #require(CalendarDay(year: 2025, month: 1, day: 1)))
    try Workbook(properties: properties, sheets: [sheet]).write(to: path)
    let program = try Program("check-workbook", path)
    #expect(program.code == 1)
    #expect(
      program.output.contains(
        """
        \(path) › Sums!A2: essential R20: text with a contrast of 2.8 to 1
            rule:    Text stands out from its ground, 4.5 to 1 and more; large text and charts 3 to 1; \
        no fills in the public edition
            mend:    use black or a darker colour on white
        """))
    // Eight things a cover should say are missing, and how to mend it is said once.
    #expect(program.output.split(separator: "the cover does not say").count == 9)
    #expect(program.output.split(separator: "    mend:    add a line").count == 2)
    #expect(program.output.contains("\(path): R02 not looked at: whether tables are named as"))
    #expect(
      program.output.hasSuffix(
        "\(path): 34 rules of the public edition, 2 broken, 1 of them essential\n"))
  }

  @Test func `each edition has all rules but two`() throws {
    let fund = try TinyFund()
    let book = try #require(try fund.run().workbook)
    for edition in WorkbookEdition.allCases {
      #expect(try WorkbookCheck(path: book, edition: edition).ruleCount == 34)
    }
    withExtendedLifetime(fund) {}
  }

  @Test func `a rule that is not essential does not fail the command`() throws {
    let fund = try TinyFund()
    let workbook = try #require(try fund.run().workbook)
    let copy = fund.folder + "/Copy 2025.xlsx"
    try FileManager.default.copyItem(atPath: workbook, toPath: copy)
    let program = try Program("check-workbook", "--edition", "analyst", copy)
    #expect(program.output.contains("rule R34: file name “Copy 2025.xlsx”"))
    #expect(program.code == 0)
  }

  @Test func `no file is wrong usage, another kind of file is a finding`() throws {
    let missing = try Program("check-workbook", "/nowhere/book.xlsx")
    #expect(missing.code == 2)
    #expect(missing.complaint == "/nowhere/book.xlsx is not there; name a workbook (.xlsx)\n")
    let other = try Program("check-workbook", "README.md")
    #expect(other.code == 1)
    #expect(
      other.output == """
        README.md: the file is not a workbook, whatever its name; expected an Excel workbook \
        (.xlsx); save it as .xlsx

        """)
  }
}
