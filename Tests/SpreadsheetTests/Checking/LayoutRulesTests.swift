import Spreadsheet
import Testing

/// R07, R08, R10 and R31: what is in sight.
struct LayoutRulesTests {
  let good = PublishedExample()

  @Test func `text that runs into the next cell breaks R07, unless it wraps`() throws {
    var book = good
    let long = "The association of the returned of three valleys and their families"
    book[1] = .text(long, CellStyle(horizontal: .left))
    #expect(
      try book.findings("R07")
        == [
          "Transfers!B5: text longer than its column: “The association of the returned of three valleys and their …”"
        ]
    )
    book[1] = .text(long)
    #expect(try book.findings("R07") == [])
    let low = book.replacing(#"<row r="5""#, with: #"<row r="5" ht="15" customHeight="1""#)
    #expect(try low.findings("R07").first?.hasPrefix("Transfers!B5: text higher than") == true)
  }

  @Test func `a number wider than its column breaks R07`() throws {
    var book = good
    book[2] = .number(123_456_789_012, .money)
    #expect(try book.findings("R07") == [])
    book[2] = .number(
      123_456_789_012, CellStyle(size: 18, numberFormat: "#,##0.00", horizontal: .right))
    #expect(try book.findings("R07") == ["Transfers!C5: a number wider than its column"])
  }

  @Test func `filters and frozen panes break R08 in the public edition only`() throws {
    var book = good
    book.hasFilter = true
    #expect(try book.findings("R08") == ["Transfers!A4: filter buttons of the table Transfers"])
    #expect(try book.findings("R08", .analyst) == [])
    var frozen = Sheet.example("Frozen", [[.text("Frozen", .title)]])
    frozen.frozenRows = 1
    book.hasFilter = false
    book.further = [frozen]
    #expect(try book.findings("R08") == ["Frozen: frozen or split panes"])
  }

  @Test func `hidden rows, columns, sheets and values break R10`() throws {
    #expect(
      try good.replacing(#"<row r="5""#, with: #"<row r="5" hidden="1""#).findings("R10")
        == ["Transfers!A5: a hidden row"])
    #expect(
      try good.replacing(#"<col min="2""#, with: #"<col hidden="1" min="2""#).findings("R10")
        == ["Transfers!B1: a hidden column"])
    let book = "xl/workbook.xml"
    #expect(
      try good.replacing(#"sheetId="3""#, with: #"sheetId="3" state="veryHidden""#, in: book)
        .findings("R10") == ["Transfers: a hidden sheet"])
    var hiding = good
    hiding[2] = .number(1, CellStyle(numberFormat: ";;;", horizontal: .right))
    #expect(
      try hiding.findings("R10") == ["Transfers!C5: a number format that shows nothing"])
  }

  @Test func `a workbook that opens elsewhere than at the start breaks R31`() throws {
    let view = #"windowHeight="9660""#
    #expect(
      try good.replacing(view, with: view + #" activeTab="2""#, in: "xl/workbook.xml")
        .findings("R31") == ["opens on sheet 3"])
    let away = good.replacing(
      #"<sheetView workbookViewId="0"/>"#,
      with: #"<sheetView workbookViewId="0"><selection activeCell="C9" sqref="C9"/></sheetView>"#)
    #expect(try away.findings("R31") == ["Transfers!C9: the cursor is at C9"])
  }
}
