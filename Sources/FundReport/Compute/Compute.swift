import GRDB

/// Indicator declarations become figures: totals and breakdowns.
struct Compute {
  var pipeline: Pipeline
  var lineage: Lineage
  var lists: [CodeList]

  /// Fills the table `figure`, in the order the workbook shows them.
  func run(in store: DatabaseQueue, year: Int) throws {
    try store.write { db in
      var categories: [Identifier: Categories] = [:]
      for dimension in pipeline.dimensions {
        categories[dimension.name] = try Categories(dimension, db)
      }
      let insert = try db.makeStatement(
        sql: """
          INSERT INTO figure (period, indicator, title, chapter, unit, dimension, category, value,
          numerator, denominator, coverage, in_usd, reason)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
      let meanings = FigureMeanings(pipeline, lists)
      for indicator in pipeline.indicatorsInOrder {
        try noteDefinitions(of: indicator, meanings, db)
        for figure in try figures(of: indicator, categories, db) {
          let category = figure.categories.joined(separator: " × ")
          try insert.execute(arguments: [
            year, indicator.code, indicator.title, indicator.chapter, figure.unit.rawValue,
            figure.dimension, category.isEmpty ? nil : category, figure.value,
            figure.numerator, figure.denominator, figure.coverage,
            isMoney(indicator.total.measure), figure.reason?.rawValue,
          ])
        }
      }
    }
  }

  /// What each breakdown means, for comparison with other years.
  private func noteDefinitions(
    of indicator: IndicatorDefinition, _ meanings: FigureMeanings, _ db: Database
  ) throws {
    let total = indicator.hasTotal ? [nil as IndicatorDefinition.Breakdown?] : []
    for breakdown in total + indicator.breakdowns.map({ $0 }) {
      let meaning = meanings.meaning(
        of: breakdown?.selection ?? indicator.total, by: breakdown?.dimensions ?? [])
      let overlaps = breakdown.map { pipeline.mayOverlap($0, of: indicator) } ?? false
      try db.execute(
        literal: """
          INSERT INTO figure_definition VALUES (\(indicator.code),
          \(breakdown.map(pipeline.publishedName)), \(overlaps), \(meaning.digest),
          \(meaning.attributes.joined(separator: " ")))
          """)
    }
  }

  /// Whether everything a total measures can be told by reporting unit.
  func canRestrict(_ indicator: IndicatorDefinition, to unit: Identifier) -> Bool {
    ([indicator.total.measure] + (indicator.total.outOf.map { [$0] } ?? [])).allSatisfy {
      pipeline.model($0.from)?.column(unit) != nil && !lineage.inMemory.contains($0.from)
    }
  }

  /// The total over some reporting units only, from the models of any release.
  func total(
    _ indicator: IndicatorDefinition, among units: (column: Identifier, codes: [String]),
    _ db: Database
  ) throws -> Figure {
    let codes = units.codes.map { "'\($0.replacing("'", with: "''"))'" }.joined(separator: ", ")
    let restricted = "\(units.column) IN (\(codes))"
    return try figures(indicator, indicator.total, by: [], among: restricted, [:], db).first
      ?? Figure(indicator: indicator.code, unit: indicator.unit(of: indicator.total))
  }

  private func figures(
    of indicator: IndicatorDefinition, _ categories: [Identifier: Categories], _ db: Database
  ) throws -> [Figure] {
    var all: [Figure] = []
    if indicator.hasTotal {
      all += try db.running(indicator.file, indicator.total.line) {
        try figures(indicator, indicator.total, by: [], categories, db)
      }
    }
    for breakdown in indicator.breakdowns {
      let name = pipeline.publishedName(of: breakdown)
      all += try db.running(indicator.file, breakdown.selection.line) {
        try figures(indicator, breakdown.selection, by: breakdown.dimensions, categories, db)
      }.map { figure in
        var figure = figure
        figure.dimension = name
        return figure
      }
    }
    return all
  }

  private func figures(
    _ indicator: IndicatorDefinition, _ selection: IndicatorDefinition.Selection,
    by dimensions: [Identifier], among restriction: String? = nil,
    _ categories: [Identifier: Categories], _ db: Database
  ) throws -> [Figure] {
    let measurement = Measurement(db: db, pipeline: pipeline, restriction: restriction)
    let shared = selection.keepsDenominator ? [] : dimensions
    let numerators = try measurement.measure(
      selection.measure, and: selection.known, by: dimensions)
    let denominators = try selection.outOf.map {
      try measurement.measure($0, and: selection.known, by: shared)
    }
    let covered = try selection.covers.map { covers in
      try measurement.measure(selection.outOf ?? selection.measure, and: covers, by: shared)
    }
    let all =
      try selection.known == nil
      ? nil : selection.outOf.map { try measurement.measure($0, and: nil, by: shared) }
    let computation = FigureComputation(
      indicator: indicator, isMoney: isMoney(selection.measure),
      outOfIsMoney: selection.outOf.map(isMoney) ?? false)
    let restsOnSubmissions = lineage.restsOnSubmissions(selection.measure.from)

    var codes = Set(numerators.keys)
    if !selection.keepsDenominator { codes.formUnion(denominators?.keys.map { $0 } ?? []) }
    if !selection.keepsDenominator { codes.formUnion(all?.keys.map { $0 } ?? []) }
    codes.formUnion(expected(dimensions, categories))
    return codes.sorted { precedes($0, $1, dimensions, categories) }.map { code in
      let inputs = FigureComputation.Inputs(
        numerator: numerators[code] ?? Measured(),
        denominator: denominators.map { $0[shared.isEmpty ? [] : code] ?? Measured() },
        covered: covered.map { $0[shared.isEmpty ? [] : code] ?? Measured() },
        all: all.map { $0[shared.isEmpty ? [] : code] ?? Measured() })
      var figure = computation.figure(inputs, selection)
      let isSilent =
        inputs.numerator.submitted == 0
        && (selection.keepsDenominator || inputs.denominator?.submitted ?? 0 == 0)
      if restsOnSubmissions, isSilent, hasNotReported(code, dimensions, categories) {
        figure = Figure(indicator: figure.indicator, unit: figure.unit, reason: .notReported)
      }
      figure.categories = code
      return figure
    }
  }

  private func isMoney(_ measure: IndicatorDefinition.Measure) -> Bool {
    guard let column = measure.value.column else { return false }
    if case .distinct = measure.value { return false }
    return pipeline.model(measure.from)?.column(column)?.type == .money
  }

  /// Categories that appear whatever counts: of a cross table, every combination.
  private func expected(_ dimensions: [Identifier], _ categories: [Identifier: Categories])
    -> [[String]]
  {
    var combinations: [[String]] = [[]]
    for dimension in dimensions {
      let codes = categories[dimension]?.expected ?? []
      combinations = combinations.flatMap { prefix in codes.map { prefix + [$0] } }
    }
    return dimensions.isEmpty ? [[]] : combinations
  }

  private func hasNotReported(
    _ codes: [String], _ dimensions: [Identifier], _ categories: [Identifier: Categories]
  ) -> Bool {
    zip(dimensions, codes).contains { dimension, code in
      guard let category = categories[dimension]?.category(code) else { return false }
      return category.isExpected && !category.hasReported
    }
  }

  private func precedes(
    _ one: [String], _ other: [String], _ dimensions: [Identifier],
    _ categories: [Identifier: Categories]
  ) -> Bool {
    for (index, dimension) in dimensions.enumerated() where one[index] != other[index] {
      return categories[dimension]?.precedes(one[index], other[index])
        ?? byteOrder(one[index], other[index])
    }
    return false
  }
}

extension IndicatorDefinition {
  /// By the order of the workbook's chapters, then by code.
  static func inOrder(_ indicators: [IndicatorDefinition], chapters: [String])
    -> [IndicatorDefinition]
  {
    indicators.sorted { one, other in
      let first = chapters.firstIndex(of: one.chapter) ?? chapters.count
      let second = chapters.firstIndex(of: other.chapter) ?? chapters.count
      return first == second ? byteOrder(one.code, other.code) : first < second
    }
  }
}
