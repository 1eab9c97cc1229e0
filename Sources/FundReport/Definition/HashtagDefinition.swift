/// HXL hashtags for the columns of published tables, and in whose CSV files they stand.
struct HashtagDefinition: Sendable {
  enum Place: String, CaseIterable, Sendable {
    case none, `public`, all
  }

  var file: String
  var line: Int
  /// Where CSV files have a row of hashtags under their header.
  var place: Place
  /// By the name of a column, or `table.column` where it means something else there.
  var tags: [(column: String, tag: String, line: Int)]

  init(_ mapping: DefinitionMapping) {
    file = mapping.file
    line = mapping.line
    place = mapping.choice("hashtag_rows", or: .none)
    let tags = mapping.mapping("hashtags")
    self.tags = (tags?.keys ?? []).map { name in
      (name, tags?.text(name) ?? "", tags?.lineOf(name) ?? mapping.line)
    }
    tags?.finish()
    mapping.finish()
  }

  /// The row of a table; empty where a column has no hashtag.
  func row(of table: String, _ columns: [ModelDefinition.Column]) -> [String] {
    columns.map { column in
      tag("\(table).\(column.name.name)") ?? tag(column.name.name) ?? ""
    }
  }

  private func tag(_ name: String) -> String? { tags.first { $0.column == name }?.tag }
}
