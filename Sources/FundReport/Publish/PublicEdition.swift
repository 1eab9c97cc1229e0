import Foundation
import GRDB
import Spreadsheet

/// Writes the public edition: a workbook of values, a CSV file per table, a page, and what they hold.
struct PublicEdition {
  var pipeline: Pipeline
  var definition: EditionDefinition
  var release: WorkbookPublication.ReleaseNote

  var fileName: String {
    definition.name.replacing("{year}", with: String(release.year))
  }
  var title: String { "\(definition.title), \(release.year)" }

  /// - Parameter folder: a new folder; everything in it may be read by everybody.
  func write(to folder: String, from store: DatabaseQueue) throws {
    let csv = folder + "/csv"
    try FileManager.default.createDirectory(atPath: csv, withIntermediateDirectories: true)
    let (facts, tables) = try store.write { db -> (PublicTable?, [PublicTable]) in
      try Disclosure.cover(in: db)
      try pipeline.writeSentences(in: db)
      let found = (try self.facts(db), try self.tables(db))
      try Disclosure.uncover(in: db)
      return found
    }
    let all = (facts.map { [$0] } ?? []) + tables
    for table in all {
      let hashtags = hashtags?.row(of: table.name, table.columns)
      try Data(table.csv(hashtags: hashtags).utf8).write(
        to: URL(fileURLWithPath: "\(csv)/\(table.name).csv"))
    }
    let package = DataPackage(
      name: fileName.lowercased(), title: title,
      licenses: [.init(title: definition.licence, path: definition.licenceAddress)],
      contributors: [.init(title: definition.publisher)],
      resources: all.map { table in
        DataPackage.Resource(
          name: table.name, title: table.title, description: table.meaning,
          columns: table.columns, hasHashtags: hashtags != nil, in: csv)
      })
    try package.encoded().write(to: URL(fileURLWithPath: csv + "/datapackage.json"))
    try workbook(facts, tables).write(to: "\(folder)/\(fileName).xlsx")
    try Data(page(facts, tables).html().utf8)
      .write(to: URL(fileURLWithPath: "\(folder)/\(ReportPage.name)"))
    try PublicManifest(
      release: release.id, period: release.year, files: try Manifest.files(in: folder)
    ).write(to: folder)
    try Self.open(folder)
  }

  /// What stands under the headers of the CSV files, where that is asked for.
  private var hashtags: HashtagDefinition? {
    pipeline.hashtags.flatMap { $0.place == .none ? nil : $0 }
  }

  private func facts(_ db: Database) throws -> PublicTable? {
    try definition.facts.flatMap { try table($0, db) }
  }

  private func tables(_ db: Database) throws -> [PublicTable] {
    try definition.tables.compactMap { try table($0, db) } + [definitions, notes]
  }

  private func table(_ name: Identifier, _ db: Database) throws -> PublicTable? {
    try pipeline.publicTables.first { $0.name == name }.map { try PublicTable($0, db) }
  }

  private var definitions: PublicTable {
    let disclosure = pipeline.disclosures.first
    return PublicTable(
      name: "definitions", title: "Definitions", meaning: "What every public figure counts.",
      columns: [
        ("indicator", "Indicator"), ("title", "Figure"), ("unit", "Unit"),
        ("definition", "Definition"), ("source", "Source"),
      ],
      rows: pipeline.indicatorsInOrder
        .filter { disclosure?.isPublic($0, nil) ?? false }
        .map {
          [$0.code, $0.title, $0.unit.rawValue, $0.definition.trimmed, $0.source]
        })
  }

  private var notes: PublicTable {
    PublicTable(
      name: "notes", title: "Notes", meaning: "Marks that stand in place of a number, and notes.",
      columns: [("mark", "Mark or subject"), ("text", "What it says")],
      rows: said.map { [$0.name, $0.text] })
  }

  /// Marks and notes.
  var said: [(name: String, text: String)] {
    Shorthand.notes(Shorthand.publicMarks)
      + definition.notes.map { ($0.subject, $0.text.trimmed) }
  }

  private func workbook(_ facts: PublicTable?, _ tables: [PublicTable]) -> Workbook {
    let contents = PublicTable(
      name: "contents", title: "Contents", meaning: "Each name is a link to its sheet.",
      columns: [("sheet", "Sheet"), ("text", "What it holds")], rows: [])
    let sheets = tables.map { $0.sheet() }
    return Workbook(
      properties: .init(
        title: title, subject: definition.subject, author: definition.publisher,
        comments: "Release \(release.id)", created: release.dataAsOf),
      sheets: [cover(facts), self.contents(contents, tables)] + sheets)
  }

  private func contents(_ contents: PublicTable, _ tables: [PublicTable]) -> Sheet {
    var sheet = TableSheet(
      name: contents.title, title: contents.title, note: "One table. " + contents.meaning,
      tableName: contents.name,
      columns: [.init(header: "Sheet", width: 36), .init(header: "What it holds", width: 90)],
      hasFilter: false, staysInView: false
    ).sheet(
      tables.map { table in
        let count = table.rows.count
        let size = count == 1 ? "1 row." : "\(count) rows."
        return [.link(toSheet: table.title), .text("\(table.meaning) \(size)", .body)]
      })
    if case .rows(var lines) = sheet.rows {
      lines[TableSheet.linkRow - 1].cells = [.link(toSheet: "Cover")]
      sheet.rows = .rows(lines)
    }
    return sheet
  }

  /// What cover and page say about the edition.
  func entries(_ facts: PublicTable?) -> [(name: String, text: String)] {
    let stated = (facts?.rows ?? []).compactMap { row -> (String, String)? in
      let texts = row.compactMap { cell -> String? in
        if case .text(let text) = cell { return text }
        return nil
      }
      return texts.count == 2 ? (texts[0], texts[1]) : nil
    }
    return stated + [
      ("Publisher", definition.publisher), ("Contact", definition.contact),
      ("Next update", definition.nextUpdate), ("Release", release.id),
    ]
  }

  private func cover(_ facts: PublicTable?) -> Sheet {
    let entries = [("About", definition.purpose.trimmed)] + entries(facts)
    let widths = [34.0, 92.0]
    let label = CellStyle(isBold: true, wraps: true, horizontal: .left)
    var lines = [
      SheetLine(height: 26, cells: [.text(title, .title)]),
      SheetLine(
        height: 18, cells: [.text("No table on this sheet. Marks are explained on Notes.", .note)]),
      SheetLine(height: 20, cells: [.backToContents]),
    ]
    lines += entries.map { name, value in
      SheetLine(
        height: RowHeight.fitting([name, value], widths: widths, adding: 4),
        cells: [.text(name, label), .text(value, .body)])
    }
    lines.append(
      SheetLine(
        height: 20,
        cells: [
          .text("Licence", label),
          .link(to: .url(definition.licenceAddress), text: definition.licence, .link),
        ]))
    var sheet = Sheet(name: "Cover")
    sheet.columnWidths = widths
    sheet.rows = .rows(lines)
    sheet.isLandscape = true
    return sheet
  }

  /// Whatever the umask: everybody may read.
  static func open(_ folder: String) throws {
    let manager = FileManager.default
    for path in [""] + (manager.subpaths(atPath: folder) ?? []) {
      let full = folder + "/" + path
      let type = try manager.attributesOfItem(atPath: full)[.type] as? FileAttributeType
      try manager.setAttributes(
        [.posixPermissions: type == .typeDirectory ? 0o755 : 0o644], ofItemAtPath: full)
    }
  }
}

/// The files of a public edition with their digests; it names no input.
struct PublicManifest: Codable, Hashable {
  var release: String
  var period: Int
  var files: [Manifest.File]

  func write(to folder: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try encoder.encode(self).write(to: URL(fileURLWithPath: folder + "/" + Manifest.name))
  }

  static func read(from folder: String) throws -> PublicManifest? {
    guard let data = FileManager.default.contents(atPath: folder + "/" + Manifest.name) else {
      return nil
    }
    return try JSONDecoder().decode(PublicManifest.self, from: data)
  }

  /// What a folder holds other than this manifest says.
  func differences(in folder: String) throws -> [String] {
    let found = try Manifest.files(in: folder)
    let there = Set(found.map(\.path))
    let changed = files.filter { file in !found.contains(file) }
      .map { "\($0.path): \(there.contains($0.path) ? "has other content" : "is missing")" }
    let listed = Set(files.map(\.path))
    return changed
      + found.filter { !listed.contains($0.path) }.map { "\($0.path): does not belong there" }
  }
}
