import GRDB
import Spreadsheet

/// The sheet of one chapter: every figure's total and breakdowns, each a live formula.
struct FigureSheet {
  var chapter: String
  var pipeline: Pipeline
  var categories: [Identifier: Categories]
  /// Nil where the workbook compares no years.
  var yearOnYear: YearOnYear?
  var smallNumbers: SmallNumbers?

  /// Letters of the columns that other cells point at.
  static let categoryColumn = "D"
  private static let figureIndex = 1
  private static let byIndex = 2
  private static let categoryIndex = 3
  private static let labelIndex = 4
  private static let countsIndex = 10
  static let valueColumn = "F"
  static let numeratorColumn = "H"
  static let denominatorColumn = "I"

  private static let firstColumns: [TableSheet.Column] = [
    .init(header: "Code", width: 10), .init(header: "Figure", width: 30),
    .init(header: "By", width: 14), .init(header: "Category", width: 14),
    .init(header: "Label", width: 24), .init(header: "Value", width: 16, isNumber: true),
    .init(header: "Unit", width: 11), .init(header: "Numerator", width: 15, isNumber: true),
    .init(header: "Denominator", width: 16, isNumber: true),
    .init(header: "Coverage, %", width: 14, isNumber: true),
    .init(header: "Counts", width: 14),
  ]
  private static let lastColumns: [TableSheet.Column] = [
    .init(header: "Why no value, or no formula", width: 20), .init(header: "Rows", width: 12),
  ]

  func sheet(
    _ plans: inout [DataSheetPlan], _ behind: inout RowsBehind, _ db: Database
  ) throws -> Sheet {
    var lines: [[OutputCell]] = []
    for indicator in pipeline.indicatorsInOrder where indicator.chapter == chapter {
      let rows = try Self.rows(of: indicator, db)
      for (index, row) in rows.enumerated() {
        let number = TableSheet.headerRow + 1 + lines.count
        lines.append(
          try cells(of: row, indicator, number, isFirst: index == 0, &plans, &behind))
      }
    }
    return TableSheet(
      name: chapter, title: "\(chapter): figures",
      note: ["One table. " + Shorthand.rounding, Shorthand.legend(of: lines), overlapping(lines)]
        .sentences,
      tableName: "Figures_" + chapter.filter { $0.isASCII && $0.isLetter },
      columns: firstColumns(lines) + (yearOnYear == nil ? [] : YearOnYear.columns)
        + lastColumns(lines)
    ).sheet(lines)
  }

  /// Total and categories of a figure in their order, and whether they were restated.
  static func rows(of indicator: IndicatorDefinition, _ db: Database) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT *, EXISTS (SELECT 1 FROM restatement r WHERE r.indicator = f.indicator
          AND r.dimension IS f.dimension AND r.category IS f.category) AS is_restated
        FROM figure f WHERE indicator = ? ORDER BY figure
        """,
      arguments: [indicator.code])
  }

  /// Columns of texts are as wide as the longest, within what lets a sheet be one page wide.
  private func firstColumns(_ lines: [[OutputCell]]) -> [TableSheet.Column] {
    var columns = Self.firstColumns
    for (index, most) in [
      (Self.figureIndex, 46.0), (Self.byIndex, 30), (Self.categoryIndex, 30), (Self.labelIndex, 52),
      (Self.countsIndex, 34),
    ] {
      columns[index].width = max(columns[index].width, Self.width(of: lines, index, atMost: most))
    }
    return columns
  }

  private func lastColumns(_ lines: [[OutputCell]]) -> [TableSheet.Column] {
    var columns = Self.lastColumns
    let first = (lines.first?.count ?? columns.count) - columns.count
    for index in columns.indices {
      columns[index].width = max(
        columns[index].width, Self.width(of: lines, first + index, atMost: 44) + 1)
    }
    return columns
  }

  private static func width(of lines: [[OutputCell]], _ index: Int, atMost most: Double) -> Double {
    let texts = lines.compactMap { line -> String? in
      switch line[index] {
      case .text(let text, _), .link(_, let text, _), .formula(_, .text(let text), _): text
      default: nil
      }
    }
    return ColumnWidth.fitting(texts, isBold: true, atMost: most)
  }

  private func overlapping(_ lines: [[OutputCell]]) -> String {
    let overlaps = lines.contains { line in
      if case .text(let text, _) = line[Self.byIndex] { return text.hasSuffix(Pipeline.overlap) }
      return false
    }
    return overlaps
      ? "Overlapping: one thing may stand in several categories, so that parts may add up to more "
        + "than the total." : ""
  }

  private func cells(
    of row: Row, _ indicator: IndicatorDefinition, _ number: Int, isFirst: Bool,
    _ plans: inout [DataSheetPlan], _ behind: inout RowsBehind
  ) throws -> [OutputCell] {
    let dimension = row["dimension"] as String?
    let breakdown = dimension.flatMap { pipeline.breakdown(of: indicator, named: $0) }
    let selection = breakdown?.selection ?? indicator.total
    let codes = row.codes
    let isTotal = dimension == nil
    let live = LiveFigure(
      row: row, number: number, indicator: indicator, selection: selection,
      dimensions: breakdown?.dimensions ?? [], codes: codes, pipeline: pipeline,
      smallNumbers: smallNumbers)
    let values = live.cells(&plans)
    let text = CellStyle.body.asTotal(isTotal)
    let code = CellStyle.code.asTotal(isTotal)
    let blank = OutputCell.blank(text)
    let evidence = plans.first { $0.model.name == selection.measure.from }
    let first: [OutputCell] = [
      isFirst
        ? .link(
          to: .sheet(
            DefinitionsSheet(pipeline: pipeline).name,
            .init(row: DefinitionsSheet.row(of: indicator, in: pipeline), column: 1)),
          text: indicator.code, CellStyle.link.asTotal(isTotal))
        : .text(indicator.code, code),
      .text(indicator.title, text),
      .text(breakdown.map { pipeline.title(of: $0, of: indicator) } ?? "Total", text),
      codes.isEmpty ? blank : .text(codes.joined(separator: " × "), code.wrapping),
      codes.isEmpty ? blank : .text(label(of: codes, breakdown?.dimensions ?? []), text),
      values.value,
      .text(UnitText.short(indicator.unit(of: selection)), text),
      values.numerator,
      values.denominator,
      values.coverage,
      live.counts(&plans) ?? .text(Shorthand.notApplicable, CellStyle.noCounts.asTotal(isTotal)),
    ]
    let compared = yearOnYear?.cells(of: live, &plans) ?? []
    let rows = try evidence.map { plan in
      let found = try behind.rows(
        of: plan, where: live.condition, by: live.dimensions, codes: codes)
      return link(to: found, on: plan, live.condition, CellStyle.link.asTotal(isTotal))
    }
    return first + compared + [
      reason(row, live, plans).map { .text($0, text) } ?? blank, rows ?? blank,
    ]
  }

  /// To the first row that counts, in the column that marks all of them; to the head of that column
  /// where none does.
  private func link(
    to found: RowsBehind.Found?, on plan: DataSheetPlan, _ condition: String, _ style: CellStyle
  ) -> OutputCell {
    let words = "\(found?.count ?? 0) in \(plan.sheetName)"
    guard plan.isLive else { return .link(to: plan.notice, text: words, style) }
    var place = plan.place(ofCondition: condition)
    if let found { place = CellReference(row: found.first, column: place.column) }
    return .link(to: .sheet(plan.sheetName, place), text: words, style)
  }

  private func label(of codes: [String], _ dimensions: [Identifier]) -> String {
    zip(codes, dimensions).map { code, dimension in
      categories[dimension]?.label(of: code) ?? code
    }.joined(separator: " × ")
  }

  private func reason(_ row: Row, _ live: LiveFigure, _ plans: [DataSheetPlan]) -> String? {
    let reason = (row["reason"] as String?).flatMap(Figure.Reason.init)
    return switch reason {
    case .noDenominator: "nothing to divide by"
    case .noData: "no exchange rate"
    case .notReported: "not reported"
    case .suppressed: "withheld"
    case nil: Self.whyValue(live, plans)
    }
  }

  /// Why a number is no formula; nil where it is one.
  private static func whyValue(_ live: LiveFigure, _ plans: [DataSheetPlan]) -> String? {
    let models = live.measures.map(\.from)
    let read = models.compactMap { name in plans.first { $0.model.name == name } }
    guard read.count == models.count else { return "a value: people are counted, never listed" }
    guard let long = read.first(where: { !$0.isLive }) else { return nil }
    let column = long.model.name == models[0] ? long.header(ofCondition: live.condition) : nil
    let rows = column.map { "rows with 1 under “\($0)”" } ?? "rows"
    return "a value: the \(rows) of \(long.sheetName) are in the data workbook"
  }
}
