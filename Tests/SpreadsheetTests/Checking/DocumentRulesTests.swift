import Spreadsheet
import Testing

/// R29, R30 and R34: links, properties and the file name; and what is said of the rest.
struct DocumentRulesTests {
  let good = PublishedExample()

  @Test func `links without words or over http break R29`() throws {
    var book = good
    book[1] = .link(to: .url("https://example.org/a"), text: "https://example.org/a")
    #expect(
      try book.findings("R29") == ["Transfers!B5: a link shown as “https://example.org/a”"])
    book[1] = .link(to: .url("https://example.org/a"), text: "click here")
    #expect(try book.findings("R29") == ["Transfers!B5: a link called “click here”"])
    book[1] = .link(to: .url("http://example.org/a"), text: "The report of 2025")
    #expect(try book.findings("R29") == ["Transfers!B5: a link to “http://example.org/a”"])
    book[1] = .link(to: .url("https://example.org/a"), text: "The report of 2025")
    #expect(try book.findings("R29") == [])
  }

  @Test func `a bare address outside a table breaks R29`() throws {
    var book = good
    book.facts.append("www.example.org")
    #expect(try book.findings("R29") == ["Cover!A10: a bare address: “www.example.org”"])
  }

  @Test func `missing properties break R30`() throws {
    var book = good
    book.properties.title = ""
    book.properties.subject = ""
    book.properties.author = ""
    #expect(try book.findings("R30") == ["no title", "no subject", "no organisation (Company)"])
    let mute = good.replacing("Language", with: "Tongue", in: "docProps/custom.xml")
    #expect(try mute.findings("R30") == ["no language"])
  }

  @Test func `persons and folders in properties break R30`() throws {
    let person = good.replacing(
      "<dc:creator>The Fund<", with: "<dc:creator>A. Person<", in: "docProps/core.xml")
    #expect(
      try person.findings("R30") == ["“A. Person”, who is not the organisation, as author"])
    var book = good
    book.properties.comments = #"from C:\Users\person"#
    #expect(try book.findings("R30") == ["a folder in the property description"])
  }

  @Test func `a file name with capitals, blanks or no year breaks R34`() throws {
    var book = good
    book.name = "Annual Report.xlsx"
    #expect(
      try book.findings("R34") == ["file name “Annual Report.xlsx”", "a file name without a year"])
  }

  @Test func `cells of which the same is to be said are one finding`() throws {
    var book = good
    book[2] = .blank()
    book.rows[1][2] = .blank()
    book.rows.append(good.rows[0])
    #expect(
      try book.findings("R09")
        == ["Transfers!C5 C6: an empty cell in column “Transferred, USD” of the table Transfers"])
  }

  @Test func `what a file alone can not tell is said`() throws {
    let unseen = try good.check().unseen.map(\.rule)
    #expect(unseen.contains("R02"))
    #expect(unseen.contains("R32"))
    #expect(unseen == unseen.sorted())
  }

  @Test func `what is no workbook is refused by name`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(Array("code,name\n".utf8), name: "list.xlsx")
    #expect(throws: SpreadsheetError(file: path, reason: .notAWorkbook)) {
      try WorkbookCheck(path: path)
    }
  }
}
