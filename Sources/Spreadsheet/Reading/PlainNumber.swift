/// Numbers and references in the plain shape of ``PlainRows``; what is written otherwise is nil.
enum PlainNumber {
  /// A count from zero of at most nine digits.
  static func index(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 9 else { return nil }
    var number = 0
    for place in range {
      guard let digit = digit(bytes[place]) else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  private static func digit(_ byte: UInt8) -> Int? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte &- UInt8(ascii: "0")) : nil
  }

  /// A number.
  ///
  /// Of at most 15 digits and without an exponent, both the digits and the power of ten are exact,
  /// hence their quotient is the nearest number. Others are read as the parser's are.
  static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    var next = range.lowerBound
    let isNegative = bytes[next] == UInt8(ascii: "-")
    if isNegative { next += 1 }
    var digits = 0
    var count = 0
    var places: Int?
    while next < range.upperBound {
      if bytes[next] == UInt8(ascii: "."), places == nil, count > 0 {
        places = 0
      } else if let digit = digit(bytes[next]) {
        digits = digits * 10 + digit
        count += 1
        places = places.map { $0 + 1 }
      } else {
        return decimal(bytes, range)
      }
      guard count <= 15 else { return decimal(bytes, range) }
      next += 1
    }
    guard count > 0, places != 0 else { return nil }
    let number = Double(digits) / powers[places ?? 0]
    return isNegative ? -number : number
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private static func decimal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    bytes.extracting(range).withUnsafeBufferPointer { CellNumber.decimal($0) }
  }

  /// The column of a reference such as `B12` to that row.
  static func column(_ bytes: Span<UInt8>, _ range: Range<Int>, row: Int) -> Int? {
    var column = 0
    var next = range.lowerBound
    while next < range.upperBound, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[next]) {
      column = column * 26 + Int(bytes[next] &- UInt8(ascii: "A")) + 1
      guard column <= CellReference.lastColumn else { return nil }
      next += 1
    }
    guard column > 0, next < range.upperBound, bytes[next] != UInt8(ascii: "0"),
      index(bytes, next..<range.upperBound) == row
    else { return nil }
    return column
  }
}
