import GRDB

/// Writes an XML file from the rows of views.
///
/// What has no value is left out: an attribute of which a column is empty, an element whose text
/// is, and an element that is left with nothing at all.
struct DocumentPublication {
  private typealias Record = [String: String]

  let definition: DocumentDefinition
  let pipeline: Pipeline
  let db: Database

  /// Writes the file; no more of it is in memory than one of the elements below the first.
  ///
  /// - Throws: ``Durable/Failure``, and `DatabaseError` for a view.
  func write(to path: String) throws {
    let root = definition.root
    try keepRows(of: root)
    try TextFile.write(to: path) { file in
      try file.add(#"<?xml version="1.0" encoding="UTF-8"?>"# + "\n")
      try file.add("<\(tag(root, [:]))>\n")
      for child in root.contains {
        try forEachRow(child, in: [:]) { try file.add(try element(child, $0, depth: 1)) }
      }
      try file.add("</\(root.name)>\n")
    }
    try dropRows(of: root)
  }

  private func element(_ element: DocumentDefinition.Element, _ record: Record, depth: Int)
    throws -> String
  {
    if let needs = element.needs, record[needs.name] == nil { return "" }
    let tag = tag(element, record)
    let indent = String(repeating: "  ", count: depth)
    if let text = element.text {
      guard let value = text.filled(from: record) else { return "" }
      return "\(indent)<\(tag)>\(Self.escaped(value))</\(element.name)>\n"
    }
    var inner = ""
    for child in element.contains {
      try forEachRow(child, in: record) { inner += try self.element(child, $0, depth: depth + 1) }
    }
    if inner.isEmpty { return tag == element.name ? "" : "\(indent)<\(tag)/>\n" }
    return "\(indent)<\(tag)>\n\(inner)\(indent)</\(element.name)>\n"
  }

  private func tag(_ element: DocumentDefinition.Element, _ record: Record) -> String {
    element.attributes.reduce(into: element.name) { tag, attribute in
      guard let value = attribute.text.filled(from: record) else { return }
      tag += " \(attribute.name)=\"\(Self.escaped(value))\""
    }
  }

  // MARK: - Rows

  /// Goes through the rows of an element's view that agree with the row around in some columns, in
  /// the order of the view; each knows what the row around knows.
  private func forEachRow(
    _ element: DocumentDefinition.Element, in around: Record, _ body: (Record) throws -> Void
  ) throws {
    guard let view = view(element) else { return try body(around) }
    let agrees = element.on.map { "\($0) IS ? AND " }.joined()
    let rows = try Row.fetchCursor(
      db, sql: "SELECT * FROM \(table(element)) WHERE \(agrees) 1 ORDER BY rowid",
      arguments: StatementArguments(element.on.map { column in around[column.name] }))
    while let row = try rows.next() {
      var record = around
      for (index, column) in view.columns.enumerated() {
        record[column.name.name] = row.text(index)
      }
      try body(record)
    }
  }

  /// Works each view out once, so that the rows of one element can be found among all.
  private func keepRows(of element: DocumentDefinition.Element) throws {
    if let view = view(element) {
      try db.running(view.file, view.line) {
        try db.execute(sql: "CREATE TEMP TABLE IF NOT EXISTS \(table(element)) AS \(view.sql)")
      }
      if !element.on.isEmpty {
        let columns = element.on.map(\.description).joined(separator: ", ")
        try db.execute(
          sql: """
            CREATE INDEX IF NOT EXISTS temp."\(name(element))_found" ON "\(name(element))" (\(columns))
            """)
      }
    }
    for child in element.contains { try keepRows(of: child) }
  }

  private func dropRows(of element: DocumentDefinition.Element) throws {
    if view(element) != nil { try db.execute(sql: "DROP TABLE IF EXISTS \(table(element))") }
    for child in element.contains { try dropRows(of: child) }
  }

  private func view(_ element: DocumentDefinition.Element) -> ModelDefinition? {
    pipeline.publicationViews.first { $0.name == element.rows }
  }

  /// One for each view and the columns by which its rows are found.
  private func name(_ element: DocumentDefinition.Element) -> String {
    (["document"] + [element.rows].compactMap { $0?.name } + element.on.map(\.name))
      .joined(separator: " ")
  }

  private func table(_ element: DocumentDefinition.Element) -> String {
    "temp.\"\(name(element))\""
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
