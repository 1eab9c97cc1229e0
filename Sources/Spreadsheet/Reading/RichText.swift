/// Gathers the text of a shared or inline string, whose runs may each have their own font.
///
/// The phonetic hints of Japanese text (`rPh`) are left out. White space around a run counts only
/// where `xml:space` preserves it, as in Excel.
struct RichText {
  private var text: [UInt8] = []
  private var runStart: Int?
  private var isPreserved = false
  private var phoneticDepth = 0

  /// Starts an element inside the string.
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "rPh":
      phoneticDepth += 1
    case "t" where phoneticDepth == 0:
      runStart = text.count
      isPreserved = attributes.preservesSpace
    default:
      break
    }
  }

  /// Adds characters, which count only inside a `t` element.
  mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, limits: ReadingLimits
  ) throws(SpreadsheetError.Reason) {
    guard runStart != nil else { return }
    text.append(contentsOf: bytes)
    try limits.check(text)
  }

  /// Ends an element inside the string.
  mutating func end(_ name: XMLName) {
    switch name {
    case "rPh":
      phoneticDepth -= 1
    case "t":
      guard let start = runStart, phoneticDepth == 0 else { return }
      runStart = nil
      guard !isPreserved else { return }
      while text.count > start, text.last.map(XMLSpace.contains) == true { text.removeLast() }
      let blanks = text[start...].prefix(while: XMLSpace.contains).count
      text.removeSubrange(start..<start + blanks)
    default:
      break
    }
  }

  /// Gives the whole text and starts over.
  mutating func take() -> String {
    defer { text.removeAll(keepingCapacity: true) }
    return EscapedText.decode(text)
  }
}

extension ReadingLimits {
  /// Refuses text that is longer than a cell may hold.
  func check(_ text: [UInt8]) throws(SpreadsheetError.Reason) {
    guard text.count <= bytesPerText else {
      throw .tooLarge(what: "the bytes of the text of one cell", limit: bytesPerText)
    }
  }
}
