/// How a workbook counts days: a date in a cell is a number of days with a number format.
enum DateSystem: Sendable {
  /// Day 1 is 1 January 1900, and 1900 has a 29 February, as Lotus 1-2-3 had it.
  case from1900
  /// Day 0 is 1 January 1904, as on early Macintoshes.
  case from1904

  /// The day and the nearest second of its time, or nothing where the number is of no day.
  ///
  /// Of no day are, counted from 1900, the times before day 1 and the 29 February 1900 (day 60);
  /// and what is negative or after the year 9999.
  func moment(of serial: Double) -> (day: CalendarDay, secondsOfDay: Int)? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let seconds = Int((serial * 86_400).rounded())
    let number = seconds / 86_400
    guard let day = day(number) else { return nil }
    return (day, seconds % 86_400)
  }

  private func day(_ number: Int) -> CalendarDay? {
    let daysSince1970: Int
    switch self {
    case .from1900 where number < 1 || number == 60: return nil
    case .from1900: daysSince1970 = number - (number < 60 ? 25_568 : 25_569)
    case .from1904: daysSince1970 = number - 24_107
    }
    let day = CalendarDay(daysSince1970: daysSince1970)
    return day.year <= 9_999 ? day : nil
  }
}

/// Dates as ISO 8601 text, in cells of type `d`.
enum ISODate {
  /// Reads `2025-03-09`, alone or with a time such as `T12:30`, `T12:30:15` or `T12:30:15.5Z`.
  static func moment(of text: String) -> (day: CalendarDay, secondsOfDay: Int)? {
    guard let day = CalendarDay(iso8601: String(text.prefix(10))) else { return nil }
    let rest = text.dropFirst(10)
    if rest.isEmpty { return (day, 0) }
    guard rest.first == "T" else { return nil }
    let clock = rest.dropFirst().last == "Z" ? rest.dropFirst().dropLast() : rest.dropFirst()
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let hour = number(parts[0], below: 24),
      let minute = number(parts[1], below: 60)
    else { return nil }
    guard parts.count == 3 else { return (day, hour * 3_600 + minute * 60) }

    let second = parts[2].split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = number(second[0], below: 60) else { return nil }
    var roundUp = 0
    if second.count == 2 {
      guard !second[1].isEmpty, second[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      roundUp = second[1].utf8.first.map { $0 >= UInt8(ascii: "5") ? 1 : 0 } ?? 0
    }
    let seconds = hour * 3_600 + minute * 60 + whole + roundUp
    guard seconds == 86_400 else { return (day, seconds) }
    return (CalendarDay(daysSince1970: day.daysSince1970 + 1), 0)
  }

  private static func number(_ digits: Substring, below limit: Int) -> Int? {
    guard digits.utf8.count == 2, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits).flatMap { $0 < limit ? $0 : nil }
  }
}
