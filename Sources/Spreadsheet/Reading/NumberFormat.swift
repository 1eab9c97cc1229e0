/// What a number format makes of a number.
enum NumberFormat: Sendable {
  /// Shown as a number, or as a length of time such as `[h]:mm`.
  case number
  /// Shown with a year, a month or a day.
  case date
  /// Shown with hours, minutes or seconds only.
  case time

  /// The format of an identifier that needs no definition (ECMA-376 part 1, 18.8.30).
  ///
  /// 27–36 and 50–58 are the dates of Chinese, Japanese, Korean and Thai editions.
  init(builtIn identifier: Int) {
    self =
      switch identifier {
      case 14...17, 22, 27...31, 34...36, 50...58: .date
      case 18...21, 32, 33, 45, 47: .time
      default: .number
      }
  }

  /// The format of a code such as `dd/mm/yyyy` or `#,##0.00 "days"`.
  ///
  /// Only the first section counts, which is the one for positive numbers. Quoted and escaped
  /// characters, and brackets with colours, currencies and conditions, mean nothing.
  init(code: String) {
    var hasDate = false
    var hasTime = false
    var hasMonthOrMinute = false
    var rest = Substring(code)
    scan: while let character = rest.popFirst() {
      switch character {
      case ";":
        break scan
      case "\"":
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*":
        rest = rest.dropFirst()
      case "[":
        let content = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(content.count + 1)
        if Self.isElapsedTime(content) {
          self = .number
          return
        }
      case "y", "Y", "d", "D":
        hasDate = true
      case "h", "H", "s", "S":
        hasTime = true
      case "m", "M":
        hasMonthOrMinute = true
      case "G" where rest.hasPrefix("eneral"):
        rest = rest.dropFirst(6)
      case "A" where rest.hasPrefix("M/PM"), "a" where rest.hasPrefix("m/pm"):
        hasTime = true
        rest = rest.dropFirst(4)
      default:
        break
      }
    }
    // An m is a month, unless it stands with hours or seconds and without a day or a year.
    self = hasDate || (hasMonthOrMinute && !hasTime) ? .date : hasTime ? .time : .number
  }

  /// Whether the bracket is `[h]`, `[mm]`, `[ss]` or the like: time that does not start again
  /// every day.
  private static func isElapsedTime(_ bracket: Substring) -> Bool {
    guard let first = bracket.first?.lowercased(), ["h", "m", "s"].contains(first) else {
      return false
    }
    return bracket.allSatisfy { $0.lowercased() == first }
  }
}
