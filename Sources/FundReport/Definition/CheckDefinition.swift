/// A rule over what was submitted: SQL that returns what is wrong, and what follows from it.
struct CheckDefinition: Sendable {
  enum Severity: String, CaseIterable, Sendable {
    case error, warning, notice
  }

  /// Whom the findings of a query are for.
  private enum Reader: String, CaseIterable {
    case sender, office
  }

  /// What a finding of a query keeps out.
  enum Refusal: Hashable, Sendable {
    /// Nothing: the row counts.
    case nothing
    /// The row, of the source that is named.
    case row(source: Identifier)
    /// The whole file.
    case file
    /// The whole run, before anything is computed: a register must be mended.
    case register
    /// The release: everything is computed, nothing is published.
    case release
  }

  struct Query: Sendable {
    var severity: Severity
    var refuses: Refusal
    /// Whether it tells the office, rather than the sender of a form.
    var isToldToOffice: Bool
    var sql: String
    var line: Int
    /// What it says of a row, where the SQL does not say it itself.
    var words: FindingWords
  }

  var file: String
  var code: String
  var title: LanguageText
  var severity: Severity
  /// Why the rule matters to the Fund.
  var why: String
  /// What the person who sent the form should do.
  var mend: String
  var source: String
  /// Problems met while reading files that this rule stands for.
  var reading: [ReadingProblem.Kind]
  var queries: [Query]

  /// Columns a query may return, beside those its texts name in braces.
  static let columns = [
    "row_id", "submission", "programme", "source", "field", "says", "found", "expected", "message",
  ]

  init(_ mapping: DefinitionMapping) {
    file = mapping.file
    code = mapping.text("code")
    title = LanguageText("title", in: mapping)
    let severity = mapping.choice("severity", or: Severity.error)
    if !mapping.has("severity") { mapping.wrong(nil, "`severity` is missing") }
    self.severity = severity
    why = mapping.text("why")
    mend = mapping.text("mend")
    source = mapping.text("source")
    reading = mapping.texts("reading").compactMap { name in
      if let kind = ReadingProblem.Kind(rawValue: name) { return kind }
      let known = ReadingProblem.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      mapping.wrong("reading", "unknown problem “\(name)”; expected one of \(known)")
      return nil
    }
    queries = mapping.mappings("finds").map { find in
      let query = Query(
        severity: find.choice("severity", or: severity),
        refuses: Self.refusal(in: find),
        isToldToOffice: find.choice("tells", or: Reader.sender) == .office,
        sql: find.text("sql"), line: find.lineOf("sql"), words: FindingWords(find))
      find.finish()
      return query
    }
    mapping.finish()
    if reading.isEmpty && queries.isEmpty {
      mapping.wrong(nil, "the check finds nothing; expected `finds:` or `reading:`")
    }
  }

  private static func refusal(in find: DefinitionMapping) -> Refusal {
    switch find.optionalText("refuses") {
    case nil, "nothing": return .nothing
    case "file": return .file
    case "register": return .register
    case "release": return .release
    case .some(let name):
      if let source = Identifier(name) { return .row(source: source) }
      find.wrong("refuses", "“\(name)” must be a source, file, register, release or nothing")
      return .nothing
    }
  }
}
