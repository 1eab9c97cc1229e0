/// Reads the part that holds each distinct text of a workbook once.
final class SharedStringsPart: XMLHandler {
  /// The texts, in the order cells count them.
  private(set) var strings: [String] = []

  private let limits: ReadingLimits
  private var isInString = false
  private var text = RichText()

  init(limits: ReadingLimits) {
    self.limits = limits
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if isInString {
      text.start(name, attributes)
    } else if name == "si" {
      isInString = true
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError.Reason) {
    guard isInString else { return }
    try text.append(bytes, limits: limits)
  }

  func end(_ name: XMLName) throws(SpreadsheetError.Reason) {
    guard name == "si" else { return text.end(name) }
    isInString = false
    strings.append(text.take())
    guard strings.count <= limits.sharedStrings else {
      throw .tooLarge(what: "the distinct texts of the workbook", limit: limits.sharedStrings)
    }
  }
}
