extension CalendarDay {
  /// Whether the 1900 date system of a workbook can hold the day.
  var isStorable: Bool {
    guard 1900...9999 ~= year, 1...12 ~= month else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return 1...lengths[month - 1] ~= day
  }

  /// Noon of the day in seconds since 1970, in UTC: the same day in every inhabited time zone.
  var noonSince1970: Int {
    // Days from the civil calendar, counted in years that start in March (Howard Hinnant).
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (era * 146_097 + dayOfEra - 719_468) * 86_400 + 43_200
  }
}
