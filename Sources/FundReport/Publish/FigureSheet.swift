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
  private static let categoryIndex = 3
  static let valueColumn = "F"
  static let numeratorColumn = "H"
  static let denominatorColumn = "I"

  private static let firstColumns: [TableSheet.Column] = [
    .init(header: "Code", width: 10), .init(header: "Figure", width: 36),
    .init(header: "By", width: 26), .init(header: "Category", width: 24),
    .init(header: "Label", width: 42), .init(header: "Value", width: 16, isNumber: true),
    .init(header: "Unit", width: 11), .init(header: "Numerator", width: 15, isNumber: true),
    .init(header: "Denominator", width: 16, isNumber: true),
    .init(header: "Coverage, %", width: 14, isNumber: true),
    .init(header: "Known or answered", width: 14, isNumber: true),
  ]
  private static let lastColumns: [TableSheet.Column] = [
    .init(header: "Why no value", width: 18), .init(header: "Rows", width: 28),
  ]

  func sheet(_ plans: inout [DataSheetPlan], _ db: Database) throws -> Sheet {
    var lines: [[OutputCell]] = []
    for indicator in pipeline.indicatorsInOrder where indicator.chapter == chapter {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT *, EXISTS (SELECT 1 FROM restatement r WHERE r.indicator = f.indicator
            AND r.dimension IS f.dimension AND r.category IS f.category) AS is_restated
          FROM figure f WHERE indicator = ? ORDER BY figure
          """,
        arguments: [indicator.code])
      for (index, row) in rows.enumerated() {
        let number = TableSheet.headerRow + 1 + lines.count
        lines.append(cells(of: row, indicator, number, isFirst: index == 0, &plans))
      }
    }
    return TableSheet(
      name: chapter, title: "\(chapter): figures",
      note: "One table. " + Shorthand.rounding + " " + Shorthand.legend
        + " · overlapping: one thing may stand in several categories, so that parts may add up to "
        + "more than the total",
      tableName: "Figures_" + chapter.filter { $0.isASCII && $0.isLetter },
      columns: firstColumns(lines) + (yearOnYear == nil ? [] : YearOnYear.columns)
        + Self.lastColumns
    ).sheet(lines)
  }

  /// Codes do not wrap: their column is as wide as the longest.
  private func firstColumns(_ lines: [[OutputCell]]) -> [TableSheet.Column] {
    var columns = Self.firstColumns
    let codes = lines.compactMap { line -> String? in
      guard case .text(let code, _) = line[Self.categoryIndex] else { return nil }
      return code
    }
    columns[Self.categoryIndex].width = max(
      columns[Self.categoryIndex].width, ColumnWidth.fitting(codes, atMost: 60))
    return columns
  }

  private func cells(
    of row: Row, _ indicator: IndicatorDefinition, _ number: Int, isFirst: Bool,
    _ plans: inout [DataSheetPlan]
  ) -> [OutputCell] {
    let dimension = row["dimension"] as String?
    let breakdown = dimension.flatMap { pipeline.breakdown(of: indicator, named: $0) }
    let selection = breakdown?.selection ?? indicator.total
    let codes = (row["category"] as String?)?.components(separatedBy: " × ") ?? []
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
            DefinitionsSheet.name,
            .init(row: DefinitionsSheet.row(of: indicator, in: pipeline), column: 1)),
          text: indicator.code, CellStyle.link.asTotal(isTotal))
        : .text(indicator.code, code),
      .text(indicator.title, text),
      .text(breakdown.map { pipeline.title(of: $0, of: indicator) } ?? "Total", text),
      codes.isEmpty ? blank : .text(codes.joined(separator: " × "), code),
      codes.isEmpty ? blank : .text(label(of: codes, breakdown?.dimensions ?? []), text),
      values.value,
      .text(UnitText.short(indicator.unit(of: selection)), text),
      values.numerator,
      values.denominator,
      values.coverage,
      live.answered(&plans) ?? .text(Shorthand.notApplicable, CellStyle.mark.asTotal(isTotal)),
    ]
    let compared = yearOnYear?.cells(of: live, &plans) ?? []
    return first + compared + [
      reason(row, evidence).map { .text($0, text) } ?? blank,
      evidence.map {
        .link(
          to: .sheet($0.sheetName, $0.place(ofCondition: live.condition)), text: $0.sheetName,
          CellStyle.link.asTotal(isTotal))
      } ?? blank,
    ]
  }

  private func label(of codes: [String], _ dimensions: [Identifier]) -> String {
    zip(codes, dimensions).map { code, dimension in
      categories[dimension]?.label(of: code) ?? code
    }.joined(separator: " × ")
  }

  private func reason(_ row: Row, _ evidence: DataSheetPlan?) -> String? {
    let reason = (row["reason"] as String?).flatMap(Figure.Reason.init)
    return switch reason {
    case .noDenominator: "nothing to divide by"
    case .noData: "no exchange rate"
    case .notReported: "not reported"
    case .suppressed: "withheld"
    case nil: Self.whyValue(evidence)
    }
  }

  /// Why a number is no formula; nil where it is one.
  private static func whyValue(_ evidence: DataSheetPlan?) -> String? {
    guard let evidence else { return "a value: people are counted, never listed" }
    return evidence.isLive ? nil : "a value: rows are in the CSV files"
  }
}
