import Spreadsheet
import Testing

struct DateCellTests {
  @Test(arguments: [
    "0", "0.00", "#,##0.00", "General", "@", "0%", "0.00E+00", "[h]:mm", "[hh]:mm:ss", "[mm]:ss",
    "[SS]", #"0 "days""#, #"0\d"#, "#,##0 [$USD]", "[Red]0;[Blue]-0", "0_d", "0*y", "0;dd/mm/yyyy",
    #"#,##0.00\ [$€-40C]"#, #""yyyy"0"#, "",
  ])
  func `a number whose format is no date stays a number`(code: String) throws {
    #expect(try value("45725.5", format: code) == .number(45_725.5))
  }

  @Test(arguments: [
    "yyyy-mm-dd", "d/m/yy", "DD/MM/YYYY", "mmm-yy", "mmmm", "d", "h:mm", "hh:mm:ss", "mm:ss.0",
    "[$-409]d-mmm-yy;@", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", #"dd" de "mmmm" de "yyyy"#,
    "m/d/yyyy h:mm AM/PM", "[Red]yyyy", #"yyyy"年"m"月"d"日""#, "yyyy;0", "h AM/PM", "am/pm",
  ])
  func `a number whose format is a date is a date`(code: String) throws {
    #expect(try value("45725.5", format: code) == date("2025-03-09", 43_200))
  }

  @Test func `the formats that need no definition are known by their numbers`() throws {
    let dates = (0...81).filter { (try? builtIn($0)) == date("2025-03-09", 0) }
    #expect(dates == Array(14...22) + Array(27...36) + [45, 47] + Array(50...58))
  }

  @Test func `a definition goes before the number of a format`() throws {
    var workbook = TestWorkbook(rows: #"<row><c s="1"><v>45725</v></c></row>"#, formats: ["0"])
    workbook.parts["xl/styles.xml"] = workbook.parts["xl/styles.xml"]?.replacing("164", with: "14")
    #expect(try workbook.value() == .number(45_725))
  }

  @Test func `a cell without a known format is a number`() throws {
    let rows = #"<row><c><v>45725</v></c><c s="9"><v>45725</v></c></row>"#
    #expect(
      try TestWorkbook(rows: rows, formats: ["d"]).values()
        == ["A1": .number(45_725), "B1": .number(45_725)])
  }

  @Test(arguments: ["-1", "0", "0.5", "0.99", "60", "60.5", "2958466", "1e300"])
  func `a number of no day stays a number`(text: String) throws {
    #expect(try value(text, format: "yyyy-mm-dd") == .number(#require(Double(text))))
  }

  @Test(arguments: [
    ("1", "1900-01-01", 0), ("59", "1900-02-28", 0), ("61", "1900-03-01", 0),
    ("25569", "1970-01-01", 0), ("45725", "2025-03-09", 0), ("2958465", "9999-12-31", 0),
    ("45725.25", "2025-03-09", 21_600), ("45725.99999", "2025-03-09", 86_399),
    ("45725.999999", "2025-03-10", 0), ("45725.521006944444", "2025-03-09", 45_015),
  ])
  func `days are counted from 1900, with the 29 February that never was`(
    text: String, day: String, seconds: Int
  ) throws {
    #expect(try value(text, format: "yyyy-mm-dd") == date(day, seconds))
  }

  @Test(arguments: [
    ("0", "1904-01-01"), ("1", "1904-01-02"), ("60", "1904-03-01"), ("44263", "2025-03-09"),
    ("2957003", "9999-12-31"),
  ])
  func `days are counted from 1904 where the workbook says so`(text: String, day: String) throws {
    for property in ["date1904=\"1\"", "date1904=\"true\""] {
      #expect(
        try value(text, format: "yyyy-mm-dd", properties: property) == date(day, 0))
    }
    #expect(
      try value("2957004", format: "yyyy-mm-dd", properties: "date1904=\"1\"")
        == .number(2_957_004))
  }

  @Test func `a time alone stays the fraction of a day that it is`() throws {
    for properties in ["", "date1904=\"1\""] {
      #expect(try value("0.5", format: "h:mm", properties: properties) == .number(0.5))
    }
  }

  @Test func `every day of the years 1900 to 2100 is the day after the one before`() throws {
    let serials = Array(61...73_415)
    let rows = serials.map { "<row r=\"\($0)\"><c s=\"1\"><v>\($0)</v></c></row>" }
    let read = try TestWorkbook(rows: rows.joined(), formats: ["d"]).rows()
    let first = try #require(CalendarDay(iso8601: "1900-03-01"))
    let expected = serials.indices.map { index in
      CellValue.date(CalendarDay(daysSince1970: first.daysSince1970 + index), secondsOfDay: 0)
    }
    #expect(read.map { $0.cells[0].value } == expected)
    #expect(read.last?.cells[0].value == date("2100-12-31", 0))
  }

  private func value(
    _ text: String, format: String, properties: String = ""
  ) throws -> CellValue? {
    try TestWorkbook(
      rows: "<row><c s=\"1\"><v>\(text)</v></c></row>", formats: [format], properties: properties
    ).value()
  }

  private func builtIn(_ identifier: Int) throws -> CellValue? {
    var workbook = TestWorkbook(rows: #"<row><c s="1"><v>45725</v></c></row>"#, formats: ["0"])
    workbook.parts["xl/styles.xml"] = #"""
      <styleSheet xmlns="\#(TestWorkbook.main)"><cellXfs><xf/><xf numFmtId="\#(identifier)"/>\#
      </cellXfs></styleSheet>
      """#
    return try workbook.value()
  }
}

private func date(_ day: String, _ seconds: Int) -> CellValue {
  CalendarDay(iso8601: day).map { .date($0, secondsOfDay: seconds) } ?? .error("no day")
}
