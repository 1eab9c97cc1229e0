import Spreadsheet
import Testing

/// Damaged and hostile archives: one clear error, in bounded time (quality.md T5 and T6).
struct DamagedArchiveTests {
  private static let workbook = TestWorkbook(
    rows: (1...300).map { "<row><c><v>\($0 * 7919)</v></c></row>" }.joined())

  @Test func `a workbook cut short is refused wherever it is cut`() throws {
    let bytes = try Self.workbook.bytes()
    for count in stride(from: 4, to: bytes.count, by: 97) {
      let error = try read(Array(bytes.prefix(count)))
      #expect(error != nil, "cut to \(count) bytes")
    }
  }

  @Test func `a flipped byte never changes a value unseen`() throws {
    let bytes = try Self.workbook.bytes()
    let sound = try Self.workbook.rows()
    for place in stride(from: 0, to: bytes.count, by: 13) {
      var flipped = bytes
      flipped[place] ^= 0xFF
      let folder = try TemporaryFolder()
      let path = try folder.file(flipped)
      var rows: [SheetRow] = []
      let error = try refusal {
        let reader = try WorkbookReader(path: path)
        rows = try reader.rows(of: #require(reader.sheets.first))
      }
      #expect(error != nil || rows == sound, "byte \(place)")
    }
  }

  @Test func `a part with a wrong check sum is refused`() throws {
    var workbook = Self.workbook
    workbook.isDeflated = false
    var bytes = try workbook.bytes()
    let place = try #require(first("<v>7919<", in: bytes))
    bytes[place + 3] = UInt8(ascii: "8")
    #expect(try read(bytes)?.reason == .damagedArchive("xl/worksheets/sheet1.xml: CRC error"))
  }

  @Test func `a part longer than the archive declares is refused`() throws {
    let workbook = Self.workbook
    let size = UInt32(try #require(workbook.parts["xl/worksheets/sheet1.xml"]?.utf8.count))
    var bytes = try workbook.bytes()
    for place in places(ofSize: size, in: bytes) { bytes[place] = bytes[place] &- 1 }
    let error = try read(bytes)
    guard case .damagedArchive = error?.reason else {
      Issue.record("found \(String(describing: error))")
      return
    }
  }

  @Test func `an archive with more parts than allowed is refused`() throws {
    var parts: [(String, [UInt8])] = []
    for index in 0...2_000 { parts.append(("part\(index)", [])) }
    #expect(
      try read(TestArchive(parts: parts).bytes())?.reason
        == .tooLarge(what: "2001 parts in the archive", limit: 2_000))
  }

  @Test func `a part that unpacks to much more than its packed size is refused`() throws {
    var workbook = Self.workbook
    workbook.parts["xl/media/blank"] = String(repeating: " ", count: 9 << 20)
    guard case .tooLarge(let what, limit: 200) = try workbook.refusal()?.reason else {
      Issue.record("not refused for its ratio")
      return
    }
    #expect(what.hasPrefix("the part “xl/media/blank” unpacks to "))
  }

  @Test func `a part larger than allowed is refused before it is unpacked`() throws {
    var limits = ReadingLimits.standard
    limits.bytesPerPart = 5_000
    #expect(
      try Self.workbook.refusal(limits: limits)?.reason
        == .tooLarge(
          what: "\(size("xl/worksheets/sheet1.xml")) bytes in the part “xl/worksheets/sheet1.xml”",
          limit: 5_000))
  }

  @Test func `all parts together may not be larger than allowed`() throws {
    var limits = ReadingLimits.standard
    limits.bytesPerFile = 9_000
    guard case .tooLarge(_, limit: 9_000) = try Self.workbook.refusal(limits: limits)?.reason else {
      Issue.record("not refused for its size")
      return
    }
  }

  @Test func `a part that is there twice is refused`() throws {
    let workbook = TestWorkbook(rows: "<row><c><v>1</v></c></row>")
    var parts = workbook.parts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
    parts.append(("XL/Worksheets/Sheet1.xml", []))
    #expect(
      try read(TestArchive(parts: parts).bytes())?.reason
        == .damagedArchive("it holds “xl/worksheets/sheet1.xml” twice"))
  }

  @Test(arguments: [
    "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
  ])
  func `a missing part is named`(part: String) throws {
    var workbook = TestWorkbook(
      rows: "<row><c><v>1</v></c></row>", strings: ["<si><t>a</t></si>"], formats: ["0"])
    workbook.parts[part] = nil
    #expect(try workbook.refusal()?.reason == .missingPart(part))
  }

  private func read(_ bytes: [UInt8]) throws -> SpreadsheetError? {
    let folder = try TemporaryFolder()
    let path = try folder.file(bytes)
    return try refusal {
      let reader = try WorkbookReader(path: path)
      for sheet in reader.sheets { _ = try reader.rows(of: sheet) }
    }
  }

  private func size(_ part: String) -> Int {
    Self.workbook.parts[part]?.utf8.count ?? 0
  }

  private func first(_ text: String, in bytes: [UInt8]) -> Int? {
    bytes.indices.first { bytes[$0...].starts(with: text.utf8) }
  }

  /// Where the archive writes a size as four bytes, the low one first.
  private func places(ofSize size: UInt32, in bytes: [UInt8]) -> [Int] {
    let wanted = (0..<4).map { UInt8(truncatingIfNeeded: size >> ($0 * 8)) }
    return bytes.indices.filter { bytes[$0...].starts(with: wanted) }
  }
}
