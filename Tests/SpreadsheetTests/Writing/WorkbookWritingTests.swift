import Spreadsheet
import Testing

struct WorkbookWritingTests {
  @Test(arguments: [false, true])
  func `text stays the text that was typed`(isPoured: Bool) throws {
    let texts = [
      "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "\r=1", "\0=1", "{=1}", "＝1", "＋1", "－1",
      "＠1", "=HYPERLINK(\"http://x\",\"y\")", "=cmd|'/C calc'!A0", "'=1", "1", "015", "TRUE",
      "#REF!", "https://example.org", "2025-12-31", "  padded  ", "&lt;<>&\"'", "é 漢 👍🏽",
      "_x0041_", "_x005F_", "_x005f_", "_x0041_x0042_", "_x004", "_X0041_", "_x0041\u{1}", "_",
      "a\r\nb", "a\rb", "a\0b", "\u{1}\u{8}\u{1F}", String(repeating: "é", count: 32_767),
    ]
    let sheet = Sheet.example("Data", texts.map { [.text($0)] })
    let told = try Workbook.example(isPoured ? sheet.poured(after: 1) : sheet).readBack()
    // Calamine decodes stored text as the format says; openpyxl does so in part, but knows kinds.
    for (row, (text, line)) in zip(texts, told.told("calamine")).enumerated() {
      #expect(line == "Data!A\(row + 1) = " + literal(text))
    }
    #expect(told.told("calamine").count == texts.count)
    #expect(told.told("openpyxl").count == texts.count)
    #expect(told.told("openpyxl").allSatisfy { $0.hasSuffix("(s)") })
  }

  @Test func `what fits a cell is kept, however it is stored`() {
    let longest = String(repeating: "é", count: StoredText.limit)
    #expect(StoredText.fitting(longest) == longest)
    #expect(StoredText.fitting(longest + "x") == longest)
    // A carriage return takes seven characters, an emoji two.
    #expect(StoredText.length(of: "a\rb👍") == 11)
    for text in ["\r", "_x0041_", "👍", "a\u{301}", "_", "\u{1}x"] {
      let long = String(repeating: text, count: StoredText.limit)
      let kept = StoredText.fitting(long)
      #expect(StoredText.length(of: kept) <= StoredText.limit)
      #expect(long.unicodeScalars.starts(with: kept.unicodeScalars))
      #expect(!kept.isEmpty)
    }
  }

  @Test func `characters XML can not hold do not break the file`() throws {
    let told = try Workbook.example(.example("Data", [[.text("a\u{FFFE}\u{FFFF}b")]])).readBack()
    #expect(told.told("openpyxl") == ["Data!A1 = 'a_xFFFE__xFFFF_b' (s)"])
  }

  @Test func `numbers read back within the sixteen digits of the library`() throws {
    let numbers = [1.5, 0, -0.01, 1e-9, 123_456_789_012.34, 0.1, 1e21, -1.2e3, 2.0 / 3]
    let told = try Workbook.example(.example("Data", numbers.map { [.number($0)] })).readBack()
    let read = told.told("calamine").compactMap {
      $0.split(separator: " ").last.flatMap { Double($0) }
    }
    #expect(read.count == numbers.count)
    for (number, read) in zip(numbers, read) { #expect(abs(read - number) <= 1e-15 * abs(number)) }
  }

  @Test func `every kind of cell reads back as what it is, with two readers`() throws {
    let sheet = Sheet.example(
      "All kinds",
      [
        [.text("KEN", .code), .number(12.5), .boolean(true), .blank(.body), .blank()],
        [
          .date(.on(2024, 2, 29)),
          .date(.on(1900, 3, 1), .body),
          .formula("=B1*2", cached: .number(25), .decimal),
          .formula("=IF(B1=0,\"[x]\",B1)", cached: .text("[x]"), .decimal),
          .arrayFormula("=SUM(B1:B1*2)", cached: .number(25), .decimal),
        ],
      ])
    let told = try Workbook.example(sheet).readBack()
    #expect(
      told.told("openpyxl") == [
        "All kinds!A1 = 'KEN' (s)",
        "All kinds!B1 = 12.5 (n)",
        "All kinds!C1 = True (b)",
        "All kinds!A2 = datetime.datetime(2024, 2, 29, 0, 0) (d)",
        "All kinds!B2 = datetime.datetime(1900, 3, 1, 0, 0) (d)",
        "All kinds!C2 = '=B1*2' (f)",
        "All kinds!D2 = '=IF(B1=0,\"[x]\",B1)' (f)",
        "All kinds!E2 = {=SUM(B1:B1*2)} (f)",
      ])
    #expect(
      told.told("calamine") == [
        "All kinds!A1 = 'KEN'",
        "All kinds!B1 = 12.5",
        "All kinds!C1 = True",
        "All kinds!A2 = datetime.date(2024, 2, 29)",
        "All kinds!B2 = datetime.date(1900, 3, 1)",
        "All kinds!C2 = 25.0",
        "All kinds!D2 = '[x]'",
        "All kinds!E2 = 25.0",
      ])
  }

  @Test func `rows made one by one are written as rows held in memory are`() throws {
    let lines = (1...300).map { SheetLine(cells: [.text("row"), .number(Double($0))]) }
    var produced = Sheet(name: "Data")
    produced.rows = .produced(head: []) { emit in for line in lines { try emit(line) } }
    let held = Sheet.example("Data", lines.map(\.cells))
    #expect(
      try Workbook.example(produced).readBack().lines == Workbook.example(held).readBack().lines)
  }

  /// A text as Python prints it.
  private func literal(_ text: String) -> String {
    let quote = text.contains("'") && !text.contains("\"") ? "\"" : "'"
    var literal = quote
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": literal += "\\t"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "'" where quote == "'": literal += "\\'"
      case _ where scalar.value < 32:
        literal += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + quote
  }
}
