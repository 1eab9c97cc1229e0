import GRDB
import Spreadsheet

/// The number cells of one figure, as formulas over the data sheets with our values cached.
struct LiveFigure {
  struct Cells {
    var value: OutputCell
    var numerator: OutputCell
    var denominator: OutputCell
    var coverage: OutputCell
  }

  var row: Row
  /// Row of the figure's line on its sheet; 0 where it has none and its codes stand in the formula.
  var number: Int
  var indicator: IndicatorDefinition
  var selection: IndicatorDefinition.Selection
  var dimensions: [Identifier]
  var codes: [String]
  var pipeline: Pipeline
  var smallNumbers: SmallNumbers?
  /// Whether it adds up others beside it, and looks so.
  var isSum = false

  private var numeratorCell: String { "\(FigureSheet.numeratorColumn)\(number)" }
  private var denominatorCell: String { "\(FigureSheet.denominatorColumn)\(number)" }
  var isTotal: Bool { codes.isEmpty || isSum }
  /// What it measures, and of what.
  var measures: [IndicatorDefinition.Measure] {
    [selection.measure] + (selection.outOf.map { [$0] } ?? [])
  }
  private var mark: CellStyle { CellStyle.mark.asTotal(isTotal) }
  private var valueStyle: CellStyle {
    let style = UnitText.style(indicator.unit(of: selection)).asTotal(isTotal)
    return row["is_restated"] == true ? style.restated : style
  }
  private var percentStyle: CellStyle { CellStyle.percentPoints.asTotal(isTotal) }

  var reportingUnit: Identifier? { pipeline.reportingUnit?.name }

  /// The total's formula over rows that hold a further condition; nil where rows are on no sheet.
  func restricted(to condition: String, headed header: String, _ plans: inout [DataSheetPlan])
    -> String?
  {
    let extra = Extra(condition: condition, header: header)
    guard measures.allSatisfy({ isLive($0, plans) }) else { return nil }
    let part = formula(selection.measure, [], &plans, and: selection.known, extra)
    guard let outOf = selection.outOf else { return part }
    return "100*(\(part))/(\(formula(outOf, [], &plans, and: selection.known, extra)))"
  }

  /// A condition on the rows of every measure, with a 0/1 column of its own.
  private struct Extra {
    var condition: String
    var header: String
  }

  private func isLive(_ measure: IndicatorDefinition.Measure, _ plans: [DataSheetPlan]) -> Bool {
    plans.first { $0.model.name == measure.from }?.isLive ?? false
  }

  func cells(_ plans: inout [DataSheetPlan]) -> Cells {
    let none = OutputCell.text(Shorthand.notApplicable, mark)
    if row["reason"] as String? == Figure.Reason.notReported.rawValue {
      let missing = OutputCell.text(Shorthand.notAvailable, mark)
      return Cells(value: missing, numerator: none, denominator: none, coverage: none)
    }
    guard measures.allSatisfy({ isLive($0, plans) }) else {
      // The rows are marked all the same, wherever they stand.
      for measure in measures { _ = parts(of: measure, [], &plans, and: selection.known) }
      return values(none)
    }
    guard let outOf = selection.outOf else {
      return Cells(
        value: cell(
          "value", formula(selection.measure, dimensions, &plans, and: selection.known), valueStyle),
        numerator: none, denominator: none, coverage: coverage(&plans) ?? none)
    }
    return Cells(
      value: smallShare.map { .formula("=" + share(of: outOf), cached: .text($0), valueStyle) }
        ?? cell("value", share(of: outOf), valueStyle),
      numerator: cell(
        "numerator", formula(selection.measure, dimensions, &plans, and: selection.known),
        style(of: selection.measure)),
      denominator: cell(
        "denominator", formula(outOf, shared, &plans, and: selection.known), style(of: outOf)),
      coverage: coverage(&plans) ?? none)
  }

  private func share(of outOf: IndicatorDefinition.Measure) -> String {
    if isShareOfCounts, let smallNumbers {
      return smallNumbers.formula(part: numeratorCell, whole: denominatorCell)
    }
    var share = FigureFormula.share(numeratorCell, of: denominatorCell)
    if mayBeMark(outOf) {
      share = "IF(ISNUMBER(\(denominatorCell)),\(share),\(denominatorCell))"
    }
    if mayBeMark(selection.measure) {
      share = "IF(ISNUMBER(\(numeratorCell)),\(share),\(numeratorCell))"
    }
    return share
  }

  /// The dimensions that restrict a denominator too.
  private var shared: [Identifier] { selection.keepsDenominator ? [] : dimensions }

  private var isShareOfCounts: Bool { selection.isShareOfCounts }

  /// `3 of 4`, where the share is of few things.
  var smallShare: String? {
    guard isShareOfCounts else { return nil }
    return smallNumbers?.text(
      numerator: row.number("numerator"), denominator: row.number("denominator"))
  }

  /// Every share of counts in whole numbers, and of how many it is known: `11 of 12 answering (of 13
  /// live)`; nil for what is no such share.
  func counts(_ plans: inout [DataSheetPlan]) -> OutputCell? {
    guard let outOf = selection.outOf, isShareOfCounts, let numerator = row.number("numerator"),
      let denominator = row.number("denominator"), denominator > 0
    else { return nil }
    let unit = pipeline.reportingUnit
    let isOfUnits = unit != nil && pipeline.model(outOf.from)?.key == unit.map { [$0.name] }
    let live = isOfUnits ? unit?.conditionLabel(in: pipeline) ?? "" : ""
    var parts: [CountText] = [
      .cell(numeratorCell, numerator), .words(" of "), .cell(denominatorCell, denominator),
    ]
    if let known = selection.known, known != "1", known != unit?.condition,
      let coverage = row.number("coverage"), coverage > 0
    {
      let isAnswer = isOfUnits && Identifier(known) != nil
      let all = isLive(outOf, plans) ? formula(outOf, shared, &plans, and: nil) : "0"
      parts += [
        .words(isAnswer ? " answering (of " : " known (of "),
        .cell("(\(all))", (100 * denominator / coverage).rounded()),
        .words((live.isEmpty ? "" : " " + live) + ")"),
      ]
    } else if !live.isEmpty {
      parts.append(.words(" " + live))
    }
    let style = CellStyle.counts.asTotal(isTotal)
    let text = parts.map(\.text).joined()
    guard measures.allSatisfy({ isLive($0, plans) }) else { return .text(text, style) }
    return .formula(
      "=" + parts.map(\.formula).joined(separator: "&"), cached: .text(text), style)
  }

  /// A piece of a text that is calculated.
  private enum CountText {
    case words(String)
    case cell(String, Double)

    var text: String {
      switch self {
      case .words(let words): words
      case .cell(_, let number): DecimalText.shortest(number)
      }
    }

    var formula: String {
      switch self {
      case .words(let words): "\"\(words)\""
      case .cell(let cell, _): cell
      }
    }
  }

  /// Numbers instead of formulas, where the rows are too many for a sheet.
  private func values(_ none: OutputCell) -> Cells {
    let cell = { (name: String, style: CellStyle) -> OutputCell in
      guard let value = row[name] as Double? else { return none }
      return .number(value, style)
    }
    let style = style(of: selection.measure)
    return Cells(
      value: smallShare.map { .text($0, valueStyle) } ?? cell("value", valueStyle),
      numerator: cell("numerator", style),
      denominator: cell("denominator", selection.outOf.map(self.style) ?? style),
      coverage: cell("coverage", percentStyle))
  }

  private func cell(_ column: String, _ formula: String, _ style: CellStyle) -> OutputCell {
    if let value = row[column] as Double? {
      return .formula("=" + formula, cached: .number(value), style)
    }
    let isMissing = row["reason"] as String? == Figure.Reason.noData.rawValue
    let text = isMissing && column != "coverage" ? Shorthand.notAvailable : Shorthand.notApplicable
    return .formula("=" + formula, cached: .text(text), mark)
  }

  private func coverage(_ plans: inout [DataSheetPlan]) -> OutputCell? {
    if let covers = selection.covers, let outOf = selection.outOf {
      let part = formula(outOf, shared, &plans, and: covers)
      let share = FigureFormula.coverage(part, of: denominatorCell)
      return cell("coverage", ifNumbers([denominatorCell, part], share, outOf), percentStyle)
    }
    if selection.known != nil, let outOf = selection.outOf {
      let all = formula(outOf, shared, &plans, and: nil)
      let share = FigureFormula.coverage(denominatorCell, of: all)
      return cell("coverage", ifNumbers([denominatorCell, all], share, outOf), percentStyle)
    }
    guard isMoney(selection.measure) else { return nil }
    let covers = selection.outOf == nil ? selection.covers : nil
    let parts = parts(of: selection.measure, dimensions, &plans, and: covers ?? selection.known)
    return cell(
      "coverage", FigureFormula.filled(parts.selection, column: parts.column), percentStyle)
  }

  /// Guards a share of sums, which may be marks.
  private func ifNumbers(
    _ parts: [String], _ share: String, _ measure: IndicatorDefinition.Measure
  ) -> String {
    guard mayBeMark(measure) else { return share }
    let tests = parts.map { "ISNUMBER(\($0))" }.joined(separator: ",")
    return "IF(AND(\(tests)),\(share),\"\(Shorthand.notApplicable)\")"
  }

  private func formula(
    _ measure: IndicatorDefinition.Measure, _ dimensions: [Identifier],
    _ plans: inout [DataSheetPlan], and known: String?, _ extra: Extra? = nil
  ) -> String {
    let parts = parts(of: measure, dimensions, &plans, and: known, extra)
    let covered = selection.outOf == nil ? selection.covers : nil
    return FigureFormula.measure(
      measure.value, parts.selection, column: parts.column, isMoney: isMoney(measure),
      covered: covered.map { self.parts(of: measure, dimensions, &plans, and: $0, extra).selection }
    )
  }

  private func parts(
    of measure: IndicatorDefinition.Measure, _ dimensions: [Identifier],
    _ plans: inout [DataSheetPlan], and known: String?, _ extra: Extra? = nil
  ) -> (selection: String, column: String) {
    guard let index = plans.firstIndex(where: { $0.model.name == measure.from }) else {
      return ("0", "0")
    }
    let flag = plans[index].reference(
      toCondition: condition(of: measure, and: known), for: indicator.code)
    var restrictions = zip(dimensions, codes).map { dimension, code in
      FigureFormula.Restriction(
        column: plans[index].reference(to: dimension) ?? "0",
        code: codes.count == 1 && number > 0
          ? "$\(FigureSheet.categoryColumn)\(number)" : "\"\(code)\"")
    }
    if let extra {
      let column = plans[index].reference(toCondition: extra.condition, for: extra.header)
      restrictions.append(.init(column: column, code: "1"))
    }
    let column = measure.value.column.flatMap { plans[index].reference(to: $0) } ?? "0"
    return (FigureFormula.selection(flag, restrictions), column)
  }

  /// The condition of the rows that count, as their 0/1 column has it.
  var condition: String { condition(of: selection.measure, and: selection.known) }

  private func condition(of measure: IndicatorDefinition.Measure, and known: String?) -> String {
    guard let known else { return measure.condition }
    return measure.condition == "1" ? known : "(\(measure.condition)) and (\(known))"
  }

  /// A sum over rows without any value is a mark instead of a number.
  private func mayBeMark(_ measure: IndicatorDefinition.Measure) -> Bool {
    if case .sum = measure.value { return true }
    return isMoney(measure)
  }

  private func isMoney(_ measure: IndicatorDefinition.Measure) -> Bool {
    guard let column = measure.value.column else { return false }
    if case .distinct = measure.value { return false }
    return pipeline.model(measure.from)?.column(column)?.type == .money
  }

  private func style(of measure: IndicatorDefinition.Measure) -> CellStyle {
    (isMoney(measure) ? CellStyle.money : .integer).asTotal(isTotal)
  }
}
