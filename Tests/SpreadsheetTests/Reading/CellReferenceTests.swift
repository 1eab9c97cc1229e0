import Spreadsheet
import Testing

struct CellReferenceTests {
  @Test(arguments: [
    "", "A", "1", "A0", "A01", "1A", "A-1", "A1B", "A 1", " A1", "A1 ", "É1", "$$A1", "A$$1", "A1$",
    "XFE1", "AAAA1", "A1048577", "A99999999999999999999", "A1:B2",
  ])
  func `what is no place on a sheet is refused`(text: String) {
    #expect(CellReference(text) == nil)
  }

  @Test(arguments: ["B12", "b12", "$B$12", "$B12", "B$12"])
  func `dollar signs and case do not matter`(text: String) {
    #expect(CellReference(text) == CellReference(row: 12, column: 2))
  }

  @Test func `every column from A to XFD reads back as written`() {
    for column in 1...CellReference.lastColumn {
      let reference = CellReference(row: 7, column: column)
      #expect(CellReference("\(reference)") == reference)
    }
  }

  @Test func `columns are named as Excel names them`() {
    let names = [1, 26, 27, 52, 53, 702, 703, 16_384].map(CellReference.columnName)
    #expect(names == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"])
  }

  @Test func `the last cell of a sheet is XFD1048576`() {
    let last = CellReference(row: CellReference.lastRow, column: CellReference.lastColumn)
    #expect(CellReference("XFD1048576") == last)
    #expect(last.description == "XFD1048576")
  }

  @Test func `cells are ordered by row, then by column`() {
    let cells = [(2, 1), (1, 2), (1, 10), (1, 1)].map { CellReference(row: $0.0, column: $0.1) }
    #expect(cells.sorted().map(\.description) == ["A1", "B1", "J1", "A2"])
  }
}
