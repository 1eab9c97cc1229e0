import Spreadsheet
import Testing

/// R32: the CSV files beside a workbook.
struct TableTwinsTests {
  private var good: PublishedExample {
    var book = PublishedExample()
    book.beside = [
      "datapackage.json": """
      {"resources": [{"path": "transfers.csv", "title": "Transfers", "schema": {"fields": [
        {"name": "code", "title": "Code"}, {"name": "partner", "title": "Partner"},
        {"name": "transferred_usd", "title": "Transferred, USD"},
        {"name": "share", "title": "Share, %"}]}}]}
      """,
      "transfers.csv": """
      code,partner,transferred_usd,share
      015,Wadi Hazel Centre,1250.5,0.125
      KEN,Tarrow Road,0,
      """,
    ]
    return book
  }

  @Test func `equal values keep R32, a mark being an empty field`() throws {
    #expect(try good.findings("R32") == [])
    #expect(try !good.check().unseen.contains { $0.rule == "R32" })
  }

  @Test func `another value, row or column breaks R32`() throws {
    var book = good
    book[2] = .number(1250.51, .money)
    #expect(
      try book.findings("R32") == ["Transfers!C5: another value than in the CSV file transfers.csv"]
    )
    book = good
    book.rows.append(book.rows[0])
    #expect(
      try book.findings("R32") == [
        "Transfers!A4: its CSV file transfers.csv has 2 rows, the table 3"
      ])
    book = good
    book.headers[1] = .text("Agency", .header)
    #expect(
      try book.findings("R32") == ["Transfers!A4: its CSV file transfers.csv has other columns"])
  }

  @Test func `the words of a link stand for the address in its CSV file`() throws {
    var book = good
    book[1] = .link(to: .url("https://example.org/wadi"), text: "Report on example.org")
    book.beside["transfers.csv"] =
      "code,partner,transferred_usd,share\n015,https://example.org/wadi,1250.5,0.125\n"
      + "KEN,Tarrow Road,0,\n"
    #expect(try book.findings("R32") == [])
    book[1] = .link(to: .url("https://example.org/other"), text: "Report on example.org")
    #expect(
      try book.findings("R32") == ["Transfers!B5: another value than in the CSV file transfers.csv"]
    )
  }

  @Test func `text that its CSV file disarms is the same text`() throws {
    var book = good
    book[1] = .text("=Wadi")
    book.beside["transfers.csv"] =
      "code,partner,transferred_usd,share\n015,'=Wadi,1250.5,0.125\nKEN,Tarrow Road,0,\n"
    #expect(try book.findings("R32") == [])
  }

  @Test func `a table without a CSV file breaks R32 in the public edition`() throws {
    var book = good
    book.further = [.agreements]
    #expect(
      try book.findings("R32") == ["Agreements!A1: a table without a CSV file of its title"])
    #expect(try book.findings("R32", .analyst) == [])
    #expect(
      try book.check(.analyst).unseen.contains {
        $0.what == "one table without a CSV file of its title" && $0.names == ["Agreements"]
      })
    book = good
    book.beside["transfers.csv"] = nil
    #expect(
      try book.findings("R32") == ["Transfers!A4: its CSV file transfers.csv is missing"])
  }

  @Test func `a descriptor that is none breaks R32, none at all is said`() throws {
    var book = good
    book.beside["datapackage.json"] = "{"
    #expect(
      try book.findings("R32").first?.hasPrefix("a datapackage.json that can not be read") == true)
    let alone = try #require(PublishedExample().check().unseen.first { $0.rule == "R32" })
    #expect(alone.what.hasSuffix("no csv/datapackage.json stands beside the workbook"))
  }
}
