extension CalendarDay {
  /// Whether the 1900 date system of a workbook can hold the day.
  var isStorable: Bool { 1900...9999 ~= year }

  /// The number a workbook stores for the day: 1 is 1 January 1900, and 60 the 29 February that year
  /// did not have (ECMA-376 part 1, 18.17.4.1).
  var serial: Int {
    let days = daysSince1970 + 25_569
    return days < 61 ? days - 1 : days
  }

  /// Noon of the day in seconds since 1970, in UTC: the same day in every inhabited time zone.
  var noonSince1970: Int { daysSince1970 * 86_400 + 43_200 }
}
