import Spreadsheet
import Testing

/// A mistake in a workbook and the words it is refused with, after the path of the file.
struct Refusal: Sendable, CustomTestStringConvertible {
  var words: String
  var make: @Sendable () -> Workbook
  var testDescription: String { words }

  init(_ words: String, _ make: @escaping @Sendable () -> Workbook) {
    self.words = words
    self.make = make
  }

  /// A mistake in one cell.
  init(_ words: String, cell: OutputCell) {
    self.init(words) { .example(.example("Data", [[.text("Code")], [.text("KEN"), cell]])) }
  }

  /// A mistake in a table over the example sheet.
  init(_ words: String, table: @escaping @Sendable (inout Sheet) -> Void) {
    self.init(words) {
      var sheet = Sheet.agreements
      table(&sheet)
      return .example(sheet)
    }
  }
}

struct WorkbookRefusalTests {
  @Test(arguments: cells + sheets + tables)
  func `what Excel would repair, drop or refuse is refused with the place`(
    refusal: Refusal
  ) throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.path("book.xlsx")
    let error = #expect(throws: SpreadsheetError.self) { try refusal.make().write(to: path) }
    #expect(error?.located == path + refusal.words)
  }

  @Test func `nothing is left on disk by a workbook that was refused`() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let book = Workbook.example(.example("Data", [[.number(.nan)]]))
    #expect(throws: SpreadsheetError.self) { try book.write(to: folder.path("book.xlsx")) }
    #expect(try folder.names == [])
  }

  @Test func `a folder that is missing is named`() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.path("none/book.xlsx")
    let error = #expect(throws: SpreadsheetError.self) {
      try Workbook.example(.agreements).write(to: path)
    }
    let words = ": folder \"\(folder.path("none"))\" is missing or can not be written to"
    #expect(error?.located == path + words)
  }

  @Test func `a folder in place of the file is the library's to report`() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let error = #expect(throws: SpreadsheetError.self) {
      try Workbook.example(.agreements).write(to: folder.path)
    }
    let words =
      "workbook_close failed: Error creating output xlsx file. Usually a permissions error."
    #expect(error?.located == folder.path + ": " + words)
  }

  @Test func `a producer that fails is quoted`() throws {
    struct StoreClosed: Error {}
    var sheet = Sheet(name: "Data")
    sheet.rows = .produced(head: []) { emit in
      try emit(SheetLine(cells: [.text("first")]))
      throw StoreClosed()
    }
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.path("book.xlsx")
    let error = #expect(throws: SpreadsheetError.self) {
      try Workbook.example(sheet).write(to: path)
    }
    #expect(
      error?.located == path + " › Data: the rows could not be produced: StoreClosed()")
    #expect(try folder.names == [])
  }
}

extension WorkbookRefusalTests {
  static let cells = [
    Refusal(" › Data!B2: number is nan; expected a finite one", cell: .number(.nan)),
    Refusal(" › Data!B2: number is inf; expected a finite one", cell: .number(.infinity)),
    Refusal(
      " › Data!B2: number is -inf; expected a finite one",
      cell: .formula("=1", cached: .number(-.infinity), .decimal)),
    Refusal(
      " › Data!B2: text has 32768 characters; a cell holds 32,767",
      cell: .text(String(repeating: "a", count: 32_768))),
    Refusal(
      " › Data!B2: date is 1899-12-31; expected a day from 1900-01-01 to 9999-12-31",
      cell: .date(.on(1899, 12, 31))),
    Refusal(
      " › Data!B2: formula has 0 characters; expected 1 to 8,192",
      cell: .formula("", cached: .number(0), .decimal)),
    Refusal(
      " › Data!B2: formula has 8193 characters; expected 1 to 8,192",
      cell: .arrayFormula(
        String(repeating: "1", count: 8_193), cached: .number(0), .decimal)),
    Refusal(
      " › Data!B2: array formula has text as its cached value; expected a number, because the file "
        + "format library stores no other",
      cell: .arrayFormula("=MEDIAN(A1:A2)", cached: .text("[x]"), .decimal)),
    Refusal(
      " › Data!B2: link leads to sheet \"Notes\", which is not in the workbook",
      cell: .link(to: .sheet("Notes", CellReference(row: 1, column: 1)), text: "notes")),
    Refusal(" › Data!A65531: more than 65,530 links; a sheet holds no more") {
      let link = OutputCell.link(to: .url("https://example.org/"), text: "terms")
      return .example(.example("Data", Array(repeating: [link], count: 65_531)))
    },
    Refusal(" › Data!XFD1: 16385 columns; a sheet holds 16,384") {
      .example(.example("Data", [Array(repeating: .blank(), count: 16_385)]))
    },
    Refusal(" › Data: more than 1,048,576 rows; a sheet holds no more") {
      var sheet = Sheet(name: "Data")
      sheet.rows = .produced(head: []) { emit in
        for _ in 0...1_048_576 { try emit(SheetLine()) }
      }
      return .example(sheet)
    },
    Refusal(" › Data!A1: row height is 410.0; expected 1 to 409 points") {
      var sheet = Sheet(name: "Data")
      sheet.rows = .rows([SheetLine(height: 410)])
      return .example(sheet)
    },
  ]

  static let sheets = [
    Refusal(": the workbook has no sheets; expected at least one") { .example() },
    Refusal(" › : sheet name is empty") { .example(Sheet(name: "")) },
    Refusal(
      " › A sheet name of 32 characters no: sheet name has 32 characters; expected 31 at most"
    ) { .example(Sheet(name: "A sheet name of 32 characters no")) },
    Refusal(" › Q1/Q2: sheet name has \"/\", which is not allowed in it") {
      .example(Sheet(name: "Q1/Q2"))
    },
    Refusal(" › 'Q1: sheet name starts or ends with an apostrophe, which is not allowed") {
      .example(Sheet(name: "'Q1"))
    },
    Refusal(" › Q1 : sheet name starts or ends with a blank") { .example(Sheet(name: "Q1 ")) },
    Refusal(" › History: sheet name is \"History\", which Excel keeps for itself") {
      .example(Sheet(name: "History"))
    },
    Refusal(" › DATA: two sheets have this name; expected unique names, whatever the case") {
      .example(Sheet(name: "Data"), Sheet(name: "DATA"))
    },
    Refusal(" › Data: column width is 0.0; expected 0.1 to 255") {
      var sheet = Sheet(name: "Data")
      sheet.columnWidths = [12, 0]
      return .example(sheet)
    },
    Refusal(
      ": name \"TAX25\" is not a valid name; expected a letter or _, then letters, digits, _ and "
        + "dots, not like a cell reference"
    ) {
      var book = Workbook.example(.agreements)
      book.definedNames = [("TAX25", "=Agreements!$A$2")]
      return book
    },
    Refusal(
      ": two tables or defined names are called \"AGREEMENTS\"; expected unique names, whatever "
        + "the case"
    ) {
      var book = Workbook.example(.agreements)
      book.definedNames = [("AGREEMENTS", "=Agreements!$A$2")]
      return book
    },
    Refusal(": date is 1899-12-31; expected a day from 1900-01-01 to 9999-12-31") {
      var book = Workbook.example(.agreements)
      book.properties.created = .on(1899, 12, 31)
      return book
    },
  ]

  static let tables = [
    Refusal(
      " › Agreements!B1: header cell is \"Transferred, USD\"; expected \"Paid\" as its table says"
    ) {
      $0.tables[0].headers[1] = "Paid"
    },
    Refusal(" › Agreements!A2: header cell is \"015\"; expected \"Code\" as its table says") {
      $0.tables[0].area = CellArea(rows: 2...4, columns: 1...2)
    },
    Refusal(" › Agreements: table \"Agreements\" ends on row 9; the sheet has 4") {
      $0.tables[0].area = CellArea(rows: 1...9, columns: 1...2)
    },
    Refusal(
      " › Agreements: table \"Agreements\" has no row below its header; expected at least one"
    ) { $0.tables[0].area = CellArea(rows: 1...1, columns: 1...2) },
    Refusal(" › Agreements: table \"Agreements\" has 2 headers for 3 columns") {
      $0.tables[0].area = CellArea(rows: 1...4, columns: 1...3)
    },
    Refusal(" › Agreements: table \"Agreements\" has header \"CODE\" twice, whatever the case") {
      $0.tables[0].headers[1] = "CODE"
    },
    Refusal(" › Agreements: table \"Agreements\" has an empty header") {
      $0.tables[0].headers[1] = ""
    },
    Refusal(
      " › Agreements: table \"Agreements\" has header \"a\\nb\"; expected no line breaks or control "
        + "characters"
    ) { $0.tables[0].headers[1] = "a\nb" },
    Refusal(" › Agreements: table \"Second\" overlaps table \"Agreements\"") {
      var second = $0.tables[0]
      second.name = "Second"
      $0.tables.append(second)
    },
    Refusal(
      " › Agreements: two tables or defined names are called \"agreements\"; expected unique names, "
        + "whatever the case"
    ) {
      var second = $0.tables[0]
      second.name = "agreements"
      $0.tables.append(second)
    },
  ]
}
