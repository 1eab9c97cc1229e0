import CZip
import Foundation
import Spreadsheet

/// A small workbook that keeps every rule, for tests to break in one place.
///
/// Its sheets are Cover, Contents and Transfers; the table on Transfers has its headers on row 4
/// and these rows from row 5:
///
///     015   Wadi Hazel Centre   1,250.50   12.5%
///     KEN   Tarrow Road         0.00       [x]
struct PublishedExample {
  var name = "annual-report-2025.xlsx"
  var properties = Workbook.Properties(
    title: "Annual report 2025", subject: "Transfers", author: "The Fund", created: .on(2026, 3, 1))
  var facts = [
    "Purpose", "Period 2025", "Publisher", "Contact", "Licence", "Data as of 2026-03-01",
    "Release 1", "Next update in 2027",
  ]
  var title = OutputCell.text("Transfers", .title)
  var note = "One table. Figures are rounded. [x] not available"
  var headers: [OutputCell] = [
    .text("Code", .header), .text("Partner", .header), .text("Transferred, USD", .numberHeader),
    .text("Share, %", .numberHeader),
  ]
  var rows: [[OutputCell]] = [
    [
      .text("015", .code), .text("Wadi Hazel Centre"), .number(1250.5, .money),
      .number(0.125, .percent),
    ],
    [
      .text("KEN", .code), .text("Tarrow Road"), .number(0, .money),
      .text("[x]", CellStyle(horizontal: .right)),
    ],
  ]
  var tableName = "Transfers"
  var hasFilter = false
  var below: [[OutputCell]] = []
  var further: [Sheet] = []
  /// Files in the folder csv beside the workbook.
  var beside: [String: String] = [:]
  /// What is replaced in the parts of the file, once it is written.
  private var changes: [(part: String, old: String, new: String)] = []
  private var parts: [String: String] = [:]

  init() {}

  /// The cell of row 5 in a column counted from zero.
  subscript(column: Int) -> OutputCell {
    get { rows[0][column] }
    set { rows[0][column] = newValue }
  }

  /// With a piece of XML replaced, on Transfers if no part is named.
  func replacing(
    _ old: String, with new: String, in part: String = "xl/worksheets/sheet3.xml"
  ) -> PublishedExample {
    var changed = self
    changed.changes.append((part, old, new))
    return changed
  }

  /// With a part more.
  func adding(_ part: String, _ content: String) -> PublishedExample {
    var changed = self
    changed.parts[part] = content
    return changed
  }

  /// What a rule finds, as `Transfers!A5 A6: what`.
  func findings(
    _ rule: String, _ edition: WorkbookEdition = .public
  ) throws -> [String] {
    try check(edition).findings.filter { $0.rule == rule }.map { finding in
      let cells = finding.cells.map(\.description).joined(separator: " ")
      let sheet = finding.sheet.map { $0 + (cells.isEmpty ? "" : "!") } ?? ""
      let place = sheet + cells
      return place.isEmpty ? finding.found : "\(place): \(finding.found)"
    }
  }

  func check(_ edition: WorkbookEdition = .public) throws -> WorkbookCheck {
    let folder = try TemporaryFolder()
    let path = folder.path + "/" + name
    try workbook.write(to: path)
    if !changes.isEmpty || !parts.isEmpty { try change(path) }
    if !beside.isEmpty {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/csv", withIntermediateDirectories: true)
    }
    for (name, content) in beside {
      try Data(content.utf8).write(to: URL(filePath: "\(folder.path)/csv/\(name)"))
    }
    return try WorkbookCheck(path: path, edition: edition)
  }

  private var workbook: Workbook {
    let top = CellReference(row: 1, column: 1)
    var contents = Sheet.example(
      "Contents",
      [[.text("Contents", .title)], [.text("One table.")], [.text("Sheet", .header)]]
        + (["Transfers"] + further.map(\.name)).map { [.link(to: .sheet($0, top), text: $0)] })
    contents.tables = [
      Table(
        name: "Contents", firstRow: 3, lastRow: 4 + further.count, lastColumn: 1,
        headers: ["Sheet"])
    ]
    var transfers = Sheet.example(
      "Transfers",
      [
        [title], [.text(note, CellStyle())], [.link(to: .sheet("Contents", top), text: "Contents")],
        headers,
      ] + rows + below)
    transfers.tables = [
      Table(
        name: tableName, firstRow: 4, lastRow: 4 + rows.count, lastColumn: headers.count,
        headers: headers.map(\.plainWords), hasAutoFilter: hasFilter)
    ]
    let cover = Sheet.example(
      "Cover", [[.text("Annual report", .title)]] + facts.map { [.text($0, CellStyle())] })
    var sheets = [cover, contents, transfers] + further
    for index in sheets.indices where sheets[index].columnWidths.isEmpty {
      sheets[index].columnWidths = [20, 24, 20, 20]
    }
    return Workbook(properties: properties, sheets: sheets)
  }

  private func change(_ path: String) throws {
    var contents: [(String, [UInt8])] = []
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
      throw TestArchive.Failure(words: "zip_open: \(code)")
    }
    for index in 0..<UInt64(zip_get_num_entries(archive, 0)) {
      var status = zip_stat_t()
      zip_stat_index(archive, index, 0, &status)
      var bytes = [UInt8](repeating: 0, count: Int(status.size))
      let file = zip_fopen_index(archive, index, 0)
      zip_fread(file, &bytes, status.size)
      zip_fclose(file)
      let part = String(cString: status.name)
      var text = String(decoding: bytes, as: UTF8.self)
      for change in changes where change.part == part {
        guard text.contains(change.old) else {
          throw TestArchive.Failure(words: "\(part) has no \(change.old): \(text.suffix(3000))")
        }
        text = text.replacing(change.old, with: change.new)
      }
      contents.append((part, Array(text.utf8)))
    }
    zip_discard(archive)
    contents += parts.map { ($0.key, Array($0.value.utf8)) }
    try Data(TestArchive(parts: contents).bytes()).write(to: URL(filePath: path))
  }
}

extension OutputCell {
  fileprivate var plainWords: String {
    if case .text(let text, _) = self { return text }
    return ""
  }
}
