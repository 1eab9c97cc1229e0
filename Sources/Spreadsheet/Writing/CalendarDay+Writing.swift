extension CalendarDay {
  /// Whether the 1900 date system of a workbook can hold the day.
  var isStorable: Bool { 1900...9999 ~= year }

  /// Noon of the day in seconds since 1970, in UTC: the same day in every inhabited time zone.
  var noonSince1970: Int { daysSince1970 * 86_400 + 43_200 }
}
