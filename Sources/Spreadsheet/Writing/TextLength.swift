/// How long texts are in print, estimated from the advance widths of Arial, which Liberation Sans
/// shares.
enum TextLength {
  /// How much longer text is than in the body font.
  static func scale(size: Double, isBold: Bool) -> Double {
    size / CellStyle.body.size * (isBold ? 1.08 : 1)
  }

  /// The length of a text in digits, of which each is 556 thousandths of the font size wide.
  static func digits(_ text: Substring) -> Double {
    text.unicodeScalars.reduce(0) { $0 + advance($1) } / 556
  }

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
