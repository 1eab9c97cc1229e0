import Spreadsheet
import Testing

struct CSVReaderTests {
  @Test(arguments: ["", "\n", "\r\n \t \r\n", "\u{FEFF}"])
  func `a file without a header line is empty`(text: String) throws {
    #expect(try error(text)?.reason == .empty)
  }

  @Test(arguments: [
    ("a,b\n1\n", 2, 1), ("a,b\n1,2,3\n", 2, 3), ("a,b\n\n1,2\n\r\n1,2,\n", 5, 3),
    ("a,b\n\"1\n\n1\",2\n3\n", 5, 1), ("a;b\n1,2\n", 2, 1),
  ])
  func `a row with more or fewer fields than the header line is refused`(
    text: String, line: Int, fields: Int
  ) throws {
    let error = try error(text)
    #expect(error?.reason == .raggedRow(line: line, fields: fields, expected: 2))
    #expect(error?.cell == CellReference(row: line, column: 1))
    #expect(error?.file == "grants.csv")
  }

  @Test func `a quote that is never closed is refused with the line it opens on`() throws {
    #expect(try error("a,b\n1,2\n\"x,\ny\n")?.reason == .unclosedQuote(line: 3))
    #expect(try error("a,b\n1,\"")?.reason == .unclosedQuote(line: 2))
  }

  @Test func `text after a closing quote is refused`() throws {
    #expect(try error("a,b\n\"1\" ,2\n")?.reason == .textAfterQuote(line: 2))
    #expect(try error("a,b\n\"1\n1\"x,2\n")?.reason == .textAfterQuote(line: 3))
  }

  @Test func `a header line that can be divided in two ways is refused`() throws {
    #expect(try error("a,b;c\n")?.reason == .ambiguousDelimiter(header: "a,b;c"))
  }

  @Test(arguments: [
    (CSVDialect(delimiter: "→"), "the delimiter is “→”"),
    (CSVDialect(delimiter: "\r\n"), "the delimiter is “\r\n”"),
    (CSVDialect(delimiter: "\n"), "the delimiter is “\n”"),
    (CSVDialect(quote: "«"), "the quote is “«”"),
    (CSVDialect(delimiter: "'", quote: "'"), "the delimiter is the quote"),
  ])
  func `a dialect that cannot be read is refused`(dialect: CSVDialect, detail: String) throws {
    #expect(try error("a,b\n", dialect)?.reason == .unusableDialect(detail))
  }

  @Test(arguments: ["a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a;b\n1;2", "a\tb\n1\t2"])
  func `lines may end and fields be divided in any usual way`(text: String) throws {
    #expect(try fields(text) == [1: ["a", "b"], 2: ["1", "2"]])
  }

  @Test(arguments: [
    (#"a,b"# + "\n\"x,y\",\"say \"\"hi\"\"\"\n", ["x,y", "say \"hi\""]),
    ("a,b\n\"two\nlines\",\"two\r\nmore\"\n", ["two\nlines", "two\r\nmore"]),
    ("a,b\n{\"type\": 1},5\" pipe\n", ["{\"type\": 1}", "5\" pipe"]),
    ("a,b\n  spaced  ,東京\n", ["  spaced  ", "東京"]),
    ("a,b\n\"\"\"\",x\n", ["\"", "x"]),
  ])
  func `quoted fields may hold anything`(text: String, row: [String]) throws {
    #expect(try fields(text)[2] == row)
  }

  @Test func `a row is numbered by the line it starts on`() throws {
    let rows = try rows("a,b\n\n\"1\n\n\",2\n \n3,4")
    #expect(rows.map(\.number) == [1, 3, 7])
    #expect(rows.last?.cells.map(\.reference.description) == ["A7", "B7"])
  }

  @Test func `empty fields give no cell, and rows of them no row`() throws {
    let rows = try rows("a,b,c\n,,\n\"\",x,\n")
    #expect(rows.map(\.number) == [1, 3])
    #expect(rows.last?.cells.map(\.reference.description) == ["B3"])
  }

  @Test func `every value is text`() throws {
    let values = try rows("a,b\n1.5,2025-03-09\n").flatMap(\.cells).map(\.value)
    #expect(values == ["a", "b", "1.5", "2025-03-09"].map(CellValue.text))
  }

  @Test(arguments: [
    ("a;b,c;d\n", ["a", "b,c", "d"]), ("\"a,b,c\";d\n", ["a,b,c", "d"]), ("a b\n", ["a b"]),
    ("\n\na;b\n1;2", ["a", "b"]), ("size 5\";b\n", ["size 5\"", "b"]),
    ("\"a \"\",\"\"\";b\n", ["a \",\"", "b"]),
  ])
  func `the header line tells the delimiter`(text: String, header: [String]) throws {
    #expect(try rows(text).first?.cells.map(\.value) == header.map(CellValue.text))
  }

  @Test func `a header line may start with a tab`() throws {
    #expect(
      try rows("\tb\n1\t2").map { $0.cells.map(\.reference.description) } == [
        ["B1"], ["A2", "B2"],
      ])
  }

  @Test func `a declared dialect is followed`() throws {
    let dialect = CSVDialect(delimiter: "|", quote: "'")
    #expect(try fields("a,b|c\n'1|1'|\"2\n", dialect) == [1: ["a,b", "c"], 2: ["1|1", "\"2"]])
  }

  @Test func `every table of small fields reads back as written`() throws {
    let fields = ["", "x", ",", "\"", "\n", "\r\n", "\r", "x,\"y\"\n"]
    for first in fields {
      for second in fields {
        let quoted = [first, second].map { "\"\($0.replacing("\"", with: "\"\""))\"" }
        let read = try rows("a,b\n\(quoted[0]),\(quoted[1])\nlast,row").dropFirst().first
        let expected = [first, second].filter { !$0.isEmpty }
        #expect(
          read?.cells.map(\.value)
            == (expected.isEmpty ? ["last", "row"] : expected).map(CellValue.text))
      }
    }
  }

  private func rows(_ text: String, _ dialect: CSVDialect = CSVDialect()) throws -> [SheetRow] {
    try CSVReader.rows(of: Array(text.utf8), file: "grants.csv", dialect: dialect)
  }

  private func fields(
    _ text: String, _ dialect: CSVDialect = CSVDialect()
  ) throws -> [Int: [String]] {
    let rows = try rows(text, dialect).map { row in
      let texts = row.cells.compactMap { if case .text(let text) = $0.value { text } else { nil } }
      return (row.number, texts)
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  private func error(
    _ text: String, _ dialect: CSVDialect = CSVDialect()
  ) throws -> SpreadsheetError? {
    try refusal { _ = try rows(text, dialect) }
  }
}
