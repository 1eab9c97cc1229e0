/// Cuts UTF-8 text into records and fields.
struct CSVScanner {
  /// One record, with the line on which it starts.
  struct Record {
    var line: Int
    var fields: [String]
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let usualDelimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  private let bytes: [UInt8]
  private let quote: UInt8
  private let delimiter: UInt8
  private let limits: ReadingLimits
  private var cells = 0
  private var next = 0
  private var line = 1

  /// Prepares to read; finds the delimiter if the dialect does not name it.
  init(
    _ bytes: [UInt8], _ dialect: CSVDialect, limits: ReadingLimits
  ) throws(SpreadsheetError.Reason) {
    self.bytes = bytes
    self.limits = limits
    quote = try Self.byte(of: dialect.quote, "the quote")
    delimiter =
      if let declared = dialect.delimiter {
        try Self.byte(of: declared, "the delimiter")
      } else {
        try Self.delimiter(ofHeaderIn: bytes, quote: quote)
      }
    guard quote != delimiter else {
      throw .unusableDialect("the delimiter is the quote")
    }
  }

  /// The next record that is not blank; `line` is left at the line being read.
  mutating func next(_ line: inout Int) throws(SpreadsheetError.Reason) -> Record? {
    while skipBlankLine() {}
    guard next < bytes.count else { return nil }
    line = self.line
    var record = Record(line: self.line, fields: [])
    repeat {
      let text = try field()
      guard text.utf8.count <= limits.bytesPerText else {
        throw .tooLarge(what: "the bytes of the text of one cell", limit: limits.bytesPerText)
      }
      record.fields.append(text)
      guard record.fields.count <= CellReference.lastColumn else {
        throw .tooLarge(what: "the fields of line \(record.line)", limit: CellReference.lastColumn)
      }
      cells += 1
      guard cells <= limits.cellsPerSheet else {
        throw .tooLarge(what: "the fields of the file", limit: limits.cellsPerSheet)
      }
    } while skipDelimiter()
    skipLineEnd()
    return record
  }

  // MARK: - Fields

  private mutating func field() throws(SpreadsheetError.Reason) -> String {
    guard next < bytes.count, bytes[next] == quote else {
      let start = next
      while next < bytes.count, bytes[next] != delimiter, !isLineEnd(bytes[next]) { next += 1 }
      return String(decoding: bytes[start..<next], as: UTF8.self)
    }
    return try quotedField()
  }

  private mutating func quotedField() throws(SpreadsheetError.Reason) -> String {
    let firstLine = line
    var text: [UInt8] = []
    next += 1
    while true {
      guard next < bytes.count else { throw .unclosedQuote(line: firstLine) }
      let byte = bytes[next]
      if isLineEnd(byte) {
        let start = next
        skipLineEnd()
        text.append(contentsOf: bytes[start..<next])
        continue
      }
      next += 1
      guard byte == quote else {
        text.append(byte)
        continue
      }
      guard next < bytes.count, bytes[next] == quote else { break }
      text.append(quote)
      next += 1
    }
    guard next == bytes.count || bytes[next] == delimiter || isLineEnd(bytes[next]) else {
      throw .textAfterQuote(line: line)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func skipDelimiter() -> Bool {
    guard next < bytes.count, bytes[next] == delimiter else { return false }
    next += 1
    return true
  }

  // MARK: - Lines

  private mutating func skipLineEnd() {
    guard next < bytes.count else { return }
    let isPair =
      bytes[next] == Self.carriageReturn && next + 1 < bytes.count
      && bytes[next + 1] == Self.lineFeed
    next += isPair ? 2 : 1
    line += 1
  }

  /// Passes over a line that holds nothing but spaces and tabs that are no delimiters.
  private mutating func skipBlankLine() -> Bool {
    var end = next
    while end < bytes.count, bytes[end] != delimiter,
      bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t")
    {
      end += 1
    }
    guard end < bytes.count else {
      next = end
      return false
    }
    guard isLineEnd(bytes[end]) else { return false }
    next = end
    skipLineEnd()
    return true
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Self.lineFeed || byte == Self.carriageReturn
  }

  // MARK: - Dialect

  private static func byte(
    of character: Character, _ what: String
  ) throws(SpreadsheetError.Reason) -> UInt8 {
    guard let byte = character.asciiValue, character.utf8.count == 1, byte != lineFeed,
      byte != carriageReturn, byte != 0
    else { throw .unusableDialect("\(what) is “\(character)”") }
    return byte
  }

  /// The delimiter that the header line has most of, outside quotes.
  private static func delimiter(
    ofHeaderIn bytes: [UInt8], quote: UInt8
  ) throws(SpreadsheetError.Reason) -> UInt8 {
    // Blank lines before it are passed over; a tab on a line with more is a delimiter.
    let firstText = bytes.firstIndex { !XMLSpace.contains($0) } ?? bytes.count
    let lineEnd = bytes[..<firstText].lastIndex { $0 == lineFeed || $0 == carriageReturn }
    let start = lineEnd.map { $0 + 1 } ?? 0
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var isFieldStart = true
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte == quote, isQuoted || isFieldStart {
        isQuoted.toggle()
      } else if !isQuoted {
        if byte == lineFeed || byte == carriageReturn { break }
        isFieldStart = usualDelimiters.contains(byte)
        if isFieldStart, firstText < bytes.count { counts[byte, default: 0] += 1 }
      }
      end += 1
    }
    guard let most = counts.values.max() else { return UInt8(ascii: ",") }
    let candidates = counts.filter { $0.value == most }.keys
    guard let only = candidates.first, candidates.count == 1 else {
      let header = String(decoding: bytes[start..<end], as: UTF8.self)
      throw .ambiguousDelimiter(header: String(header.prefix(80)))
    }
    return only
  }
}
