import Spreadsheet
import Testing

struct WorkbookLayoutTests {
  @Test func `tables keep their headers, looks and filter buttons`() throws {
    var sheet = Sheet.agreements
    sheet.tables[0].hasAutoFilter = true
    sheet.tables[0].style = .light
    let told = try Workbook.example(sheet).readBack()
    #expect(
      told.told("table") == [
        "Agreements Agreements!A1:B4: Code|Transferred, USD, filter, TableStyleLight1"
      ])
    #expect(
      told.told("openpyxl").prefix(2) == [
        "Agreements!A1 = 'Code' (s)", "Agreements!B1 = 'Transferred, USD' (s)",
      ])
    let look =
      "Arial, 12, bold, plain, wraps, right bottom, indent 0, format General, text none, "
      + "fill none, border None/thin"
    #expect(told.told("look").contains("Agreements!B1: " + look))
    let plain = try Workbook.example(.agreements).readBack()
    #expect(
      plain.told("table") == [
        "Agreements Agreements!A1:B4: Code|Transferred, USD, no filter, None"
      ])
  }

  @Test func `looks are written as described`() throws {
    let loud = CellStyle(
      isBold: true, size: 11, wraps: true, numberFormat: "0.0%", horizontal: .centre,
      vertical: .centre, fill: 0xFFEECC, fontColour: 0x000000, border: .thinAll, indent: 0)
    let told = try Workbook.example(
      .example(
        "Looks", [[.number(0.5, loud), .text("in", CellStyle(horizontal: .left, indent: 2))]])
    ).readBack()
    #expect(
      told.told("look") == [
        "Looks!A1: Arial, 11, bold, plain, wraps, center center, indent 0, format 0.0%, "
          + "text FF000000, fill FFFFEECC, border thin/thin",
        "Looks!B1: Arial, 12, regular, plain, one-line, left top, indent 2, format General, "
          + "text none, fill none, border None/None",
      ])
  }

  @Test func `a row may be centred between its edges, whatever its looks say`() throws {
    var sheet = Sheet(name: "Rows")
    let cells: [OutputCell] = [.text("a", .code), .number(1, .integer)]
    sheet.rows = .rows([
      SheetLine(cells: cells), SheetLine(isCentred: true, cells: cells), SheetLine(cells: cells),
    ])
    let looks = try Workbook.example(sheet).readBack().told("look")
    #expect(looks.map { $0.contains("center,") } == [false, false, true, true, false, false])
  }

  @Test func `links lead to cells and addresses, and only links are underlined`() throws {
    let told = try Workbook.example(
      .example(
        "Contents",
        [
          [.link(to: .sheet("It's 2025", CellReference(row: 7, column: 28)), text: "figures")],
          [.link(to: .url("https://example.org/terms#one"), text: "terms")],
        ]),
      Sheet(name: "It's 2025")
    ).readBack()
    #expect(
      told.told("link") == [
        "Contents!A1 -> 'It''s 2025'!AB7", "Contents!A2 -> https://example.org/terms",
      ])
    #expect(told.told("openpyxl") == ["Contents!A1 = 'figures' (s)", "Contents!A2 = 'terms' (s)"])
    #expect(told.told("look").allSatisfy { $0.contains("underline single") })
  }

  @Test func `the page, the view and the scales are written as described`() throws {
    var sheet = Sheet.agreements
    sheet.tabColour = 0x1F4E79
    sheet.columnWidths = [12, 20.5]
    sheet.frozenRows = 1
    sheet.frozenColumns = 1
    sheet.isLandscape = true
    sheet.repeatedRows = 1...1
    sheet.printArea = CellArea(rows: 1...4, columns: 1...2)
    sheet.colourScales = [
      ColourScale(
        area: CellArea(rows: 2...4, columns: 2...2), low: 0xFFFFFF, middle: 0xFFFFCC, high: 0x006837
      )
    ]
    var plain = Sheet(name: "Plain")
    plain.rows = .rows([
      SheetLine(height: 31.5, cells: [.text("a")]), SheetLine(cells: [.text("b")]),
    ])
    plain.autoFilter = CellArea(rows: 1...2, columns: 1...1)
    plain.colourScales = [
      ColourScale(area: CellArea(rows: 2...2, columns: 1...1), low: 0, high: 0x006837)
    ]
    let told = try Workbook.example(sheet, plain).readBack()
    #expect(
      told.told("page") == [
        "Agreements: landscape, paper 9, 1 wide, 0 high, fit True, repeat $1:$1, "
          + "area 'Agreements'!$A$1:$B$4",
        "Plain: portrait, paper 9, 1 wide, 0 high, fit True, repeat None, area None",
      ])
    #expect(
      told.told("view") == [
        "Agreements: frozen B2, filter None", "Plain: frozen None, filter A1:A2",
      ])
    #expect(
      told.told("scale") == [
        "Agreements!B2:B4: FFFFFFFF FFFFFFCC FF006837", "Plain!A2: FF000000 FF006837",
      ])
    #expect(told.told("tab") == ["Agreements: FF1F4E79, visible", "Plain: none, visible"])
    #expect(told.told("width") == ["Agreements!A: 12.71", "Agreements!B: 21.29"])
    #expect(told.told("height") == ["Plain!1: 31.5"])
    #expect(told.told("merged") == ["Agreements: 0", "Plain: 0"])
    #expect(told.told("active") == ["sheet Agreements, cell A1"])
  }

  @Test func `the document says what it is and names no clock`() throws {
    var book = Workbook.example(.agreements)
    book.definedNames = [("Paid", "=Agreements!$B$2:$B$4")]
    let told = try book.readBack()
    #expect(told.told("title") == ["Annual report"])
    #expect(told.told("subject") == ["Partnerships"])
    #expect(told.told("author") == ["The Fund, The Fund"])
    #expect(told.told("comments") == ["Internal"])
    #expect(told.told("created") == ["2025-12-31T12:00:00, modified 2025-12-31T12:00:00"])
    #expect(told.told("custom") == ["Language = en-GB"])
    #expect(told.told("name") == ["Paid = Agreements!$B$2:$B$4"])
  }
}
