import Testing

@testable import FundReport
@testable import Spreadsheet

/// What stands above the table of a sheet, and how its rows are set.
@Suite struct SheetHelpTests {
  private func table(_ widths: [Double], note: String) -> TableSheet {
    TableSheet(
      name: "Partners", title: "Partners", note: note, tableName: "Partners",
      columns: widths.indices.map { .init(header: "\($0)", width: widths[$0]) })
  }

  private func lines(_ table: TableSheet, _ rows: [[OutputCell]] = []) -> [SheetLine] {
    if case .rows(let lines) = table.sheet(rows).rows { lines } else { [] }
  }

  /// A2 to C3, with what is blank left out.
  private func help(_ table: TableSheet) -> [[String]] {
    lines(table)[1...2].map { $0.cells.map(\.plainText) }
  }

  @Test func `help that is short stands on one line`() {
    #expect(
      help(table([20, 20], note: "One table. Of partners.")) == [["One table. Of partners."], []])
  }

  @Test func `long help goes on below, where the paper ends`() throws {
    // 30 words of 10 characters; a sheet of A4 has room for some 118 digits.
    let note = "One table. " + Array(repeating: "partnership", count: 30).joined(separator: " ")
    let help = help(table([20, 20], note: note))
    #expect(help.map(\.count) == [1, 1])
    #expect(help.joined().joined(separator: " ") == note)
    let first = try #require(help.first?.first)
    #expect(ColumnWidth.fitting([first], atMost: 255) <= 118)
    #expect(ColumnWidth.fitting([first + " partnership"], atMost: 255) > 118)
  }

  @Test func `on paper of several pages across the first two columns say how many tables`() {
    // 500 digits are two pages; the second repeats two columns and must not cut off a sentence.
    let help = help(table([20, 30, 450], note: "One table. Of partners. With marks."))
    #expect(help == [["One table.", "", "Of partners. With marks."], []])
  }

  @Test func `the link back stands under the help, the table under it`() {
    let lines = lines(table([20, 20], note: "One table."))
    #expect(lines[TableSheet.linkRow - 1].cells.map(\.plainText) == ["Contents"])
    #expect(lines[TableSheet.headerRow - 1].cells.map(\.plainText) == ["0", "1"])
  }

  @Test func `rows of one or two lines keep off the line of the header, others begin at the top`() {
    let long = Array(repeating: "word", count: 20).joined(separator: " ")
    let rows = lines(
      table([20, 20], note: "One table."),
      [
        [.text("short"), .number(1)], [.text("a\na", .body)], [.text("short"), .text(long)],
        [.text(long, .oneLine)],
      ])
    #expect(rows.dropFirst(TableSheet.headerRow).map(\.isCentred) == [true, true, false, true])
    #expect(!rows[TableSheet.headerRow - 1].isCentred)
  }

  @Test func `a text or link to the right of a number keeps some distance`() {
    var table = table([20, 20, 20], note: "One table.")
    table.columns[0].isNumber = true
    let cells: [OutputCell] = [.number(1), .link(toSheet: "Forms"), .link(toSheet: "Forms")]
    let line = lines(table, [cells]).last
    let steps = line?.cells.map { cell -> Int in
      if case .link(_, _, let style) = cell { style.indent } else { 0 }
    }
    #expect(steps == [0, 1, 0])
  }
}
