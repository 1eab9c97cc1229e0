import Spreadsheet
import Testing

struct ColumnWidthTests {
  @Test func `a long word is never broken and long text wraps`() {
    #expect(ColumnWidth.fitting(["Zusammenarbeitsvereinbarung"], atMost: 10) > 26)
    let text = String(repeating: "word ", count: 40)
    #expect(ColumnWidth.fitting([text], atMost: 30) == 30)
  }

  @Test(arguments: [0, 1, 5, 12, 40])
  func `digits get at least a digit each and the padding of a cell`(count: Int) {
    let width = ColumnWidth.fitting([String(repeating: "8", count: count)])
    #expect(width >= max(4, Double(count) + 1))
    #expect(width <= max(4, Double(count) + 2.5))
  }

  @Test func `bold and large text is wider, and a sheet knows an end`() {
    let plain = ColumnWidth.fitting(["Transferred"])
    #expect(ColumnWidth.fitting(["Transferred"], isBold: true) > plain)
    #expect(ColumnWidth.fitting(["Transferred"], size: 16) > plain)
    #expect(ColumnWidth.fitting([String(repeating: "漢", count: 900)]) == 255)
    #expect(ColumnWidth.fitting([]) == 4)
    #expect(ColumnWidth.fitting(["a\nTransferred"]) == plain)
  }
}
