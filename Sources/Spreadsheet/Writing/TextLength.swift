/// How long texts are in print, estimated from the advance widths of Arial, which Liberation Sans
/// shares.
enum TextLength {
  /// How much longer text is than in the body font.
  static func scale(size: Double, isBold: Bool) -> Double {
    size / CellStyle.body.size * (isBold ? 1.08 : 1)
  }

  /// The length of a text in digits, of which each is 556 thousandths of the font size wide.
  static func digits(_ text: Substring) -> Double {
    var text = text
    return text.withUTF8 { plainDigits($0) }
      ?? text.unicodeScalars.reduce(0) { $0 + advance($1) } / 556
  }

  /// The length of a text of printable ASCII; nil for any other, and for several lines.
  static func plainDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var length = 0
    for byte in bytes {
      guard (0x20..<0x7F).contains(byte) else { return nil }
      length += plainAdvances[Int(byte)]
    }
    return Double(length) / 556
  }

  /// The lengths of a line of printable ASCII and of its longest word; nil for any other text.
  static func plainLineAndWord(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (line: Double, word: Double)? {
    guard let line = plainDigits(bytes) else { return nil }
    var (word, longest) = (0, 0)
    for byte in bytes {
      word = byte == UInt8(ascii: " ") ? 0 : word + plainAdvances[Int(byte)]
      longest = max(longest, word)
    }
    return (line, Double(longest) / 556)
  }

  private static let plainAdvances = (UInt8(0)..<0x7F).map { Int(advance(UnicodeScalar($0))) }

  /// An upper estimate of the advance width of a character in thousandths of the font size.
  private static func advance(_ scalar: UnicodeScalar) -> Double {
    switch scalar {
    case "i", "j", "l", "'", "I", ".", ",", ":", ";", "!", "|", "/", " ", "t", "f", "[", "]": 300
    case "(", ")", "-", "r", "\"": 360
    case "m", "w", "M", "W", "%", "@", "—", "…": 1015
    case "A"..."Z", "&": 780
    default: wide(scalar)
    }
  }

  private static func wide(_ scalar: UnicodeScalar) -> Double {
    switch scalar.value {
    case ..<0x80: 560
    case 0x80..<0x1100: 780
    default: 1000
    }
  }
}
