/// The type a cell says it has, in its `t` attribute (ECMA-376 part 1, 18.18.11).
enum CellType {
  case number
  case sharedText
  case text
  case inlineText
  case boolean
  case error
  case isoDate

  /// Reads the attribute; without one a cell is a number.
  init(_ attribute: UnsafeBufferPointer<UInt8>?) throws(SpreadsheetError.Reason) {
    guard let attribute else {
      self = .number
      return
    }
    switch String(decoding: attribute, as: UTF8.self) {
    case "n": self = .number
    case "s": self = .sharedText
    case "str": self = .text
    case "inlineStr": self = .inlineText
    case "b": self = .boolean
    case "e": self = .error
    case "d": self = .isoDate
    case let found:
      throw .malformedValue(
        found: found, expected: "one of the cell types n, s, str, inlineStr, b, e and d")
    }
  }
}

/// Numbers as the XML of a cell writes them, the same in every locale.
enum CellNumber {
  /// A count from zero, such as the number of a style.
  static func index(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
    var number = 0
    for byte in bytes {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// A decimal such as `1200.5` or `-3E-05`, but neither hexadecimal nor infinite.
  static func decimal(_ bytes: some Collection<UInt8>) -> Double? {
    if let index = index(bytes) { return Double(index) }
    let isDecimal = bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"),
        UInt8(ascii: "-"), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isDecimal, let number = Double(String(decoding: bytes, as: UTF8.self)), number.isFinite
    else { return nil }
    return number
  }
}
