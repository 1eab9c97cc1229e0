import Spreadsheet
import Testing

struct CalendarDayTests {
  @Test(arguments: [
    "", "2025", "2025-3-9", "2025-03-9", "25-03-09", "2025/03/09", "2025-03-09 ", "2025-03-091",
    "+025-03-09", "２025-03-09", "2025-13-01", "2025-00-01", "2025-01-00", "2025-04-31",
    "2025-02-29", "1900-02-29", "0000-01-01",
  ])
  func `what is no day written as YYYY-MM-DD is refused`(text: String) {
    #expect(CalendarDay(iso8601: text) == nil)
  }

  @Test(arguments: ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2025-03-09"])
  func `a day reads back as written`(text: String) {
    #expect(CalendarDay(iso8601: text)?.description == text)
  }

  @Test func `no more days exist than the calendar has`() {
    let days = (1...12).flatMap { month in
      (0...32).compactMap { CalendarDay(year: 2024, month: month, day: $0) }
    }
    #expect(days.count == 366)
    #expect(CalendarDay(year: 10_000, month: 1, day: 1) == nil)
    #expect(CalendarDay(year: 2025, month: 1, day: .max) == nil)
  }

  @Test func `every day from 1895 to 2105 follows the one before it`() throws {
    var expected = try #require(CalendarDay(year: 1895, month: 1, day: 1)).daysSince1970
    for year in 1895...2105 {
      for month in 1...12 {
        for day in (1...31).compactMap({ CalendarDay(year: year, month: month, day: $0) }) {
          #expect(day.daysSince1970 == expected)
          #expect(CalendarDay(daysSince1970: expected) == day)
          expected += 1
        }
      }
    }
  }

  @Test func `days are counted from 1 January 1970`() {
    #expect(CalendarDay(daysSince1970: 0).description == "1970-01-01")
    #expect(CalendarDay(daysSince1970: -1).description == "1969-12-31")
    #expect(CalendarDay(year: 2000, month: 3, day: 1)?.daysSince1970 == 11_017)
    #expect(CalendarDay(year: 1, month: 1, day: 1)?.daysSince1970 == -719_162)
  }

  @Test func `days are ordered by time`() {
    let texts = ["2025-03-09", "2024-12-31", "2025-02-28", "2025-03-01"]
    let sorted = texts.compactMap { CalendarDay(iso8601: $0) }.sorted().map(\.description)
    #expect(sorted == ["2024-12-31", "2025-02-28", "2025-03-01", "2025-03-09"])
  }
}
