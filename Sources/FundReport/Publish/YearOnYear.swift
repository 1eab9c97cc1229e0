import GRDB
import Spreadsheet

/// Last year beside each total: its value, the change, and the change over the same units.
struct YearOnYear {
  struct Total {
    var last: Double?
    /// Numerator and denominator of last year's share.
    var lastPart: Double?
    var lastWhole: Double?
    var isComparable: Bool
    /// The same over the units that reported in both years; nil where that can not be told.
    var sameLast: Double?
    var sameNow: Double?
    /// The smaller denominator of the two.
    var sameWhole: Double?
  }

  static let columns: [TableSheet.Column] = [
    .init(header: "Last year", width: 15, isNumber: true),
    .init(header: "Change", width: 14, isNumber: true),
    .init(header: "Change, reporting both years", width: 16, isNumber: true),
  ]
  /// Letter of the first of these columns.
  private static let lastColumn = "L"
  /// Header of the 0/1 columns that mark rows of units that reported in both years.
  static let flagHeader = "Reported in both years"

  private var totals: [String: Total] = [:]

  init(_ view: ModelDefinition, _ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT * FROM \(view.name)") {
      totals[row.text("indicator") ?? ""] = Total(
        last: row.number("last_value"), lastPart: row.number("last_part"),
        lastWhole: row.number("last_whole"), isComparable: row.number("comparable") == 1,
        sameLast: row.number("same_last"), sameNow: row.number("same_value"),
        sameWhole: row.number("same_whole"))
    }
  }

  /// Three cells; not applicable beside a breakdown.
  func cells(of live: LiveFigure, _ plans: inout [DataSheetPlan]) -> [OutputCell] {
    let mark = CellStyle.mark.asTotal(live.isTotal)
    let none = OutputCell.text(Shorthand.notApplicable, mark)
    guard live.isTotal, let total = totals[live.indicator.code], let last = total.last else {
      return [none, none, none]
    }
    let style = UnitText.style(live.indicator.unit).asTotal(true)
    let small = live.smallNumbers.flatMap { smallNumbers in
      live.selection.isShareOfCounts
        ? smallNumbers.text(numerator: total.lastPart, denominator: total.lastWhole) : nil
    }
    let lastCell = { (style: CellStyle) -> OutputCell in
      small.map { .text($0, style) } ?? .number(last, style)
    }
    guard total.isComparable else {
      let broken = OutputCell.text(Shorthand.broken, mark)
      return [lastCell(style.greyed), broken, broken]
    }
    let change = UnitText.changeStyle(live.indicator.unit).asTotal(true)
    let value = "\(FigureSheet.valueColumn)\(live.number)"
    let before = "\(Self.lastColumn)\(live.number)"
    // What is read as a count has no change in percentage points.
    let isSmall = small != nil || live.smallShare != nil
    let difference = isSmall ? nil : live.row.number("value").map { $0 - last }
    let formula =
      "=IF(AND(ISNUMBER(\(value)),ISNUMBER(\(before))),\(value)-\(before),"
      + "\"\(Shorthand.notApplicable)\")"
    var same = none
    if let now = total.sameNow, let then = total.sameLast, let pipelineUnit = live.reportingUnit,
      !(live.selection.isShareOfCounts
        && live.smallNumbers?.text(numerator: 0, denominator: total.sameWhole) != nil),
      let restricted = live.restricted(
        to: "\(pipelineUnit) IN (SELECT code FROM reported_in_both)", headed: Self.flagHeader,
        &plans)
    {
      same = .formula(
        "=IFERROR((\(restricted))-\(DecimalText.shortest(then)),\"\(Shorthand.notApplicable)\")",
        cached: .number(now - then), change)
    }
    return [
      lastCell(style),
      .formula(
        formula, cached: difference.map { .number($0) } ?? .text(Shorthand.notApplicable),
        difference == nil ? mark : change),
      same,
    ]
  }
}
