import Foundation

// What stands at the edge of both modules is not public, and is where bytes of strangers arrive.
@testable import FundReport
@testable import Spreadsheet

/// libFuzzer calls this with ever new bytes; a crash, a leak or a broken promise stops it.
///
/// Which parser gets them is said by `FUZZ_PARSER`; `make fuzz` runs each in turn.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Parser.chosen.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// A parser under test, and what must hold whatever it is given.
enum Parser: String, CaseIterable {
  case zip, sheet, texts, styles, format, csv, reference, date, number, yaml

  static let chosen: Parser = {
    let name = ProcessInfo.processInfo.environment["FUZZ_PARSER"] ?? ""
    guard let parser = Parser(rawValue: name) else {
      fatalError("FUZZ_PARSER is “\(name)”; known: \(allCases.map(\.rawValue))")
    }
    return parser
  }()

  func read(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    switch self {
    case .zip: Workbook.read(bytes)
    case .sheet: Workbook.read(Workbook.archive(["xl/worksheets/sheet1.xml": bytes]))
    case .texts: Workbook.read(Workbook.archive(["xl/sharedStrings.xml": bytes]))
    case .styles: Workbook.read(Workbook.archive(["xl/styles.xml": bytes]))
    case .format: _ = NumberFormat(code: text)
    case .csv: csv(bytes, text)
    case .reference:
      guard let reference = CellReference(text) else { return }
      precondition(CellReference("\(reference)") == reference, "\(reference)")
    case .date:
      for order in SourceDefinition.DateOrder.allCases {
        guard let (day, _) = DateText.parse(text, order: order) else { continue }
        precondition(CalendarDay(iso8601: "\(day)") == day, "\(day)")
      }
      if let moment = ISODate.moment(of: text) { precondition(moment.secondsOfDay < 86_400) }
    case .number: number(text)
    case .yaml:
      let mistakes = MistakeList()
      let mapping = DefinitionFile(path: "fuzz.yml", text: text).mapping(mistakes: mistakes)
      for key in mapping?.keys ?? [] { _ = mapping?.texts(key) }
      mapping?.finish()
    }
  }

  private func csv(_ bytes: [UInt8], _ text: String) {
    for dialect in [CSVDialect(), CSVDialect(delimiter: ";", encoding: .windows1252)] {
      _ = try? CSVReader.rows(of: bytes, file: "fuzz.csv", dialect: dialect)
    }
    // What is written as text is read as the same text.
    guard !text.utf8.contains(0), !text.isEmpty, text.utf8.count < 1 << 20 else { return }
    let line = "header,\r\n" + CSVWriter.line([.text(text), .empty])
    let rows = try? CSVReader.rows(
      of: Array(line.utf8), file: "fuzz.csv", dialect: CSVDialect(delimiter: ","))
    guard case .text(let field)? = rows?.last?.cells.first?.value else {
      fatalError("not read: \(line)")
    }
    precondition(Array(CSVWriter.original(field).utf8) == Array(text.utf8))
    precondition(StoredText.length(of: StoredText.fitting(text)) <= StoredText.limit)
  }

  private func number(_ text: String) {
    _ = DecimalNumber(withExponent: text)
    guard let number = DecimalNumber(text) else { return }
    for places in [0, 2, 4] { _ = number.scaled(places: places) }
    precondition(DecimalNumber(number.text) == number || number.isZero, text)
    _ = SelectText(text, columns: 1)
  }
}

/// Workbooks around the bytes.
private enum Workbook {
  private static let path = "/dev/shm/fundreport-fuzz-\(ProcessInfo.processInfo.processIdentifier)"

  /// Reads every sheet, with limits low enough for a fuzzer.
  static func read(_ file: [UInt8]) {
    guard FileManager.default.createFile(atPath: path, contents: Data(file)) else { return }
    var limits = ReadingLimits.standard
    limits.bytesPerPart = 1 << 20
    limits.bytesPerFile = 4 << 20
    guard let reader = try? WorkbookReader(path: path, limits: limits) else { return }
    for sheet in reader.sheets { _ = try? reader.rows(of: sheet) }
  }

  /// A sound archive of a small workbook with some parts replaced.
  static func archive(_ replaced: [String: [UInt8]]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    let parts = Self.parts.mapValues { Array($0.utf8) }.merging(replaced) { $1 }
    for (name, content) in parts.sorted(by: { $0.key < $1.key }) {
      let size = little(UInt32(content.count))
      var middle: [UInt8] = [20, 0, 0, 0, 0, 0, 0, 0, 0, 0]
      middle += little(checkSum(content)) + size + size
      middle += little(UInt16(name.utf8.count))
      let offset = little(UInt32(archive.count))
      directory += [0x50, 0x4B, 1, 2, 20, 0] + middle + [UInt8](repeating: 0, count: 12)
      directory += offset + Array(name.utf8)
      archive += [0x50, 0x4B, 3, 4] + middle + [0, 0] + Array(name.utf8) + content
    }
    let count = little(UInt16(parts.count))
    let place = little(UInt32(directory.count)) + little(UInt32(archive.count))
    let end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    return archive + directory + end + count + count + place + [0, 0]
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// CRC-32 as zip archives have it.
  private static func checkSum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  private static let parts = [
    "_rels/.rels": #"""
    <Relationships xmlns="\#(package)"><Relationship Id="d1" Type="\#(office)/officeDocument" \#
    Target="xl/workbook.xml"/></Relationships>
    """#,
    "xl/_rels/workbook.xml.rels": #"""
    <Relationships xmlns="\#(package)"><Relationship Id="d1" Type="\#(office)/worksheet" \#
    Target="worksheets/sheet1.xml"/><Relationship Id="d2" Type="\#(office)/sharedStrings" \#
    Target="sharedStrings.xml"/><Relationship Id="d3" Type="\#(office)/styles" \#
    Target="styles.xml"/></Relationships>
    """#,
    "xl/workbook.xml": #"""
    <workbook xmlns="\#(main)" xmlns:r="\#(office)"><sheets><sheet name="Data" r:id="d1"/></sheets>\#
    </workbook>
    """#,
    "xl/worksheets/sheet1.xml": #"""
    <worksheet xmlns="\#(main)"><sheetData><row r="1"><c r="A1" t="s" s="1"><v>0</v></c>\#
    <c r="B1" s="1"><v>45000.5</v></c></row></sheetData></worksheet>
    """#,
    "xl/sharedStrings.xml": #"<sst xmlns="\#(main)"><si><t>_x0041_</t></si></sst>"#,
    "xl/styles.xml": #"""
    <styleSheet xmlns="\#(main)"><numFmts><numFmt numFmtId="164" formatCode="d/m/yy h:mm"/></numFmts>\#
    <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>
    """#,
  ]
}
