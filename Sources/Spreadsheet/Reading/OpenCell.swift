/// A cell whose end has not come yet.
struct OpenCell {
  let reference: CellReference
  private(set) var isFormula = false

  let type: CellType
  /// The cell format, by its number.
  let style: Int
  private var valueText: [UInt8]?
  private var isInValue = false
  private var inlineText: RichText?

  /// Starts a cell with its attributes.
  init(
    reference: CellReference, _ attributes: XMLAttributes
  ) throws(SpreadsheetError.Reason) {
    self.reference = reference
    type = try CellType(attributes.bytes("t"))
    style = attributes.bytes("s").flatMap { CellNumber.index($0) } ?? 0
  }

  /// Starts an element inside the cell.
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if inlineText != nil {
      inlineText?.start(name, attributes)
      return
    }
    switch name {
    case "v":
      valueText = []
      isInValue = true
    case "f": isFormula = true
    case "is": inlineText = RichText()
    default: break
    }
  }

  /// Adds characters, which count only inside the value or the inline text.
  mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, limits: ReadingLimits
  ) throws(SpreadsheetError.Reason) {
    if isInValue {
      valueText?.append(contentsOf: bytes)
      try limits.check(valueText ?? [])
    } else {
      try inlineText?.append(bytes, limits: limits)
    }
  }

  /// Ends an element inside the cell.
  mutating func end(_ name: XMLName) {
    inlineText?.end(name)
    if name == "v" { isInValue = false }
  }

  /// The number of the shared text the cell points at.
  var sharedIndex: Int? {
    type == .sharedText ? CellNumber.index(XMLSpace.trimmed(valueText ?? [])) : nil
  }

  /// What the finished cell holds, or nothing if it is empty.
  mutating func value(
    in content: SheetContent
  ) throws(SpreadsheetError.Reason) -> CellValue? {
    if let text = inlineText?.take() { return text.isEmpty ? nil : .text(text) }
    let bytes = valueText ?? []
    if type == .text || type == .inlineText {
      // The result of a formula may be empty text, which is no missing result.
      if valueText == nil && isFormula { return .noCachedResult }
      return bytes.isEmpty ? nil : .text(EscapedText.decode(bytes))
    }
    let trimmed = XMLSpace.trimmed(bytes)
    guard !trimmed.isEmpty else { return isFormula ? .noCachedResult : nil }
    switch type {
    case .sharedText:
      return try sharedText(trimmed, in: content.strings)
    case .boolean:
      return .boolean(try boolean(trimmed))
    case .error:
      return .error(String(decoding: trimmed, as: UTF8.self))
    case .isoDate:
      let text = String(decoding: trimmed, as: UTF8.self)
      guard let moment = ISODate.moment(of: text) else { return .text(text) }
      return .date(moment.day, secondsOfDay: moment.secondsOfDay)
    default:
      return try number(trimmed, in: content)
    }
  }

  private func sharedText(
    _ bytes: ArraySlice<UInt8>, in strings: [String]
  ) throws(SpreadsheetError.Reason) -> CellValue? {
    guard let index = CellNumber.index(bytes) else {
      throw .malformedValue(
        found: String(decoding: bytes, as: UTF8.self), expected: "the number of a shared text")
    }
    guard index < strings.count else { throw .missingSharedString(index: index) }
    return strings[index].isEmpty ? nil : .text(strings[index])
  }

  private func boolean(_ bytes: ArraySlice<UInt8>) throws(SpreadsheetError.Reason) -> Bool {
    if bytes.elementsEqual("1".utf8) || bytes.elementsEqual("true".utf8) { return true }
    if bytes.elementsEqual("0".utf8) || bytes.elementsEqual("false".utf8) { return false }
    throw .malformedValue(found: String(decoding: bytes, as: UTF8.self), expected: "0 or 1")
  }

  private func number(
    _ bytes: ArraySlice<UInt8>, in content: SheetContent
  ) throws(SpreadsheetError.Reason) -> CellValue {
    guard let number = CellNumber.decimal(bytes) else {
      throw .malformedValue(
        found: String(decoding: bytes, as: UTF8.self), expected: "a number such as 1200.5")
    }
    return content.value(of: number, style: style)
  }
}

extension SheetContent {
  /// A number, or the day it is where its cell has a format of dates.
  func value(of number: Double, style: Int) -> CellValue {
    let format = styles[style]
    // A time of no day stays the fraction of a day that it is.
    guard format != .number, format == .date || number >= 1,
      let moment = dateSystem.moment(of: number)
    else { return .number(number) }
    return .date(moment.day, secondsOfDay: moment.secondsOfDay)
  }
}
