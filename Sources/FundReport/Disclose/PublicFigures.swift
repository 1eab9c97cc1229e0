import GRDB

/// Reads the figures of one kind that the public may see, what their numbers show, and how they add
/// up.
///
/// Figures of different kinds are not held against each other: that a count of partners and a
/// share of them rest on the same one partner is known to nobody outside.
struct PublicFigures {
  let pipeline: Pipeline
  let definition: DisclosureDefinition
  let kind: DisclosureDefinition.Kind
  let db: Database
  private let rows: FigureRows
  private let sensitivity: Sensitivity
  private var quantities = Quantities()
  private var figures: [PublicFigure] = []
  private var margins: [Margin] = []
  private var known: [Int] = []
  /// How many figures have no line.
  private var unlistedCount = 0
  private var places = PlaceSums()
  var problem: Suppression.Problem {
    Suppression.Problem(
      figures: figures, margins: margins, relations: quantities.relations(), known: known)
  }

  init(
    _ pipeline: Pipeline, _ definition: DisclosureDefinition, _ kind: DisclosureDefinition.Kind,
    _ db: Database
  ) throws {
    self.pipeline = pipeline
    self.definition = definition
    self.kind = kind
    self.db = db
    rows = FigureRows(pipeline, db)
    var protected: [String] = []
    if let column = kind.of, let model = kind.among, let condition = kind.condition {
      protected = try String.fetchAll(
        db, sql: "SELECT CAST(\(column) AS TEXT) FROM \(model) WHERE \(condition)")
    }
    sensitivity = Sensitivity(kind: kind, protected: Set(protected))
    try read()
    addDifferences()
  }

  /// A total or breakdown: the rows behind it, and the figures they make.
  private struct Group {
    var selection: IndicatorDefinition.Selection
    var dimensions: [Identifier]
    var numerators: [String: FigureRows.Category]
    var denominators: [String: FigureRows.Category]?
    var figures: [PublicFigure] = []

    /// Categories of the denominator; one where it is not restricted.
    var shared: [Identifier] { selection.keepsDenominator ? [] : dimensions }

    func denominator(_ code: String) -> FigureRows.Category? {
      denominators.map { $0[shared.isEmpty ? "" : code] ?? .init() }
    }

    var isAverage: Bool {
      switch selection.measure.value {
      case .mean, .median: true
      case .count, .sum, .distinct: false
      }
    }
  }

  private mutating func read() throws {
    for indicator in pipeline.indicatorsInOrder {
      guard let entry = definition.entry(indicator), entry.kind == kind.name else { continue }
      let total =
        indicator.hasTotal ? try group(indicator, indicator.total, named: nil, [], entry) : nil
      figures += total?.figures ?? []
      for breakdown in indicator.breakdowns {
        let name = pipeline.publishedName(of: breakdown)
        guard definition.isPublic(indicator, name) else { continue }
        let parts = try group(
          indicator, breakdown.selection, named: name, breakdown.dimensions, entry)
        figures += parts.figures
        if let total { addMargin(total, parts) }
      }
    }
  }

  private mutating func group(
    _ indicator: IndicatorDefinition, _ selection: IndicatorDefinition.Selection,
    named name: String?, _ dimensions: [Identifier], _ entry: DisclosureDefinition.Entry
  ) throws -> Group {
    var group = Group(selection: selection, dimensions: dimensions, numerators: [:])
    let shared = group.shared
    guard kind.below != nil else {  // nobody to protect: the rows need not be looked at
      group.figures = try listed(indicator.code, name).map {
        figure($0, indicator.code, name, group, covered: nil)
      }
      return group
    }
    group.numerators = try rows.categories(
      selection.measure, and: selection.known, by: dimensions, of: kind.of)
    group.denominators = try selection.outOf.map {
      try rows.categories($0, and: selection.known, by: shared, of: kind.of)
    }
    // The coverage shows what is known of all, or what is covered.
    let covered = try selection.outOf.flatMap { outOf in
      try coverage(selection).first.map {
        try rows.categories(outOf, and: $0, by: shared, of: kind.of)
      }
    }
    if !group.isAverage { quantities.addGroup(group.numerators) }
    for categories in [group.denominators, covered].compactMap({ $0 }) {
      quantities.addGroup(categories)
    }
    for row in try listed(indicator.code, name) {
      let place = shared.isEmpty ? "" : row.text(1) ?? ""
      group.figures.append(
        figure(
          row, indicator.code, name, group, covered: covered?[place]))
    }
    if let condition = entry.lastYear {
      try learn(indicator, selection, named: name, dimensions, condition)
    }
    return group
  }

  private func listed(_ indicator: String, _ dimension: String?) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT figure, category, coalesce(value, numerator) IS NOT NULL, value, numerator,
          denominator, coverage FROM figure
        WHERE indicator = ? AND dimension IS ? ORDER BY figure
        """, arguments: [indicator, dimension])
  }

  private mutating func figure(
    _ row: Row, _ indicator: String, _ name: String?, _ group: Group,
    covered: FigureRows.Category?
  ) -> PublicFigure {
    let code = row.text(1) ?? ""
    let numerator = group.numerators[code] ?? FigureRows.Category()
    let denominator = group.denominator(code)
    let isFree = !group.dimensions.isEmpty && group.dimensions.allSatisfy(kind.free.contains)
    // Without a value there is nothing to read off.
    let isShown: Bool = row[2]
    let shown = isShown ? [group.isAverage ? nil : numerator, denominator, covered] : []
    if kind.of != nil {
      let sums = [numerator, denominator, covered].compactMap { $0 }
      places.add(group.isAverage ? [] : sums, of: indicator, at: name, code)
    }
    let whole = group.selection.known == nil ? nil : covered
    let sensitive = sensitivity.sensitive((group.selection, numerator, denominator, whole))
    for sum in sensitive?.sums ?? [] { quantities.addComplement(sum.rest, of: sum.part) }
    return PublicFigure(
      id: row[0],
      place: FigurePlace(indicator: indicator, dimension: name, category: row.text(1)),
      numbers: (3...6).map { row[$0] }, size: numerator.size,
      parts: shown.map { part in
        part.flatMap { category in
          quantities.number(of: category.units).map { .init(quantity: $0, size: category.size) }
        }
      },
      sensitive: (sensitive?.quantities ?? []).compactMap { quantities.number(of: $0) },
      rule: sensitive?.rule, isFree: isFree, below: kind.below, who: who(numerator),
      doubt: kind.doubt)
  }

  /// The condition on the rows of the denominator that a coverage tells about, if there is one; nil
  /// is all of them.
  private func coverage(_ selection: IndicatorDefinition.Selection) -> [String?] {
    if let covers = selection.covers { return [covers] }
    return selection.known == nil ? [] : [nil]
  }

  /// Last year's edition shows some of this year's sums in part; what it withheld must not follow
  /// from this year's.
  private mutating func learn(
    _ indicator: IndicatorDefinition, _ selection: IndicatorDefinition.Selection,
    named name: String?, _ dimensions: [Identifier], _ condition: String
  ) throws {
    let past = try Row.fetchAll(
      db,
      sql: """
        SELECT coalesce(category, ''), state = 'public' FROM past_disclosed
        WHERE indicator = ? AND dimension IS ? AND period = (SELECT year - 1 FROM period)
        ORDER BY 1
        """, arguments: [indicator.code, name])
    var measure = selection.measure
    measure.condition = condition
    let earlier = try rows.categories(measure, and: selection.known, by: dimensions, of: nil)
    let all = try rows.categories(selection.measure, and: selection.known, by: dimensions, of: nil)
    for row in past {
      let (code, wasPublic): (String, Bool) = (row[0], row[1])
      guard let before = earlier[code], let number = quantities.number(of: before.units) else {
        continue
      }
      // What came since is what the two years differ by.
      quantities.addComplement(
        (all[code]?.units ?? [:]).subtracting(before.units), of: before.units)
      guard !wasPublic else {
        known.append(number)
        continue
      }
      let place = FigurePlace(
        indicator: indicator.code, dimension: name, category: "\(code) until last year")
      figures.append(unlisted(place, number, before, rule: "withheld last year"))
    }
  }

  /// Anybody takes one sum from another in the same place.
  ///
  /// What is left is withheld where it rests on few, as a sum of its own would be; between totals only
  /// where something else withholds it.
  private mutating func addDifferences() {
    for (place, whole, part) in places.nested {
      guard let rest = sensitivity.complement(of: part, in: whole), !rest.units.isEmpty else {
        continue
      }
      quantities.addComplement(rest.units, of: part.units)
      guard place.dimension != nil, sensitivity.isSmall(rest),
        let number = quantities.number(of: rest.units)
      else {
        continue
      }
      figures.append(unlisted(place, number, rest, rule: sensitivity.rule))
    }
  }

  /// A figure without a line, which can be worked out at most.
  private mutating func unlisted(
    _ place: FigurePlace, _ quantity: Int, _ category: FigureRows.Category, rule: String?
  ) -> PublicFigure {
    unlistedCount += 1
    let size = category.size
    return PublicFigure(
      id: PublicFigure.firstUnlisted - unlistedCount, place: place, numbers: [size], size: size,
      parts: [.init(quantity: quantity, size: size)], sensitive: [quantity], rule: rule,
      isFree: false, below: kind.below, who: who(category), doubt: kind.doubt)
  }

  /// Whom a sum rests on, where the kind asks; more than enough are as good as enough.
  private func who(_ category: FigureRows.Category) -> [String]? {
    guard kind.of != nil, let below = kind.below else { return nil }
    return Array(category.contributors.keys.sorted().prefix(below))
  }

  /// A reader takes categories to add up where they do, and where nothing says they might not.
  private mutating func addMargin(_ total: Group, _ parts: Group) {
    guard let whole = total.figures.first, !parts.isAverage, !parts.figures.isEmpty else { return }
    var isTaken = total.selection.measure == parts.selection.measure
    for name in parts.dimensions {
      isTaken = isTaken && !(pipeline.dimension(name)?.mayOverlap ?? false)
    }
    if case .distinct = parts.selection.measure.value { isTaken = false }
    let addsUp = addSum(total.numerators[""], parts.numerators)
    if !parts.selection.keepsDenominator, let denominators = parts.denominators {
      _ = addSum(total.denominators?[""], denominators)
    }
    let rests = addRests(total, parts)
    if isTaken || addsUp {
      margins.append(Margin(total: whole.id, categories: (parts.figures + rests).map(\.id)))
    }
  }

  /// Few whose category nobody stated are a category too, one without a line: what a total holds
  /// beyond the others.
  private mutating func addRests(_ total: Group, _ parts: Group) -> [PublicFigure] {
    guard kind.protectsUnknown, let whole = total.figures.first else { return [] }
    var rests: [PublicFigure] = []
    for (all, categories) in [
      (total.numerators[""], parts.numerators),
      (total.denominators?[""], parts.shared.isEmpty ? [:] : parts.denominators ?? [:]),
    ] {
      guard let all, !categories.isEmpty,
        let rest = sensitivity.unknown(of: all, beside: Array(categories.values)),
        let number = quantities.number(of: rest.units)
      else { continue }
      quantities.addSum(all.units, of: Array(categories.values) + [rest])
      let place = FigurePlace(
        indicator: whole.place.indicator, dimension: parts.figures.first?.place.dimension)
      rests.append(unlisted(place, number, rest, rule: sensitivity.rule))
    }
    figures += rests
    return rests
  }

  private mutating func addSum(
    _ total: FigureRows.Category?, _ categories: [String: FigureRows.Category]
  ) -> Bool {
    let sum = categories.values.reduce(0) { $0 + $1.size }
    guard let total, abs(sum - total.size) < 0.5 else { return false }
    quantities.addSum(total.units, of: categories.keys.sorted().compactMap { categories[$0] })
    return true
  }
}
