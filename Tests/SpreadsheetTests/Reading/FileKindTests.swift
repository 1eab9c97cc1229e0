import Spreadsheet
import Testing

/// Files that are no workbooks are told for what they are, whatever their names say.
struct FileKindTests {
  private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let encryptedPackage = "EncryptedPackage".utf16LittleEndian

  @Test func `a file that is not there is unreadable`() throws {
    let error = try refusal { _ = try WorkbookReader(path: "/nowhere/form.xlsx") }
    #expect(error?.reason == .unreadable("No such file or directory"))
    #expect(error?.file == "/nowhere/form.xlsx")
  }

  @Test func `a folder is unreadable`() throws {
    let folder = try TemporaryFolder()
    let error = try refusal { _ = try WorkbookReader(path: folder.path) }
    #expect(error?.reason == .unreadable("it is no ordinary file"))
  }

  @Test func `a file of no bytes is empty`() throws {
    #expect(try reason([]) == .empty)
  }

  @Test func `an old workbook is told from a password`() throws {
    let padding = [UInt8](repeating: 0, count: 5_000)
    #expect(try reason(Self.compoundFile + padding) == .legacyWorkbook)
    #expect(try reason(Self.compoundFile + padding + Self.encryptedPackage) == .encrypted)
  }

  @Test(arguments: [1_000, 1_010, 1_023, 1_024, (1 << 20) + 1_010])
  func `the mark of a password is found across the pieces in which a file is read`(
    offset: Int
  ) throws {
    let padding = [UInt8](repeating: 0, count: offset - Self.compoundFile.count)
    let file = Self.compoundFile + padding + Self.encryptedPackage + [0, 0, 0]
    #expect(try reason(file) == .encrypted)
  }

  @Test(arguments: ["<html><table>", "\n  <!DOCTYPE html>", "\u{FEFF}<?xml version='1.0'?>"])
  func `a web page named xlsx is markup`(text: String) throws {
    #expect(try reason(Array(text.utf8)) == .html)
  }

  @Test func `a web page in UTF-16 is markup`() throws {
    #expect(try reason([0xFF, 0xFE, 0x3C, 0x00, 0x68, 0x00]) == .html)
  }

  @Test(arguments: ["puno,amount\nIOM,3\n", "PK", "%PDF-1.7", "{}"])
  func `other bytes are no workbook`(text: String) throws {
    #expect(try reason(Array(text.utf8)) == .notAWorkbook)
  }

  @Test func `an archive without a workbook is no workbook`() throws {
    #expect(try reason(TestArchive(parts: [("readme.txt", [0x41])]).bytes()) == .notAWorkbook)
  }

  @Test func `an OpenDocument file is named`() throws {
    let parts: [(String, [UInt8])] = [("mimetype", [0x41]), ("content.xml", Array("<a/>".utf8))]
    #expect(
      try reason(TestArchive(parts: parts).bytes()) == .otherFormat("an OpenDocument file"))
  }

  @Test(arguments: [
    ("word/document.xml", "a Word document"), ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("xl/workbook.bin", "a binary workbook (.xlsb)"),
  ])
  func `documents of other kinds are named`(part: String, kind: String) throws {
    var workbook = TestWorkbook(rows: "")
    workbook.parts["_rels/.rels"] = workbook.parts["_rels/.rels"]?
      .replacing("xl/workbook.xml", with: part)
    #expect(try workbook.refusal()?.reason == .otherFormat(kind))
  }

  private func reason(_ bytes: [UInt8]) throws -> SpreadsheetError.Reason? {
    let folder = try TemporaryFolder()
    let path = try folder.file(bytes)
    return try refusal { _ = try WorkbookReader(path: path) }?.reason
  }
}
