/// How wide a column must be for its texts, in digits of the body font.
public enum ColumnWidth {
  /// What a cell keeps free beside its text.
  static let padding = 1.5

  /// A width at which nothing is clipped.
  ///
  /// - Parameters:
  ///   - texts: The texts as they are shown, numbers and dates formatted.
  ///   - size: The size of the font in points.
  ///   - isBold: Whether the texts are bold.
  ///   - atMost: The width past which texts wrap; a single longer word is never broken.
  /// - Returns: The width, at least 4 and at most 255.
  public static func fitting(
    _ texts: [String], size: Double = CellStyle.body.size, isBold: Bool = false,
    atMost: Double = 60
  ) -> Double {
    let scale = TextLength.scale(size: size, isBold: isBold)
    var longestLine = 0.0
    var longestWord = 0.0
    for var text in texts {
      if let (line, word) = text.withUTF8(TextLength.plainLineAndWord) {
        longestLine = max(longestLine, line)
        longestWord = max(longestWord, word)
        continue
      }
      for line in text.split(whereSeparator: \.isNewline) {
        longestLine = max(longestLine, TextLength.digits(line))
        for word in line.split(separator: " ") {
          longestWord = max(longestWord, TextLength.digits(word))
        }
      }
    }
    let width =
      min(longestLine * scale, max(atMost - padding, longestWord * scale)) + padding
    return min(255, max(4, (width * 4).rounded(.up) / 4))
  }
}
