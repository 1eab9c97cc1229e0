/// Text as the strings of a workbook store it (ECMA-376 part 1, 22.9.2.19 `ST_Xstring`).
///
/// `_x0041_` in a file reads as `A`, so text that was typed that way has its underscore written as
/// `_x005F_`; characters XML can not hold are written as `_xHHHH_`.
public enum StoredText {
  /// The most characters a cell holds.
  public static let limit = 32_767

  /// How many characters of a cell the text takes.
  public static func length(of text: String) -> Int { encoded(text).utf16.count }

  /// The text, or as much of its beginning as a cell holds.
  public static func fitting(_ text: String) -> String {
    guard length(of: text) > limit else { return text }
    var room = limit
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      // By itself an underscore may need no escape that it needs before `x0041_`.
      room -= scalar == "_" ? 7 : length(of: String(scalar))
      guard room >= 0 else { break }
      kept.append(scalar)
    }
    return String(kept)
  }

  /// The text as it is stored.
  static func encoded(_ text: String) -> String {
    guard needsEncoding(text) else { return text }
    var stored = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if isForbidden(scalar) || (scalar == "_" && startsEscape(scalars[index...])) {
        stored += escape(scalar)
      } else {
        stored.unicodeScalars.append(scalar)
      }
    }
    return stored
  }

  private static func needsEncoding(_ text: String) -> Bool {
    text.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "_") || $0 == 0xEF }
  }

  /// Whether XML 1.0 has no place for the character, or would change it on reading.
  private static func isForbidden(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func startsEscape(_ scalars: ArraySlice<UnicodeScalar>) -> Bool {
    let start = scalars.startIndex
    guard scalars.count >= 7, scalars[start + 1] == "x" else { return false }
    // A forbidden character is written with an underscore in front, which would end the escape.
    let end = scalars[start + 6]
    return (end == "_" || isForbidden(end))
      && scalars[(start + 2)..<(start + 6)].allSatisfy(\.properties.isASCIIHexDigit)
  }

  private static func escape(_ scalar: UnicodeScalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
  }
}
