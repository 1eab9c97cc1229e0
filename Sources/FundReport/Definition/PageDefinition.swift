/// Which tables the page of an edition shows.
struct PageDefinition: Sendable {
  /// A table of the edition, and columns of it the page has no room for.
  struct Part: Sendable {
    var table: Identifier
    var leftOut: [String]
    var line: Int

    /// Reads `key: TABLE` or `key: { table: TABLE, leave_out: [COLUMN, …] }`.
    init?(_ key: String, in mapping: DefinitionMapping) {
      line = mapping.lineOf(key)
      leftOut = []
      if mapping.nodes(key).first?.mapping == nil {
        guard let name = mapping.optionalText(key).flatMap(Identifier.init) else { return nil }
        table = name
        return
      }
      guard let part = mapping.mapping(key) else { return nil }
      table = Identifier(part.text("table")) ?? .none
      leftOut = part.texts("leave_out")
      part.finish()
    }
  }

  /// The table of the results framework.
  var results: Part?
  /// A table of figures with their chapters.
  var figures: Part?

  init(_ mapping: DefinitionMapping) {
    results = Part("results", in: mapping)
    figures = Part("figures", in: mapping)
    mapping.finish()
  }
}
