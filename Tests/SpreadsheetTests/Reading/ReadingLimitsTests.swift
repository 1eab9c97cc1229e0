import Spreadsheet
import Testing

/// What is as large as a limit allows is read; one more is refused.
struct ReadingLimitsTests {
  /// A limit, a workbook as large as it allows, and one that is larger.
  struct Limit: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var change: @Sendable (inout ReadingLimits) -> Void
    var within: TestWorkbook
    var beyond: TestWorkbook
  }

  private static let one = TestWorkbook(rows: "<row><c><v>1</v></c></row>")
  private static let sheet = "xl/worksheets/sheet1.xml"

  private static func sized(_ count: Int) -> TestWorkbook {
    let rows = "<row><c><v>1</v></c></row>"
    let rest = TestWorkbook(rows: rows).parts[sheet]?.utf8.count ?? 0
    return TestWorkbook(rows: rows + String(repeating: " ", count: count - rest))
  }

  private static func sheets(_ names: [String]) -> TestWorkbook {
    var workbook = one
    let list = names.map { #"<sheet name="\#($0)" r:id="d1"/>"# }.joined()
    workbook.parts["xl/workbook.xml"] = #"""
      <workbook xmlns="\#(TestWorkbook.main)" xmlns:r="\#(TestWorkbook.office)">\#
      <sheets>\#(list)</sheets></workbook>
      """#
    return workbook
  }

  private static func pointing(at count: Int) -> TestWorkbook {
    var workbook = one
    let more = (1..<count).map { #"<Relationship Id="x\#($0)" Type="t" Target="a"/>"# }.joined()
    workbook.parts["xl/_rels/workbook.xml.rels"]?.replace(
      "</Relationships>", with: more + "</Relationships>")
    return workbook
  }

  private static func text(_ count: Int) -> TestWorkbook {
    TestWorkbook(
      rows: #"<row><c t="str"><v>\#(String(repeating: "x", count: count))</v></c></row>"#)
  }

  private static func parts(_ count: Int) -> TestWorkbook {
    var workbook = one
    for index in workbook.parts.count..<count { workbook.parts["more/\(index)"] = "" }
    return workbook
  }

  @Test(arguments: [
    Limit(
      testDescription: "bytes of a part", change: { $0.bytesPerPart = 5_000 },
      within: sized(5_000), beyond: sized(5_001)),
    Limit(
      testDescription: "parts", change: { _ in }, within: parts(2_000), beyond: parts(2_001)),
    Limit(
      testDescription: "what parts point at", change: { _ in }, within: pointing(at: 10_000),
      beyond: pointing(at: 10_001)),
    Limit(
      testDescription: "sheets", change: { _ in },
      within: sheets((1...500).map { "S\($0)" }), beyond: sheets((1...501).map { "S\($0)" })),
    Limit(
      testDescription: "the name of a sheet", change: { _ in },
      within: sheets([String(repeating: "n", count: 255)]),
      beyond: sheets([String(repeating: "n", count: 256)])),
    Limit(
      testDescription: "cells", change: { $0.cellsPerSheet = 3 },
      within: TestWorkbook(rows: "<row><c/><c/><c/></row>"),
      beyond: TestWorkbook(rows: "<row><c/><c/><c/></row><row><c/></row>")),
    Limit(
      testDescription: "texts", change: { $0.sharedStrings = 3 },
      within: TestWorkbook(rows: "", strings: ["<si/>", "<si/>", "<si/>"]),
      beyond: TestWorkbook(rows: "", strings: ["<si/>", "<si/>", "<si/>", "<si/>"])),
    Limit(
      testDescription: "formats", change: { $0.cellFormats = 3 },
      within: TestWorkbook(rows: "", formats: ["0", "0.0"]),
      beyond: TestWorkbook(rows: "", formats: ["0", "0.0", "0.00"])),
    Limit(
      testDescription: "bytes of a text", change: { _ in }, within: text(1 << 20),
      beyond: text(1 << 20 + 1)),
    Limit(
      testDescription: "depth", change: { $0.depth = 5 },
      within: TestWorkbook(rows: "<row><c><v>1</v></c></row>"),
      beyond: TestWorkbook(rows: "<row><c><v><x/></v></c></row>")),
  ])
  func `the last that is allowed is read, the first beyond is refused`(limit: Limit) throws {
    var limits = ReadingLimits.standard
    limit.change(&limits)
    #expect(try limit.within.refusal(limits: limits) == nil)
    let error = try limit.beyond.refusal(limits: limits)
    guard case .tooLarge = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a CSV file is held to the same limits`() throws {
    var limits = ReadingLimits.standard
    limits.bytesPerPart = 8
    #expect(try refusal("a,b\n1,2\n", limits) == nil)
    #expect(try refusal("a,b\n1,22\n", limits) == .tooLarge(what: "9 bytes", limit: 8))
    limits = .standard
    limits.cellsPerSheet = 4
    #expect(try refusal("a,b\n1,2\n", limits) == nil)
    #expect(
      try refusal("a,b\n1,2\n3,4\n", limits) == .tooLarge(what: "the fields of the file", limit: 4))
    limits = .standard
    limits.bytesPerText = 3
    #expect(try refusal("a,b\n\"é1\",2\n", limits) == nil)
    #expect(
      try refusal("a,b\n\"éé\",2\n", limits)
        == .tooLarge(what: "the bytes of the text of one cell", limit: 3))
    let wide = { String(repeating: "a,", count: $0 - 1) + "a\n" }
    #expect(try refusal(wide(16_384), .standard) == nil)
    #expect(
      try refusal(wide(16_385), .standard)
        == .tooLarge(what: "the fields of line 1", limit: 16_384))
  }

  private func refusal(_ text: String, _ limits: ReadingLimits) throws -> SpreadsheetError.Reason? {
    try SpreadsheetTests.refusal {
      _ = try CSVReader.rows(of: Array(text.utf8), file: "a.csv", limits: limits)
    }?.reason
  }
}
