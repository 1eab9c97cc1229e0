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
      for table in pipeline.tables { try write(table, to: folder, db) }
    }
    try descriptor(folder).write(to: URL(fileURLWithPath: folder + "/datapackage.json"))
  }

  private func write(_ table: ModelDefinition, to folder: String, _ db: Database) throws {
    var text = CSVWriter.line(table.columns.map { .text($0.name.name) })
    let rows = try Row.fetchCursor(db, sql: table.sql)
    while let row = try rows.next() {
      text += CSVWriter.line(
        table.columns.indices.map { field(row, $0, table.columns[$0].type) })
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(table.name.name).csv"))
  }

  private func field(_ row: Row, _ index: Int, _ type: ModelDefinition.ColumnType) -> CSVField {
    guard let text = row.text(index) else { return .empty }
    let units = Int64(text)
    switch type {
    case .text, .date, .code: return .text(text)
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
      let path = "\(table.name.name).csv"
      let data = FileManager.default.contents(atPath: folder + "/" + path) ?? Data()
      return DataPackage.Resource(
        name: table.name.name.replacing("_", with: "-"), path: path, title: table.title,
        description: table.meaning, bytes: data.count,
        hash: "sha256:" + FileDigest.sha256(of: data), schema: schema(table))
    }
    let package = DataPackage(
      name: (pipeline.workbooks.first?.name ?? "fund-report")
        .replacing("-{year}", with: "").lowercased(),
      title: title, resources: resources)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try encoder.encode(package)
  }

  private func schema(_ table: ModelDefinition) -> DataPackage.Schema {
    let fields = table.columns.map { column in
      let isFlag = column.type == .flag
      return DataPackage.Field(
        name: column.name.name, title: column.label, description: column.meaning,
        type: typeName(column.type), trueValues: isFlag ? ["yes"] : nil,
        falseValues: isFlag ? ["no"] : nil)
    }
    return DataPackage.Schema(fields: fields, missingValues: [""])
  }

  private func typeName(_ type: ModelDefinition.ColumnType) -> String {
    switch type {
    case .text, .code: "string"
    case .date: "date"
    case .flag: "boolean"
    case .integer, .row: "integer"
    case .money, .amount, .decimal, .number: "number"
    }
  }
}

/// The parts of a Data Package (version 2) descriptor that are used here.
private struct DataPackage: Encodable {
  struct Field: Encodable {
    var name: String
    var title: String
    var description: String
    var type: String
    var trueValues: [String]?
    var falseValues: [String]?
  }

  struct Schema: Encodable {
    var fields: [Field]
    var missingValues: [String]
  }

  struct Resource: Encodable {
    var name: String
    var path: String
    var title: String
    var description: String
    var type = "table"
    var format = "csv"
    var mediatype = "text/csv"
    var encoding = "utf-8"
    var bytes: Int
    var hash: String
    var schema: Schema
  }

  var schemaAddress = "https://datapackage.org/profiles/2.0/datapackage.json"
  var name: String
  var title: String
  var resources: [Resource]

  private enum CodingKeys: String, CodingKey {
    case schemaAddress = "$schema"
    case name, title, resources
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
