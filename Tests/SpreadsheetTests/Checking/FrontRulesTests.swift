import Spreadsheet
import Testing

/// R14 to R16 and R18: finding one's way.
struct FrontRulesTests {
  let good = PublishedExample()

  @Test func `a cover that leaves something out breaks R14`() throws {
    var book = good
    book.facts = ["Purpose", "Publisher", "Contact", "Licence", "Data as of March", "Release 1"]
    #expect(
      try book.findings("R14") == [
        "Cover: the cover does not say the period", "Cover: the cover does not say the next update",
      ])
  }

  @Test func `a sheet that the contents pass over breaks R15`() throws {
    var book = good
    book.further = [.agreements]
    #expect(try book.findings("R15") == [])
    // The second link of the contents leads to Transfers too.
    let lost = book.replacing(
      "'Agreements'!A1", with: "'Transfers'!A1", in: "xl/worksheets/sheet2.xml")
    #expect(try lost.findings("R15") == ["Contents: no link to the sheet “Agreements”"])
  }

  @Test func `a link that leads nowhere breaks R15`() throws {
    let lost = good.replacing("'Contents'!A1", with: "'Index'!A1")
    #expect(
      try lost.findings("R15") == ["Transfers!A3: a link to “'Index'!A1”, which is not there"])
  }

  @Test func `a title that is missing or small breaks R16`() throws {
    var book = good
    book.title = .text("Transfers", CellStyle(isBold: true))
    #expect(try book.findings("R16") == ["Transfers!A1: a title that is not bold and larger"])
    book.title = .blank()
    #expect(try book.findings("R16") == ["Transfers!A1: no title in A1"])
    #expect(try book.check().breaksEssentialRule)
  }

  @Test func `a second line that counts no tables or passes over marks breaks R16`() throws {
    var book = good
    book.note = "Figures are rounded."
    #expect(
      try book.findings("R16") == [
        "Transfers!A2: A2 does not say how many tables there are",
        "Transfers!A2: neither A2 nor a line below it mentions the marks in the table",
      ])
    book.note = "1 table, marks as on the sheet Notes."
    #expect(try book.findings("R16") == [])
  }

  @Test(arguments: ["Sheet1", "Tabelle 3", "Feuil2"])
  func `a sheet name that says nothing breaks R18`(name: String) throws {
    var book = good
    book.further = [.example(name, [[.text("Title", .title)]])]
    #expect(try book.findings("R18") == ["\(name): sheet name “\(name)”"])
  }

  @Test func `an empty sheet breaks R18`() throws {
    var book = good
    book.further = [.example("2025", [])]
    #expect(try book.findings("R18") == ["2025: an empty sheet"])
  }
}
