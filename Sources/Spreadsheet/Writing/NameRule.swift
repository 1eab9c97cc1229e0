/// The names Excel allows for tables and defined names, a little stricter: ASCII only.
enum NameRule {
  static func allows(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= 255 else { return false }
    guard isLetter(first) || first == UInt8(ascii: "_") else { return false }
    let isWord = name.utf8.allSatisfy {
      isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
    }
    return isWord && !looksLikeReference(name)
  }

  /// Whether the name reads as `A1` or `R1C1`, as `TAX25` does and `TAXES25` does not.
  private static func looksLikeReference(_ name: String) -> Bool {
    let upper = name.uppercased()
    let letters = upper.prefix { $0.isLetter }
    let rest = upper.dropFirst(letters.count)
    let isDigits = rest.allSatisfy(\.isNumber)
    if letters.count <= 3, !rest.isEmpty, isDigits { return true }
    guard upper.hasPrefix("R") || upper.hasPrefix("C") else { return false }
    return upper.allSatisfy { $0 == "R" || $0 == "C" || $0.isNumber }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
