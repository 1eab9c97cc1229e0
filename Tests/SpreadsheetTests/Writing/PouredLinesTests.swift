import Spreadsheet
import Testing

struct PouredLinesTests {
  /// Cells of every kind that may be poured, in a table, with looks and heights of their own.
  private var sheet: Sheet {
    var sheet = Sheet.example(
      "Data",
      [
        [.text("Code", .header), .text("Value", .numberHeader), .text("Day", .numberHeader)],
        [.text("015", .code), .number(0.1 + 0.2), .date(.on(1900, 2, 28))],
        [.text(" a & <b> ", .body), .number(-1e-9), .date(.on(1900, 3, 1), .body)],
        [.text("_x0041_\r", .body), .number(1e21), .date(.on(9999, 12, 31))],
        [.blank(.decimal), .number(-0.0, .integer), .boolean(true)],
        [.blank(), .number(9_007_199_254_740_991, .integer), .boolean(false)],
      ])
    if case .rows(var lines) = sheet.rows {
      lines[2].height = 32.5
      lines[3].isCentred = true
      sheet.rows = .rows(lines)
    }
    sheet.columnWidths = [12, 20, 12]
    sheet.tables = [
      Table(
        name: "Data", firstRow: 1, lastRow: 6, lastColumn: 3, headers: ["Code", "Value", "Day"])
    ]
    return sheet
  }

  private let notes = Sheet.example(
    "Notes",
    [[.link(to: .sheet("Data", CellReference(row: 2, column: 1)), text: "the data")]])

  @Test func `poured lines read back as lines held in memory do`() throws {
    // openpyxl leaves the escapes of text stored in its cell as they are; calamine resolves them.
    // The library stores fewer digits of numbers, and a negative zero.
    func told(_ sheet: Sheet) throws -> [String] {
      try Workbook.example(notes, sheet).readBack().lines
        .filter { !$0.hasPrefix("openpyxl Data!A4 ") && !$0.contains(" Data!B") }
    }
    let poured = try told(sheet.poured(after: 1))
    #expect(poured.contains("calamine Data!A3 = ' a & <b> '"))
    #expect(poured == (try told(sheet)))
  }

  @Test func `poured numbers read back exactly`() throws {
    let numbers = [
      0.1 + 0.2, -1e-9, 1e21, 2.0 / 3, 123_456_789.125, .leastNonzeroMagnitude,
      .greatestFiniteMagnitude,
      4_503_599_627_370_497.5, -7,
    ]
    let sheet = Sheet.example("Data", numbers.map { [.number($0)] }).poured(after: 0)
    let told = try Workbook.example(sheet).readBack().told("calamine")
    #expect(told.map { $0.split(separator: " ").last.flatMap { Double($0) } } == numbers)
  }

  @Test func `each of many poured sheets has the looks it asks for`() throws {
    let formats = ["0.0", "0.00", "0.000", "0.0000"]
    var book = Workbook.example()
    book.sheets = formats.enumerated().map { index, format in
      let line = [OutputCell.number(1, CellStyle(isBold: index == 1, numberFormat: format))]
      return Sheet.example("Sheet \(index)", [line, line]).poured(after: index % 2)
    }
    let looks = try book.readBack().lines.filter { $0.hasPrefix("look Sheet") }
    #expect(looks.count == 8)
    for (index, format) in formats.enumerated() {
      let own = looks.filter { $0.hasPrefix("look Sheet \(index)!") }
      #expect(own.count { $0.contains("format \(format),") } == 2)
      #expect(own.count { $0.contains("bold,") } == (index == 1 ? 2 : 0))
    }
  }

  @Test func `a formula or a link is not poured`() throws {
    let message = ": a formula or link is in a line that is poured"
    for cell in [
      OutputCell.formula("=1", cached: .number(1), .decimal),
      .link(to: .url("https://example.org/"), text: "terms"),
    ] {
      let sheet = Sheet.example("Data", [[.text("a")], [.text("b"), cell]]).poured(after: 1)
      #expect(try refusal(of: sheet) == " › Data!B2" + message)
    }
  }

  @Test(arguments: [(2, 1), (1, 2)])
  func `as many lines are poured as were announced`(announced: Int, poured: Int) throws {
    var sheet = Sheet(name: "Data")
    sheet.rows = .poured(head: [], count: announced) { emit in
      for _ in 0..<poured { try emit(SheetLine(cells: [.number(1)])) }
    }
    #expect(
      try refusal(of: sheet) == " › Data: \(poured) lines were poured; expected \(announced)")
  }

  @Test func `what a cell can not hold is refused with the place`() throws {
    for (cell, words) in [
      (OutputCell.number(.nan), "number is nan; expected a finite one"),
      (
        .date(.on(1899, 12, 31)), "date is 1899-12-31; expected a day from 1900-01-01 to 9999-12-31"
      ),
      (
        .text(String(repeating: "a", count: 32_768)),
        "text has 32768 characters; a cell holds 32,767"
      ),
    ] {
      let sheet = Sheet.example("Data", [[.text("a")], [.text("b"), cell]]).poured(after: 1)
      #expect(try refusal(of: sheet) == " › Data!B2: " + words)
    }
  }

  @Test func `a producer that fails while it pours is quoted`() throws {
    struct StoreClosed: Error {}
    var sheet = Sheet(name: "Data")
    sheet.rows = .poured(head: [], count: 9) { _ in throw StoreClosed() }
    #expect(
      try refusal(of: sheet) == " › Data: the rows could not be produced: StoreClosed()")
  }

  /// The words after the path; nothing may be left behind.
  private func refusal(of sheet: Sheet) throws -> String? {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.path("book.xlsx")
    let error = #expect(throws: SpreadsheetError.self) {
      try Workbook.example(sheet).write(to: path)
    }
    #expect(try folder.names == [])
    return error.map { String($0.located.dropFirst(path.count)) }
  }
}
