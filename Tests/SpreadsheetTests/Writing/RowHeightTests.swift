import Spreadsheet
import Testing

struct RowHeightTests {
  @Test func `a row without texts is one line high`() {
    #expect(RowHeight.fitting([], widths: []) == 16)
    #expect(RowHeight.fitting([""], widths: [10]) == 16)
    #expect(RowHeight.fitting(["short", "long word"], widths: [10]) == 16)
  }

  @Test(arguments: [
    ("eight eight", 20.0, 1), ("88888888 88888888", 12.0, 2), ("a\nb\n\nc", 10.0, 4),
    ("8888888888888888888888888888", 11.5, 3), ("8 88888888888888888888 8", 12.0, 4),
  ])
  func `text wraps between words, and inside a word longer than the column`(
    text: String, width: Double, lines: Double
  ) {
    #expect(RowHeight.fitting([text], widths: [width]) == lines * 16)
  }

  @Test func `the highest text counts, larger text is higher and a row knows an end`() {
    #expect(RowHeight.fitting(["a", "a\nb"], widths: [10, 10]) == 32)
    #expect(RowHeight.fitting(["Title"], widths: [40], size: 16) == 21)
    #expect(RowHeight.fitting([String(repeating: "word ", count: 900)], widths: [10]) == 409)
    #expect(RowHeight.fitting(["a"], widths: [10], adding: 4) == 20)
    let long = String(repeating: "a ", count: 9_000)
    #expect(RowHeight.fitting([long], widths: [9], adding: 4) == 409)
  }

  @Test func `a column that fits its texts needs no second line`() {
    let texts = [
      "Ligue des Migrantes de l'Océan", "WWWMMM", "Zusammenarbeitsvereinbarung", "a b c",
    ]
    for text in texts {
      #expect(RowHeight.fitting([text], widths: [ColumnWidth.fitting([text])]) == 16)
    }
  }
}
