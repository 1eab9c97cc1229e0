/// Text in which characters that XML cannot hold are written as `_x000D_` (ECMA-376 part 1,
/// 22.9.2.19, ST_Xstring); the underscore of such a sequence is itself written `_x005F_`.
enum EscapedText {
  /// The text with its sequences decoded.
  static func decode(_ bytes: [UInt8]) -> String {
    guard bytes.contains(UInt8(ascii: "_")) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var text = ""
    var plainStart = 0
    var next = 0
    // Escapes in a row are decoded together: a character beyond U+FFFF takes two.
    var units: [UInt16] = []
    while next < bytes.count {
      if let unit = codeUnit(in: bytes, at: next) {
        text += String(decoding: bytes[plainStart..<next], as: UTF8.self)
        units.append(unit)
        next += 7
        plainStart = next
        continue
      }
      flush(&units, into: &text)
      next += 1
    }
    flush(&units, into: &text)
    return text + String(decoding: bytes[plainStart...], as: UTF8.self)
  }

  private static func flush(_ units: inout [UInt16], into text: inout String) {
    guard !units.isEmpty else { return }
    text += String(decoding: units, as: UTF16.self)
    units.removeAll()
  }

  private static func codeUnit(in bytes: [UInt8], at start: Int) -> UInt16? {
    guard bytes.count - start >= 7, bytes[start] == UInt8(ascii: "_"),
      bytes[start + 1] == UInt8(ascii: "x"), bytes[start + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[start + 2..<start + 6] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
