import Foundation
import GRDB
import Spreadsheet

/// Why a figure is what it is: its definition, numbers, and the rows behind it down to their cells.
public struct Explanation {
  /// A category asked for, written `dimension=code`.
  public struct Choice: Sendable {
    var dimension: String
    var code: String

    /// Nil when the text has no `=`.
    public init?(_ text: String) {
      let parts = text.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
      (dimension, code) = (parts[0], parts[1])
    }
  }

  private let pipeline: Pipeline
  private let indicator: IndicatorDefinition
  private let choice: Choice?
  private let folder: String

  /// - Throws: ``RunError`` when the indicator, the breakdown or the release is not known.
  public init(
    _ code: String, _ choice: Choice?, pipelineFolder: String, outputFolder: String, year: Int?
  ) throws {
    let mistakes = MistakeList()
    pipeline = Pipeline(folder: pipelineFolder, mistakes: mistakes)
    guard mistakes.all.isEmpty else { throw DefinitionError(mistakes.all) }
    guard let indicator = pipeline.indicator(code) else {
      throw RunError.unknownIndicator(code, known: pipeline.indicatorsInOrder.map(\.code))
    }
    self.indicator = indicator
    self.choice = choice
    let output = OutputFolder(root: outputFolder)
    let year = try year ?? output.newestYear()
    guard let id = output.currentID(year) else { throw RunError.noRelease(output.current(year)) }
    folder = output.release(id, of: year)
    let manifest = try Manifest.read(from: folder)
    guard manifest.definitions == pipeline.digest else {
      throw RunError.wrongUsage(
        "the definitions have changed since release \(id) was made; run `fundreport run --period "
          + "\(year)` first, or name the definitions it was made with by --pipeline")
    }
  }

  private var breakdown: IndicatorDefinition.Breakdown? {
    choice.flatMap { pipeline.breakdown(of: indicator, named: $0.dimension) }
  }

  /// The explanation, as printed.
  public func text() throws -> String {
    if let choice, breakdown == nil {
      let known = indicator.breakdowns.map(pipeline.publishedName).joined(separator: ", ")
      throw RunError.wrongUsage(
        "\(indicator.code) is not broken down by \(choice.dimension); it is by \(known)")
    }
    let store = try RunStore.openRelease(path: try Evidence.path(in: folder))
    return try store.read { db in
      if choice == nil, !indicator.hasTotal {
        let known = indicator.breakdowns.map(pipeline.publishedName).joined(separator: ", ")
        throw RunError.wrongUsage(
          "\(indicator.code) has no total; name a category of \(known) by --category")
      }
      guard let figure = try figure(db) else {
        throw RunError.wrongUsage(
          "\(indicator.code) has no category \(choice?.code ?? "") in this release; it has "
            + (try categories(db).joined(separator: ", ")))
      }
      let selection = breakdown?.selection ?? indicator.total
      let dimensions = breakdown?.dimensions ?? []
      let numerator = rule(selection.measure, selection.known, dimensions)
      var lines = heading(figure)
      lines += try section("Rows that count", selection.measure, numerator, db)
      if let outOf = selection.outOf {
        let shared = selection.keepsDenominator ? [] : dimensions
        var denominator = rule(outOf, selection.known, shared)
        let isSame = outOf.from == selection.measure.from
        if isSame { denominator.sql += " AND (\(numerator.sql)) IS NOT TRUE" }
        let title = isSame ? "Rows of the denominator that do not" : "Rows of the denominator"
        lines += try section(title, outOf, denominator, db)
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  private func categories(_ db: Database) throws -> [String] {
    let sql = "SELECT category FROM figure WHERE indicator = ? AND dimension IS ? ORDER BY figure"
    let categories = try String.fetchAll(
      db, sql: sql, arguments: [indicator.code, choice?.dimension])
    return categories.isEmpty ? ["none"] : categories
  }

  private func figure(_ db: Database) throws -> Row? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT * FROM figure WHERE indicator = ? AND dimension IS ?
        AND (category IS ? OR lower(category) = lower(?))
        """,
      arguments: [indicator.code, choice?.dimension, choice?.code, choice?.code])
  }

  private func heading(_ figure: Row) -> [String] {
    let category = choice.map { ", \($0.dimension) = \($0.code)" } ?? ""
    var lines = [
      "\(indicator.code)  \(indicator.title)\(category)",
      "Release   \(folder)",
      "",
      indicator.definition.trimmed,
      "Source: \(indicator.source)",
      "",
    ]
    let selection = breakdown?.selection ?? indicator.total
    let unit = indicator.unit(of: selection)
    if let value = figure["value"] as Double? {
      let small = selection.isShareOfCounts ? smallShare(figure) : nil
      lines.append(
        "Value        \(small ?? "\(number(value, unit == .usd)) \(UnitText.short(unit))")")
    } else {
      lines.append("Value        none (\(figure["reason"] as String? ?? ""))")
    }
    let inUSD = figure["in_usd"] as Bool
    if let numerator = figure["numerator"] as Double? {
      lines.append("Numerator    \(number(numerator, inUSD))")
    }
    if let denominator = figure["denominator"] as Double? {
      lines.append("Denominator  \(number(denominator, inUSD))")
    }
    if let coverage = figure["coverage"] as Double? {
      lines.append("Coverage     \(number(coverage, false)) %")
    }
    return lines
  }

  /// As the workbook has it: `3 of 4`.
  private func smallShare(_ figure: Row) -> String? {
    pipeline.workbooks.first?.smallNumbers?.text(
      numerator: figure.number("numerator"), denominator: figure.number("denominator"))
  }

  private func number(_ number: Double, _ isMoney: Bool) -> String {
    let places = isMoney ? 2 : 4
    guard let units = DecimalNumber(DecimalText.shortest(number))?.scaled(places: places) else {
      return DecimalText.shortest(number)
    }
    return PlainAmount.text(units.value, places: places, keeping: isMoney ? 2 : 0)
  }

  /// Which rows a measure counts, as SQL and as shown.
  private func rule(
    _ measure: IndicatorDefinition.Measure, _ known: String?, _ dimensions: [Identifier]
  ) -> (sql: String, shown: String) {
    var conditions = [measure.condition] + (known.map { [$0] } ?? [])
    var sql = conditions.map { "(\($0))" }
    let codes = choice?.code.components(separatedBy: "×").map(\.trimmed) ?? []
    for (dimension, code) in zip(dimensions, codes) {
      let quoted = code.replacing("'", with: "''")
      sql.append("lower(CAST(\(dimension) AS TEXT)) = lower('\(quoted)')")
      conditions.append("\(dimension.name) is \(code)")
    }
    let shown = conditions.filter { $0 != "1" }.joined(separator: " and ")
    return (sql.joined(separator: " AND "), shown)
  }

  private func section(
    _ title: String, _ measure: IndicatorDefinition.Measure, _ rule: (sql: String, shown: String),
    _ db: Database
  ) throws -> [String] {
    guard let model = pipeline.model(measure.from) else { return [] }
    guard try db.keeps(model) else {
      let rule = rule.shown.isEmpty ? "" : " where \(rule.shown)"
      return [
        "",
        "\(title): of \(model.name.name)\(rule)",
        "  These rows are about people. They are counted in memory and kept nowhere.",
      ]
    }
    let evidence = try EvidenceRows(pipeline: pipeline, db: db)
      .lines(of: model, where: rule.sql, measured: measure.value.column)
    let rule = rule.shown.isEmpty ? "" : " where \(rule.shown)"
    let rows = evidence.count == 1 ? "1 row" : "\(evidence.count) rows"
    return ["", "\(title): \(rows) of \(model.name.name)\(rule)"]
      + evidence.flatMap { $0.map { "  " + $0 } }
  }
}
