import Foundation

/// The parts of a Data Package (version 2) descriptor that are used here.
struct DataPackage: Encodable {
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
    var missingValues = [""]

    init(_ columns: [ModelDefinition.Column]) {
      fields = columns.map { column in
        let isFlag = column.type == .flag
        return Field(
          name: column.name.name, title: column.label, description: column.meaning,
          type: Self.typeName(column.type), trueValues: isFlag ? ["yes"] : nil,
          falseValues: isFlag ? ["no"] : nil)
      }
    }

    private static func typeName(_ type: ModelDefinition.ColumnType) -> String {
      switch type {
      case .text, .link, .code: "string"
      case .date: "date"
      case .flag: "boolean"
      case .integer, .row: "integer"
      case .money, .amount, .decimal, .number: "number"
      }
    }
  }

  struct Dialect: Encodable {
    /// Lines that are no data, counted from 1.
    var commentRows: [Int]
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
    var dialect: Dialect?
    var bytes: Int
    var hash: String
    var schema: Schema

    /// Describes the file of a table, which is there already.
    init(
      name: String, title: String, description: String, columns: [ModelDefinition.Column],
      hasHashtags: Bool, in folder: String
    ) {
      let path = name + ".csv"
      let data = FileManager.default.contents(atPath: folder + "/" + path) ?? Data()
      self.name = name.replacing("_", with: "-")
      self.path = path
      self.title = title
      self.description = description
      dialect = hasHashtags ? Dialect(commentRows: [2]) : nil
      bytes = data.count
      hash = "sha256:" + FileDigest.sha256(of: data)
      schema = Schema(columns)
    }
  }

  struct Licence: Encodable {
    var title: String
    var path: String
  }

  struct Contributor: Encodable {
    var title: String
    var roles = ["publisher"]
  }

  var schemaAddress = "https://datapackage.org/profiles/2.0/datapackage.json"
  var name: String
  var title: String
  var licenses: [Licence]?
  var contributors: [Contributor]?
  var resources: [Resource]

  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }

  private enum CodingKeys: String, CodingKey {
    case schemaAddress = "$schema"
    case name, title, licenses, contributors, resources
  }
}
