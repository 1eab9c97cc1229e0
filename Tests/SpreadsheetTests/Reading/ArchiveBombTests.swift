import Foundation
import Spreadsheet
import Testing

/// Archives made to unpack to more than they are (CWE-409): each is refused in a moment.
struct ArchiveBombTests {
  private static let workbook = TestWorkbook(rows: "<row><c><v>1</v></c></row>")

  @Test func `parts that share their bytes are refused`() throws {
    let archive = RawArchive(
      content: [UInt8](repeating: 0x41, count: 10_000),
      names: (1...100).map { "xl/worksheets/sheet\($0).xml" })
    #expect(try refusal(of: archive.bytes)?.reason == .damagedArchive("its parts overlap"))
  }

  @Test func `a hundred thousand parts are refused before any is looked at`() throws {
    let parts = (1...100_000).map { (path: "xl/\($0)", content: [UInt8]()) }
    #expect(
      try refusal(of: TestArchive(parts: parts).bytes())?.reason
        == .tooLarge(what: "100000 parts in the archive", limit: 2_000))
  }

  @Test func `a part that is shorter than the archive declares is refused`() throws {
    var archive = RawArchive(content: Array("<a/>".utf8), names: ["xl/workbook.xml"])
    archive.declared = 5
    #expect(try refusal(of: archive.bytes) != nil)
    archive.declared = 1 << 30
    #expect(try refusal(of: archive.bytes) != nil)
  }

  @Test func `an archive inside the archive stays packed`() throws {
    var inner = [UInt8](repeating: 0x20, count: 7 << 20)
    for level in 1...5 {
      inner = try TestArchive(parts: [("level\(level).zip", inner)]).bytes()
    }
    var parts = Self.workbook.parts.map { (path: $0.key, content: Array($0.value.utf8)) }
    parts.append((path: "xl/embeddings/deep.zip", content: inner))
    let folder = try TemporaryFolder()
    let reader = try WorkbookReader(path: folder.file(TestArchive(parts: parts).bytes()))
    let rows = try reader.rows(of: #require(reader.sheets.first))
    #expect(rows.flatMap(\.cells).map(\.value) == [.number(1)])
  }

  @Test(arguments: ["../../evil.xml", "/etc/evil.xml", #"..\..\evil.xml"#, "xl/\u{202E}evil.xml"])
  func `a part with an odd name is never written anywhere`(name: String) throws {
    var workbook = Self.workbook
    workbook.parts[name] = "<evil/>"
    let folder = try TemporaryFolder()
    let path = try folder.file(workbook.bytes())
    #expect(try WorkbookReader(path: path).sheets.map(\.name) == ["Data"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
  }

  @Test func `a million merged areas and links to other files change nothing`() throws {
    var workbook = TestWorkbook(rows: "<row><c><f>[1]Other!A1</f><v>1</v></c></row>")
    let merged = (1...1_000_000).map { #"<mergeCell ref="A\#($0):B\#($0)"/>"# }.joined()
    workbook.parts["xl/worksheets/sheet1.xml"]?.replace(
      "</sheetData>", with: "</sheetData><mergeCells>\(merged)</mergeCells>")
    workbook.parts["xl/_rels/workbook.xml.rels"]?.replace(
      "</Relationships>",
      with: #"<Relationship Id="d9" Type="\#(TestWorkbook.office)/externalLink" "#
        + #"Target="externalLinks/externalLink1.xml"/></Relationships>"#)
    let folder = try TemporaryFolder()
    let reader = try WorkbookReader(path: folder.file(workbook.bytes()))
    #expect(reader.hasExternalLinks)
    let cells = try reader.rows(of: #require(reader.sheets.first)).flatMap(\.cells)
    #expect(cells.map(\.value) == [.number(1)])
  }

  private func refusal(of bytes: [UInt8]) throws -> SpreadsheetError? {
    let folder = try TemporaryFolder()
    let path = try folder.file(bytes)
    return try SpreadsheetTests.refusal { _ = try WorkbookReader(path: path) }
  }
}

/// An archive with the same stored bytes under any number of names.
private struct RawArchive {
  var content: [UInt8]
  var names: [String]
  /// The size the archive says the bytes have.
  var declared: Int?

  var bytes: [UInt8] {
    let size = UInt32(declared ?? content.count)
    var bytes = header([0x50, 0x4B, 3, 4], version: [20, 0], names[0], size) + content
    let directory = bytes.count
    for name in names {
      bytes += header([0x50, 0x4B, 1, 2], version: [20, 0, 20, 0], name, size, isEntry: true)
    }
    let end = UInt32(bytes.count - directory)
    bytes +=
      [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(UInt16(names.count)) + little(UInt16(names.count))
    return bytes + little(end) + little(UInt32(directory)) + [0, 0]
  }

  private func header(
    _ mark: [UInt8], version: [UInt8], _ name: String, _ size: UInt32, isEntry: Bool = false
  ) -> [UInt8] {
    let zeros = { (count: Int) in [UInt8](repeating: 0, count: count) }
    // No flags, stored, no time, no check sum: it is compared only at the end of the bytes.
    return mark + version + zeros(12) + little(size) + little(size)
      + little(UInt16(name.utf8.count))
      + zeros(isEntry ? 16 : 2) + Array(name.utf8)
  }

  private func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
