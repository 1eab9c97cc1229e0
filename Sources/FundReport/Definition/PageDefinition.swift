import Yams

/// Which tables the page of an edition shows.
struct PageDefinition: Sendable {
  /// A table of the edition, and columns of it the page has no room for.
  struct Part: Sendable {
    var table: Identifier
    var leftOut: [String]
    var line: Int

    /// Reads `key: TABLE` or `key: { table: TABLE, leave_out: [COLUMN, …] }`.
    init?(_ key: String, in mapping: DefinitionMapping) {
      guard let node = mapping.nodes(key).first else { return nil }
      self.init(node, in: mapping)
      line = mapping.lineOf(key)
    }

    /// Reads `TABLE` or `{ table: TABLE, leave_out: [COLUMN, …] }`.
    init(_ node: Node, in mapping: DefinitionMapping) {
      line = node.mark?.line ?? mapping.line
      leftOut = []
      if let name = node.scalar?.string {
        table = Identifier(name) ?? .none
        return
      }
      let part = mapping.mapping(of: node)
      table = Identifier(part.text("table")) ?? .none
      leftOut = part.texts("leave_out")
      part.finish()
    }
  }

  /// The table of the results framework.
  var results: Part?
  /// A table of figures with their chapters.
  var figures: Part?
  /// Further tables, each under its title.
  var annexes: [Part]

  init(_ mapping: DefinitionMapping) {
    results = Part("results", in: mapping)
    figures = Part("figures", in: mapping)
    annexes = mapping.nodes("annexes").map { Part($0, in: mapping) }
    mapping.finish()
  }
}
