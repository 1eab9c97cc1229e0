/// Brings the bytes of a CSV file to UTF-8, refusing what is no text.
enum CSVDecoding {
  /// The text as UTF-8, without a byte order mark.
  static func utf8(
    _ bytes: [UInt8], declared: CSVEncoding?
  ) throws(SpreadsheetError.Reason) -> [UInt8] {
    let (marked, start) = byteOrderMark(bytes)
    switch marked ?? declared ?? .utf8 {
    case .utf8: return try fromUTF8(bytes, from: start)
    case .utf16LittleEndian:
      return try fromUTF16(bytes, from: start, .utf16LittleEndian, highByte: 1)
    case .utf16BigEndian:
      return try fromUTF16(bytes, from: start, .utf16BigEndian, highByte: 0)
    case .windows1252: return try fromWindows1252(bytes)
    }
  }

  private static func byteOrderMark(_ bytes: [UInt8]) -> (encoding: CSVEncoding?, length: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return (nil, 0)
  }

  private static func fromUTF8(
    _ bytes: [UInt8], from start: Int
  ) throws(SpreadsheetError.Reason) -> [UInt8] {
    let text = start == 0 ? bytes : Array(bytes[start...])
    // A zero byte is valid UTF-8, but what it says is UTF-16 without a byte order mark.
    let zero = text.firstIndex(of: 0)
    let wrong: Int?
    do {
      _ = try UTF8Span(validating: text.span)
      wrong = zero
    } catch {
      wrong = min(error.byteOffsets.lowerBound, zero ?? .max)
    }
    guard let wrong else { return text }
    throw .undecodable(byteOffset: start + wrong, byte: text[wrong], encoding: .utf8)
  }

  private static func fromUTF16(
    _ bytes: [UInt8], from start: Int, _ encoding: CSVEncoding, highByte: Int
  ) throws(SpreadsheetError.Reason) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var highSurrogate: UInt32?
    var next = start
    while next + 1 < bytes.count {
      let unit = UInt32(bytes[next + highByte]) << 8 | UInt32(bytes[next + 1 - highByte])
      let scalar: Unicode.Scalar?
      switch (unit, highSurrogate) {
      case (0xD800...0xDBFF, nil):
        highSurrogate = unit
        next += 2
        continue
      case (0xDC00...0xDFFF, let high?):
        scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00))
      case (_, nil):
        scalar = Unicode.Scalar(unit)
      default:
        // The half before this one has no other half.
        next -= 2
        scalar = nil
      }
      guard let scalar, scalar != "\0" else {
        throw .undecodable(byteOffset: next, byte: bytes[next], encoding: encoding)
      }
      highSurrogate = nil
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      next += 2
    }
    guard next == bytes.count, highSurrogate == nil else {
      let wrong = next == bytes.count ? next - 2 : next
      throw .undecodable(byteOffset: wrong, byte: bytes[wrong], encoding: encoding)
    }
    return text
  }

  private static func fromWindows1252(
    _ bytes: [UInt8]
  ) throws(SpreadsheetError.Reason) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for (offset, byte) in bytes.enumerated() {
      let code: UInt32 = (0x80...0x9F).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt32(byte)
      guard code != 0, let scalar = Unicode.Scalar(code) else {
        throw .undecodable(byteOffset: offset, byte: byte, encoding: .windows1252)
      }
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return text
  }

  /// The characters of the bytes 0x80 to 0x9F; zero where the encoding has none.
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
