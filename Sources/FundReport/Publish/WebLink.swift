import Spreadsheet

/// A submitted address as a link whose words say where it leads.
struct WebLink {
  var address: String
  /// Such as “Report on example.org”.
  var words: String

  /// What a cell of a workbook takes; longer addresses stay texts.
  private static let longest = 2_000

  /// Nil where the text is no address that can be followed safely, and stays a text.
  init?(_ text: String, in column: ModelDefinition.Column) {
    guard column.type == .link, text.utf8.count <= Self.longest,
      let found = text.wholeMatch(of: Self.address)
    else { return nil }
    address = text
    words = "\(column.label) on \(found.1.lowercased())"
  }

  /// Over https, to a host without user or blanks, and nothing in it that would have to be escaped.
  private static var address: some RegexComponent<(Substring, Substring)> {
    /(?i)https:\/\/([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::[0-9]{1,5})?(?:[\/?](?:[a-z0-9\/?:@!$&'()*+,;=._~-]|%[0-9a-f]{2})*)?/
  }
}

extension OutputCell {
  init(_ link: WebLink) {
    self = .link(to: .url(link.address), text: link.words, .link)
  }
}
