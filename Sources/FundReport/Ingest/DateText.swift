import Spreadsheet

/// Dates written as text.
enum DateText {
  /// A day, and whether another time than midnight stood beside it.
  static func parse(_ text: String, order: SourceDefinition.DateOrder) -> (CalendarDay, Bool)? {
    let parts = text.split(maxSplits: 1) { $0 == " " || $0 == "T" || $0 == "t" }
    guard let first = parts.first else { return nil }
    guard let day = day(first, order) ?? CalendarDay(iso8601: String(first)) else { return nil }
    guard parts.count == 2 else { return (day, false) }
    guard let seconds = seconds(parts[1]) else { return nil }
    return (day, seconds != 0)
  }

  private static func day(_ text: Substring, _ order: SourceDefinition.DateOrder) -> CalendarDay? {
    guard order != .yearMonthDay else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4, parts[0].utf8.count <= 2,
      parts[1].utf8.count <= 2, let first = Int(parts[0]), let second = Int(parts[1]),
      let year = Int(parts[2])
    else { return nil }
    let (month, day) = order == .monthDayYear ? (first, second) : (second, first)
    return CalendarDay(year: year, month: month, day: day)
  }

  /// `14:30`, `14:30:00`, `00:00:00.000`, `12:00:00 AM`, with an optional `Z` or offset of zero.
  private static func seconds(_ text: Substring) -> Int? {
    var clock = text
    var halfDay: Substring?
    if clock.hasSuffix("Z") { clock = clock.dropLast() }
    for suffix in [" AM", " PM"] where clock.uppercased().hasSuffix(suffix) {
      halfDay = suffix.dropFirst()
      clock = clock.dropLast(3)
    }
    if clock.hasSuffix("+00:00") { clock = clock.dropLast(6) }
    if let point = clock.firstIndex(of: "."), clock[point...].dropFirst().allSatisfy(\.isNumber) {
      clock = clock[..<point]
    }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(parts.count), var hour = parts[0], let minute = parts[1],
      let second = parts.count == 3 ? parts[2] : 0, (0..<24).contains(hour),
      (0..<60).contains(minute), (0..<60).contains(second)
    else { return nil }
    if halfDay != nil {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (halfDay == "PM" ? 12 : 0)
    }
    return hour * 3600 + minute * 60 + second
  }
}
