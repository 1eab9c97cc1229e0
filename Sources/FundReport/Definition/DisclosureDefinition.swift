/// What the public may see of the figures, and which small numbers are withheld.
///
/// A figure that is not named is internal.
struct DisclosureDefinition: Sendable {
  /// A kind of thing figures count, and when a number says too much about one of them.
  struct Kind: Sendable {
    var name: String
    /// The least number that may be shown; nil where there is nobody to protect.
    var below: Int?
    /// The column whose different values are counted in place of the figure's own unit.
    var of: Identifier?
    /// The model that lists who is protected, by that column, and the condition on its rows.
    var among: Identifier?
    var condition: String?
    /// Dimensions that are public whatever their numbers rest on.
    var free: [Identifier]
    /// Percentage by which a sum that is withheld must stay in doubt, upwards and downwards.
    var doubt: Int?
    /// Whether what is not known of a figure is protected too, where it leaves unknown answers out.
    var protectsUnknown: Bool
    var line: Int

    init?(_ name: String, _ mapping: DefinitionMapping) {
      self.name = name
      line = mapping.line
      let identifier = { (key: String) -> Identifier? in
        guard let text = mapping.optionalText(key) else { return nil }
        if let name = Identifier(text) { return name }
        mapping.wrong(key, "“\(text)” must be \(Identifier.rule)")
        return nil
      }
      below = mapping.wholeNumber("below")
      of = identifier("of")
      among = identifier("among")
      condition = mapping.optionalText("where")
      free = mapping.texts("free").compactMap(Identifier.init)
      doubt = mapping.wholeNumber("doubt")
      protectsUnknown = mapping.flag("unknown_too")
      mapping.finish()
      if protectsUnknown, below == nil || of != nil {
        mapping.wrong("unknown_too", "`unknown_too` needs `below`, and has no meaning with `of`")
      }
      if (of == nil) != (among == nil) || (of == nil) != (condition == nil) {
        mapping.wrong(nil, "`of`, `among` and `where` belong together")
      }
      if let doubt, !(1...100 ~= doubt) {
        mapping.wrong("doubt", "`doubt` is \(doubt); expected a percentage from 1 to 100")
      }
      if doubt != nil, of == nil {
        mapping.wrong("doubt", "`doubt` is of sums with `of`: of counts, `below` says it")
      }
      if below == nil, of != nil { mapping.wrong(nil, "`below` is missing") }
    }
  }

  /// Where it stands who refused to be named, or who is.
  struct Names: Sendable {
    var model: Identifier
    /// The column with a name, by whatever it is told again in another year.
    var name: Identifier
    var condition: String
    var line: Int

    init?(_ mapping: DefinitionMapping) {
      line = mapping.line
      let from = Identifier(mapping.text("from"))
      let column = Identifier(mapping.text("name"))
      condition = mapping.text("where")
      mapping.finish()
      guard let from, let column else {
        mapping.wrong(nil, "`from` and `name` must be \(Identifier.rule)")
        return nil
      }
      (model, name) = (from, column)
    }
  }

  /// What is public of one figure.
  struct Entry: Sendable {
    var code: String
    var kind: String
    /// Published names of the breakdowns that are public; nil for all.
    var breakdowns: [String]?
    /// Which of this year's rows make up the figure of last year's edition.
    var lastYear: String?
    var line: Int
  }

  var file: String
  var kinds: [Kind]
  /// Who refused, for editions of years gone by.
  var refusals: Names?
  /// Whom an edition names, so that it can be told how many left it.
  var named: Names?
  var entries: [Entry]

  init(_ mapping: DefinitionMapping) {
    file = mapping.file
    let protects = mapping.mapping("protects")
    kinds = (protects?.keys ?? []).compactMap { name in
      protects?.mapping(name).flatMap { Kind(name, $0) }
    }
    protects?.finish()
    refusals = mapping.mapping("refusals").flatMap(Names.init)
    named = mapping.mapping("named").flatMap(Names.init)
    let figures = mapping.mapping("figures")
    entries = (figures?.keys ?? []).compactMap { code in
      guard let figures, let node = figures.nodes(code).first else { return nil }
      let line = figures.lineOf(code)
      if let kind = node.scalar?.string {
        return Entry(code: code, kind: kind, line: line)
      }
      let entry = figures.mapping(of: node)
      let breakdowns = entry.has("by") ? entry.texts("by") : nil
      let found = Entry(
        code: code, kind: entry.text("counts"), breakdowns: breakdowns,
        lastYear: entry.optionalText("last_year"), line: line)
      entry.finish()
      return found
    }
    figures?.finish()
    mapping.finish()
  }

  func entry(_ indicator: IndicatorDefinition) -> Entry? {
    entries.first { $0.code == indicator.code }
  }

  func kind(of entry: Entry) -> Kind? { kinds.first { $0.name == entry.kind } }

  /// Whether a total (nil) or breakdown of a figure is public.
  func isPublic(_ indicator: IndicatorDefinition, _ dimension: String?) -> Bool {
    guard let entry = entry(indicator) else { return false }
    guard let dimension, let breakdowns = entry.breakdowns else { return true }
    return breakdowns.contains(dimension)
  }
}
