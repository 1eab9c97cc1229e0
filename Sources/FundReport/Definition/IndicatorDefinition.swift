/// A figure: which rows of which model count, how they are measured, and its breakdowns.
struct IndicatorDefinition: Sendable {
  enum Unit: String, CaseIterable, Sendable {
    case count, percent, usd, number, days
  }

  enum Value: Hashable, Sendable {
    case count
    case sum(Identifier)
    case distinct(Identifier)
    case mean(Identifier)
    case median(Identifier)

    init?(_ text: String) {
      let words = text.split(separator: " ")
      if words == ["count"] {
        self = .count
        return
      }
      guard words.count == 2, let column = Identifier(String(words[1])) else { return nil }
      switch words[0] {
      case "sum": self = .sum(column)
      case "distinct": self = .distinct(column)
      case "mean": self = .mean(column)
      case "median": self = .median(column)
      default: return nil
      }
    }

    static let known = "count, sum COLUMN, distinct COLUMN, mean COLUMN, median COLUMN"

    var column: Identifier? {
      switch self {
      case .count: nil
      case .sum(let column), .distinct(let column), .mean(let column), .median(let column): column
      }
    }
  }

  /// Rows of one model that hold a condition, measured.
  struct Measure: Hashable, Sendable {
    var from: Identifier
    var condition: String
    var value: Value
  }

  /// How a total or the categories of a breakdown are measured.
  struct Selection: Sendable {
    var measure: Measure
    /// Makes the figure a percentage of this.
    var outOf: Measure?
    /// Leaves rows whose answer is unknown out of both, and gives the coverage.
    var known: String?
    /// Gives the coverage as `known` does, but leaves unknown answers in the denominator; of a sum
    /// of money, the rows that must have a value.
    var covers: String?
    /// The denominator is not restricted to the category.
    var keepsDenominator: Bool
    var line: Int

    /// Whether it says how many of how many, and not a part of a sum.
    var isShareOfCounts: Bool {
      guard let outOf else { return false }
      return [measure, outOf].allSatisfy { measure in
        switch measure.value {
        case .count, .distinct: true
        case .sum, .mean, .median: false
        }
      }
    }
  }

  struct Breakdown: Sendable {
    var dimensions: [Identifier]
    var selection: Selection
  }

  var file: String
  var code: String
  var title: String
  var chapter: String
  /// Of the total, and of breakdowns that are no share of anything.
  var unit: Unit
  /// What breakdowns take over; also the figure of the total, where there is one.
  var total: Selection
  /// False where only the categories mean something.
  var hasTotal: Bool
  var breakdowns: [Breakdown]
  /// The rule in words.
  var definition: String
  /// The requirement it answers.
  var source: String
  /// What the report says of it; nil where nobody wrote it.
  var sentence: SentenceDefinition?
  /// Title and rule in other languages than English.
  var translations: [Language: Wording]

  struct Wording: Sendable {
    var title: String
    var definition: String
    var line: Int
  }

  func title(in language: Language) -> String { translations[language]?.title ?? title }

  func definition(in language: Language) -> String {
    (translations[language]?.definition ?? definition).trimmed
  }

  /// A share is a percentage, also in the breakdown of a mean: the items of a mean of four.
  func unit(of selection: Selection) -> Unit { selection.outOf == nil ? unit : .percent }

  init?(_ mapping: DefinitionMapping) {
    file = mapping.file
    code = mapping.text("code")
    title = mapping.text("title")
    chapter = mapping.text("chapter")
    unit = mapping.choice("unit", or: .count)
    if !mapping.has("unit") { mapping.wrong(nil, "`unit` is missing") }
    definition = mapping.text("definition")
    source = mapping.text("source")
    sentence = mapping.mapping("sentence").map(SentenceDefinition.init)
    translations = [:]
    for language in Language.allCases where language != .english {
      guard let words = mapping.mapping(language.rawValue) else { continue }
      translations[language] = Wording(
        title: words.text("title"), definition: words.text("definition"), line: words.line)
      words.finish()
    }
    let figure = SelectionKeys(mapping)
    hasTotal = mapping.optionalText("total") != "none"
    if let total = mapping.optionalText("total"), total != "none" {
      mapping.wrong("total", "`total` is “\(total)”; expected none")
    }
    let entries = mapping.nodes("by").map { node -> (String, SelectionKeys?) in
      if let name = node.scalar?.string { return (name, nil) }
      let entry = mapping.mapping(of: node)
      guard entry.keys.count == 1, let name = entry.keys.first,
        let keys = entry.mapping(name)
      else {
        entry.wrong(nil, "expected a dimension's name, or `NAME: { from: …, where: … }`")
        return ("", nil)
      }
      let selection = SelectionKeys(keys)
      keys.finish()
      return (name, selection)
    }
    mapping.finish()
    guard let total = figure.selection(over: nil) else {
      mapping.wrong(nil, "expected `from: MODEL` and `value: \(Value.known)`")
      return nil
    }
    if figure.keeps { mapping.wrong("keep", "`keep` belongs to a breakdown, not to the figure") }
    self.total = total
    breakdowns = entries.compactMap { name, keys in
      let dimensions = name.split(separator: "×").map { Identifier(String($0).trimmed) }
      guard !dimensions.isEmpty, dimensions.allSatisfy({ $0 != nil }) else {
        if !name.isEmpty { mapping.wrong("by", "“\(name)” is no dimension's name") }
        return nil
      }
      let selection = keys.map { $0.selection(over: figure) } ?? total
      return selection.map { Breakdown(dimensions: dimensions.compactMap { $0 }, selection: $0) }
    }
    if !hasTotal, breakdowns.isEmpty {
      mapping.wrong("total", "a figure without a total needs a breakdown in `by`")
    }
    if unit == .percent, total.outOf == nil, case .count = total.measure.value {
      mapping.wrong("unit", "a percentage needs `out_of: { where: … }`")
    }
  }
}

/// The keys `from, where, value, out_of, known, covers, keep` as one mapping states them.
private struct SelectionKeys {
  var from: Identifier?
  var condition: String?
  var value: IndicatorDefinition.Value?
  var outOfFrom: Identifier?
  var outOfCondition: String?
  var outOfValue: IndicatorDefinition.Value?
  var hasOutOf: Bool
  var known: String?
  var covers: String?
  var keeps: Bool
  var line: Int

  init(_ mapping: DefinitionMapping) {
    line = mapping.line
    from = Self.identifier("from", in: mapping)
    condition = mapping.optionalText("where")
    value = Self.value(in: mapping)
    known = mapping.optionalText("known")
    covers = mapping.optionalText("covers")
    keeps = mapping.optionalText("keep") == "denominator"
    if let keep = mapping.optionalText("keep"), keep != "denominator" {
      mapping.wrong("keep", "`keep` is “\(keep)”; expected denominator")
    }
    let outOf = mapping.mapping("out_of")
    hasOutOf = outOf != nil
    outOfFrom = outOf.flatMap { Self.identifier("from", in: $0) }
    outOfCondition = outOf?.optionalText("where")
    outOfValue = outOf.flatMap(Self.value)
    outOf?.finish()
  }

  /// What these keys select, taking over from the figure what a breakdown does not restate.
  func selection(over figure: SelectionKeys?) -> IndicatorDefinition.Selection? {
    guard let from = from ?? figure?.from, let value = value ?? figure?.value else { return nil }
    let measure = IndicatorDefinition.Measure(
      from: from, condition: condition ?? figure?.condition ?? "1", value: value)
    var outOf: IndicatorDefinition.Measure?
    if hasOutOf || figure?.hasOutOf == true {
      let kept = keeps ? figure?.from : nil
      let keptValue = keeps ? figure?.value : nil
      outOf = .init(
        from: outOfFrom ?? figure?.outOfFrom ?? kept ?? from,
        condition: outOfCondition ?? figure?.outOfCondition ?? measure.condition,
        value: outOfValue ?? figure?.outOfValue ?? keptValue ?? value)
    }
    return .init(
      measure: measure, outOf: outOf, known: known ?? figure?.known,
      covers: covers ?? figure?.covers, keepsDenominator: keeps, line: line)
  }

  private static func identifier(_ key: String, in mapping: DefinitionMapping) -> Identifier? {
    guard let text = mapping.optionalText(key) else { return nil }
    if let identifier = Identifier(text) { return identifier }
    mapping.wrong(key, "“\(text)” must be \(Identifier.rule)")
    return nil
  }

  private static func value(in mapping: DefinitionMapping) -> IndicatorDefinition.Value? {
    guard let text = mapping.optionalText("value") else { return nil }
    if let value = IndicatorDefinition.Value(text) { return value }
    mapping.wrong("value", "“\(text)” is no measure; expected \(IndicatorDefinition.Value.known)")
    return nil
  }
}
