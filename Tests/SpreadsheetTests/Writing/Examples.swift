import Spreadsheet
import Testing

extension Workbook {
  /// A workbook about nothing in particular.
  static func example(_ sheets: Sheet...) -> Workbook {
    Workbook(
      properties: Properties(
        title: "Annual report", subject: "Partnerships", author: "The Fund", comments: "Internal",
        created: .on(2025, 12, 31)),
      sheets: sheets)
  }

  /// Writes the workbook into a folder of its own and asks other programs what is in it.
  func readBack() throws -> Witness {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.path("book.xlsx")
    try write(to: path)
    let witness = try Witness("readback.py", path)
    try #require(witness.code == 0, "\(witness.complaint)")
    return witness
  }
}

extension Sheet {
  /// A sheet of the given rows.
  static func example(_ name: String, _ rows: [[OutputCell]]) -> Sheet {
    var sheet = Sheet(name: name)
    sheet.rows = .rows(rows.map { SheetLine(cells: $0) })
    return sheet
  }

  /// The sheet with the lines after the first ones poured.
  func poured(after head: Int) -> Sheet {
    guard case .rows(let lines) = rows else { return self }
    var sheet = self
    let body = lines.dropFirst(head)
    sheet.rows = .poured(head: Array(lines.prefix(head)), count: body.count) { emit in
      for line in body { try emit(line) }
    }
    return sheet
  }

  /// Three agreements as a table, and below them nothing.
  static var agreements: Sheet {
    var sheet = example(
      "Agreements",
      [
        [.text("Code", .header), .text("Transferred, USD", .numberHeader)],
        [.text("015", .code), .number(100.25, .money)],
        [.text("15", .code), .number(-3, .money)],
        [.text("KEN", .code), .number(0, .money)],
      ])
    sheet.tables = [
      Table(
        name: "Agreements", firstRow: 1, lastRow: 4, lastColumn: 2,
        headers: ["Code", "Transferred, USD"])
    ]
    return sheet
  }
}

extension CalendarDay {
  /// A day that a test knows to exist.
  static func on(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
    guard let day = CalendarDay(year: year, month: month, day: day) else {
      preconditionFailure("the test names a day that does not exist")
    }
    return day
  }
}
