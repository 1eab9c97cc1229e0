import Spreadsheet

/// Cell values as texts.
enum CellText {
  /// What the sender sees, more or less, for the `found` of a finding.
  static func shown(_ value: CellValue?) -> String {
    switch value {
    case nil: ""
    case .text(let text): text
    case .number(let number): DecimalText.shortest(number)
    case .date(let day, let seconds):
      seconds == 0 ? "\(day)" : "\(day) \(clock(seconds))"
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .error(let error): error
    }
  }

  /// The same, short enough to be quoted in a finding.
  static func quoted(_ value: CellValue?) -> String {
    shown(value).shortened(to: 80)
  }

  /// Whether nothing but white space stands in the cell.
  static func isBlank(_ value: CellValue?) -> Bool {
    guard case .text(let text) = value else { return value == nil }
    if let first = text.utf8.first, (0x21..<0x7F).contains(first) { return false }
    return text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  private static func clock(_ seconds: Int) -> String {
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}

extension String {
  /// The beginning of a long text.
  ///
  /// Counted are code points: one character may have any number of them.
  func shortened(to count: Int) -> String {
    let scalars = unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: count, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return self }
    return String(scalars[..<end]) + "…"
  }

  /// As many code points as fit so many units of UTF-16, in which spreadsheet programs count.
  func beginning(units: Int) -> String {
    var room = units
    return String(
      String.UnicodeScalarView(
        unicodeScalars.prefix {
          room -= UTF16.width($0)
          return room >= 0
        }))
  }
}
