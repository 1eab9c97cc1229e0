/// How high a row must be for texts that wrap.
///
/// Excel finds the height itself on opening; LibreOffice 7.4 leaves most wrapped rows of a workbook
/// from elsewhere one line high and lets their texts run into each other.
public enum RowHeight {
  /// A height at which nothing is clipped, in points.
  ///
  /// - Parameters:
  ///   - texts: The texts of the row from column A, as they are shown.
  ///   - widths: The widths of the columns from column A; a text past the last does not count.
  ///   - size: The size of the font in points.
  ///   - isBold: Whether the texts are bold.
  ///   - room: What is added above and below the texts.
  /// - Returns: The height, at most the 409 points of the highest row.
  public static func fitting(
    _ texts: [String], widths: [Double], size: Double = CellStyle.body.size, isBold: Bool = false,
    adding room: Double = 0
  ) -> Double {
    let scale = TextLength.scale(size: size, isBold: isBold)
    let lines = zip(texts, widths).map { text, width in
      lineCount(of: text, room: max(1, width - ColumnWidth.padding) / scale)
    }
    return min(409, Double(lines.max() ?? 1) * (size * 1.28).rounded(.up) + room)
  }

  /// How many lines a text takes in a room of so many digits, broken between words where it can be.
  private static func lineCount(of text: String, room: Double) -> Int {
    if text.isEmpty { return 1 }
    // Most texts need but one.
    var text = text
    if let length = text.withUTF8(TextLength.plainDigits), length <= room { return 1 }
    let blank = TextLength.digits(" ")
    var count = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var used = 0.0
      count += 1
      for word in line.split(separator: " ") {
        let length = TextLength.digits(word)
        let start = used == 0 ? 0 : used + blank
        if start + length <= room {
          used = start + length
          continue
        }
        if used > 0 { count += 1 }
        // A word longer than the room is broken wherever a line ends.
        let further = max(0, Int((length / room).rounded(.up)) - 1)
        count += further
        used = length - Double(further) * room
      }
    }
    return count
  }
}
