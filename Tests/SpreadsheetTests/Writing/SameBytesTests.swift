import Foundation
import Spreadsheet
import Testing

struct SameBytesTests {
  @Test func `equal workbooks give equal bytes, whatever the folder, time zone and locale`()
    async throws
  {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    try Self.write(folder.path("here.xlsx"))
    let there = folder.path("there.xlsx")
    await #expect(processExitsWith: .success) { [there = there as String] in
      setenv("TZ", "Pacific/Kiritimati", 1)
      tzset()
      setenv("LC_ALL", "de_DE.UTF-8", 1)
      try #require(chdir("/") == 0)
      try SameBytesTests.write(there)
    }
    #expect(try folder.bytes("there.xlsx") == folder.bytes("here.xlsx"))
  }

  @Test func `no one switches the C locale on, so decimals are written with a point`() throws {
    let locale = try #require(setlocale(LC_ALL, nil))
    #expect(String(cString: locale) == "C")
  }

  static func write(_ path: String) throws {
    var figures = Sheet.example(
      "Figures",
      [
        [.text("Share", .header), .formula("=1/8", cached: .number(0.125), .percent)],
        [.date(.on(2025, 12, 31)), .number(1234.5, .money)],
      ])
    figures.colourScales = [
      ColourScale(area: CellArea(rows: 1...2, columns: 2...2), low: 0xFFFFFF, high: 0x006837)
    ]
    var poured = Sheet.agreements
    poured.name = "Poured"
    poured.tables[0].name = "Poured"
    try Workbook.example(figures, .agreements, poured.poured(after: 1)).write(to: path)
  }
}
