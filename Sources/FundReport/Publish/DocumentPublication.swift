import Foundation
import GRDB

/// Writes an XML file from the rows of views.
///
/// What has no value is left out: an attribute of which a column is empty, an element whose text
/// is, and an element that is left with nothing at all.
final class DocumentPublication {
  private typealias Record = [String: String]

  private let definition: DocumentDefinition
  private let pipeline: Pipeline
  private let db: Database
  private var records: [Identifier: [Record]] = [:]
  private var groups: [String: [[String]: [Record]]] = [:]

  private init(_ definition: DocumentDefinition, _ pipeline: Pipeline, _ db: Database) {
    self.definition = definition
    self.pipeline = pipeline
    self.db = db
  }

  /// The whole file as text.
  static func text(
    of definition: DocumentDefinition, _ pipeline: Pipeline, _ db: Database
  ) throws -> String {
    let publication = DocumentPublication(definition, pipeline, db)
    let body = try publication.elements(definition.root, in: [:], depth: 0)
    return #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n" + body
  }

  private func elements(_ element: DocumentDefinition.Element, in around: Record, depth: Int)
    throws -> String
  {
    guard let rows = element.rows else { return try self.element(element, around, depth) }
    return try matching(rows, element.on, around).map { record in
      try self.element(element, around.merging(record) { _, inner in inner }, depth)
    }.joined()
  }

  private func element(_ element: DocumentDefinition.Element, _ record: Record, _ depth: Int)
    throws -> String
  {
    if let needs = element.needs, record[needs.name] == nil { return "" }
    var tag = element.name
    for attribute in element.attributes {
      guard let value = attribute.text.filled(from: record) else { continue }
      tag += " \(attribute.name)=\"\(Self.escaped(value))\""
    }
    let indent = String(repeating: "  ", count: depth)
    if let text = element.text {
      guard let value = text.filled(from: record) else { return "" }
      return "\(indent)<\(tag)>\(Self.escaped(value))</\(element.name)>\n"
    }
    let inner = try element.contains.map { try elements($0, in: record, depth: depth + 1) }
      .joined()
    if inner.isEmpty, depth > 0 { return tag == element.name ? "" : "\(indent)<\(tag)/>\n" }
    return "\(indent)<\(tag)>\n\(inner)\(indent)</\(element.name)>\n"
  }

  /// Rows of a view that agree with the row around in some columns, in the order of the view.
  private func matching(_ view: Identifier, _ columns: [Identifier], _ around: Record) throws
    -> [Record]
  {
    let name = ([view] + columns).map(\.name).joined(separator: " ")
    if groups[name] == nil {
      groups[name] = Dictionary(grouping: try all(view)) { record in
        columns.map { record[$0.name] ?? "" }
      }
    }
    return groups[name]?[columns.map { around[$0.name] ?? "" }] ?? []
  }

  private func all(_ name: Identifier) throws -> [Record] {
    if let found = records[name] { return found }
    guard let view = pipeline.publicationViews.first(where: { $0.name == name }) else { return [] }
    let found = try Row.fetchAll(db, sql: view.sql).map { row in
      Record(
        uniqueKeysWithValues: view.columns.indices.compactMap { index in
          row.text(index).map { (view.columns[index].name.name, $0) }
        })
    }
    records[name] = found
    return found
  }

  /// As XML 1.0 wants it; characters that it cannot hold become spaces.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
