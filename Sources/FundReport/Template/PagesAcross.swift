import Spreadsheet

extension Sheet {
  /// What a landscape A4 page shows at a size that can be read, in digits of the body font.
  private static let readableWidth = 190.0

  /// Spreads the columns over as many pages as can be read, each beginning with the first columns
  /// where these leave room for others.
  mutating func spreadOverPages() {
    let first = columnWidths.prefix(repeatedColumns).reduce(0, +)
    if first > Self.readableWidth / 3 { repeatedColumns = 0 }
    let labels = repeatedColumns > 0 ? first : 0
    let others = columnWidths.reduce(0, +) - labels
    pagesAcross = max(1, Int((others / (Self.readableWidth - labels)).rounded(.up)))
  }
}
