import Foundation
import GRDB
import Spreadsheet

/// Writes the published tables as CSV, with a Data Package descriptor beside them.
struct CSVPublication {
  var pipeline: Pipeline
  var title: String

  func write(to folder: String, from store: DatabaseQueue) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try store.read { db in
      for table in pipeline.tables {
        try db.running(table.file, table.line) { try write(table, to: folder, db) }
      }
    }
    try descriptor(folder).write(to: URL(fileURLWithPath: folder + "/datapackage.json"))
  }

  private func write(_ table: ModelDefinition, to folder: String, _ db: Database) throws {
    try TextFile.write(to: "\(folder)/\(table.name.name).csv") { file in
      try file.add(CSVWriter.line(table.columns.map { .text($0.name.name) }))
      if let hashtags {
        try file.add(
          CSVWriter.line(hashtags.row(of: table.name.name, table.columns).map(CSVField.text)))
      }
      let rows = try Row.fetchCursor(db, sql: table.sql)
      while let row = try rows.next() {
        try file.add(
          CSVWriter.line(table.columns.indices.map { field(row, $0, table.columns[$0].type) }))
      }
    }
  }

  /// What stands under the headers, where that is asked for.
  private var hashtags: HashtagDefinition? {
    pipeline.hashtags.flatMap { $0.place == .all ? $0 : nil }
  }

  private func field(_ row: Row, _ index: Int, _ type: ModelDefinition.ColumnType) -> CSVField {
    guard let text = row.text(index) else { return .empty }
    let units = Int64(text)
    switch type {
    case .text, .date, .link, .code: return .text(text)
    case .flag: return .text(text == "0" ? "no" : "yes")
    case .money:
      return .number(units.map { PlainAmount.text($0, places: 2, keeping: 2) } ?? text)
    case .amount:
      return .number(units.map { PlainAmount.text($0, places: 4, keeping: 0) } ?? text)
    case .integer, .row, .decimal, .number: return .number(text)
    }
  }

  private func descriptor(_ folder: String) throws -> Data {
    let resources = pipeline.tables.map { table in
      DataPackage.Resource(
        name: table.name.name, title: table.title, description: table.meaning,
        columns: table.columns, hasHashtags: hashtags != nil, in: folder)
    }
    return try DataPackage(
      name: (pipeline.workbooks.first?.name ?? "fund-report")
        .replacing("-{year}", with: "").lowercased(),
      title: title, resources: resources
    ).encoded()
  }
}

/// Amounts kept as whole numbers of a small unit, written as plain decimals.
enum PlainAmount {
  /// - Parameters:
  ///   - places: decimals the unit stands for.
  ///   - keeping: decimals written even when they are zero.
  static func text(_ units: Int64, places: Int, keeping: Int) -> String {
    var digits = String(units.magnitude)
    while digits.count <= places { digits = "0" + digits }
    let whole = digits.dropLast(places)
    var fraction = digits.suffix(places)
    while fraction.count > keeping, fraction.last == "0" { fraction.removeLast() }
    let sign = units < 0 ? "-" : ""
    return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
