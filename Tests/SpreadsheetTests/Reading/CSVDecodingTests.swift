import Spreadsheet
import Testing

struct CSVDecodingTests {
  @Test(
    arguments: [
      (Array("na".utf8) + [0xEF, 0x6D], nil, 2, CSVEncoding.utf8),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], nil, 4, .utf8),
      ([0x61, 0xED, 0xA0, 0x80], nil, 1, .utf8), ([0x61, 0xC3], nil, 1, .utf8),
      ([0xC0, 0xAF], nil, 0, .utf8), ([0x61, 0x00, 0x62, 0x00], nil, 1, .utf8),
      ([0xFF, 0xFE, 0x61, 0x00, 0x62], nil, 4, .utf16LittleEndian),
      ([0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00], nil, 2, .utf16LittleEndian),
      ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xDC], nil, 4, .utf16LittleEndian),
      ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8], nil, 4, .utf16LittleEndian),
      ([0xFF, 0xFE, 0x00, 0xD8, 0x00, 0xD8], nil, 2, .utf16LittleEndian),
      ([0xFE, 0xFF, 0x00, 0x61, 0x00, 0x00], nil, 4, .utf16BigEndian),
      ([0x61, 0x81], .windows1252, 1, .windows1252), ([0x61, 0x00], .windows1252, 1, .windows1252),
    ] as [([UInt8], CSVEncoding?, Int, CSVEncoding)])
  func `the first byte that is no text is named`(
    bytes: [UInt8], declared: CSVEncoding?, offset: Int, encoding: CSVEncoding
  ) throws {
    let dialect = CSVDialect(encoding: declared)
    let error = try refusal { _ = try CSVReader.rows(of: bytes, file: "a.csv", dialect: dialect) }
    #expect(
      error?.reason
        == .undecodable(byteOffset: offset, byte: bytes[offset], encoding: encoding))
    #expect(error?.cell == nil)
  }

  @Test func `UTF-8 needs no declaration, with or without a byte order mark`() throws {
    let text = "é€😀"
    #expect(try read(Array(text.utf8)) == text)
    #expect(try read([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == text)
    #expect(try read(Array(text.utf8), .utf8) == text)
  }

  @Test func `UTF-16 needs a byte order mark or a declaration`() throws {
    let text = "é€😀"
    let little = text.utf16LittleEndian
    let big = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    #expect(try read([0xFF, 0xFE] + little) == text)
    #expect(try read([0xFE, 0xFF] + big) == text)
    #expect(try read(little, .utf16LittleEndian) == text)
    #expect(try read(big, .utf16BigEndian) == text)
  }

  @Test func `a byte order mark is believed over a declaration`() throws {
    #expect(try read([0xEF, 0xBB, 0xBF] + Array("é".utf8), .windows1252) == "é")
  }

  @Test func `Windows-1252 is read where it is declared`() throws {
    #expect(try read([0x80, 0x9C, 0x9F, 0xA0, 0xE9, 0xFF, 0x61], .windows1252) == "€œŸ\u{A0}éÿa")
  }

  @Test func `every character of UTF-16 reads back as written`() throws {
    for code in stride(from: UInt32(0x21), through: 0x10FFFF, by: 251) {
      guard let scalar = Unicode.Scalar(code), scalar != "\"", scalar != "\u{FEFF}" else {
        continue
      }
      let text = "a\(String(scalar))b"
      let bytes = text.utf16LittleEndian
      #expect(try read([0xFF, 0xFE] + bytes) == text)
    }
  }

  private func read(_ bytes: [UInt8], _ encoding: CSVEncoding? = nil) throws -> String? {
    let dialect = CSVDialect(delimiter: "|", encoding: encoding)
    let cell = try CSVReader.rows(of: bytes, file: "a.csv", dialect: dialect).first?.cells.first
    guard case .text(let text) = cell?.value else { return nil }
    return text
  }
}
