import GRDB
import Spreadsheet

/// The cells of one row of a data sheet.
struct DataLine {
  private let plan: DataSheetPlan
  private let columns: [ModelDefinition.Column]
  /// How many columns the sheet has; behind them comes the first row of each evidence.
  private let width: Int
  /// Where rows of each evidence stand: the column they share, or a notice.
  private let evidence: [(DataSheetPlan, CellReference)]
  private let submissions: (sheet: String, rows: [String: Int])
  private let hasLinks: Bool

  /// - Parameter hasLinks: whether files and evidence are links; they are text otherwise.
  init(
    plan: DataSheetPlan, plans: [DataSheetPlan],
    submissions: (sheet: String, rows: [String: Int]), hasLinks: Bool
  ) {
    self.plan = plan
    self.submissions = submissions
    self.hasLinks = hasLinks
    columns = plan.shownColumns
    width = plan.headers.count
    evidence = plan.evidence.compactMap { evidence in
      plans.first { $0.model.name == evidence.model.name }
        .map { plan in
          let shared = evidence.columns.first.map { plan.place(of: $0.other) }
          return (plan, shared ?? CellReference(row: TableSheet.headerRow, column: 1))
        }
    }
  }

  func line(_ row: Row) -> SheetLine {
    var cells = columns.enumerated().map { index, column in
      let cell = cell(row, index, column)
      guard index > 0, columns[index - 1].type.isShownRight, case .text(let text, let style) = cell
      else { return cell }
      return .text(text, style.indented)
    }
    var index = columns.count
    for (number, (other, place)) in evidence.enumerated() {
      cells.append(
        link(to: other, place, many: row[index] as Int?, first: row[width + number] as Int?))
      index += 1
    }
    if plan.model.rowColumn != nil {
      cells.append(
        file(row[index] as String?, of: row[width + evidence.count] as String?))
      cells.append(Self.text(row[index + 1] as String?, .code))
      cells.append(Self.text(row[index + 2] as String?, .body))
      cells.append((row[index + 3] as Int?).map { .number(Double($0), .integer) } ?? .blank())
      index += 4
    }
    if plan.hasCorrections {
      cells.append(Self.text(row[index] as String?, CellStyle.body.indented))
      index += 1
    }
    for flag in plan.flags.indices {
      cells.append(Self.flag(row[index + flag] as Double == 1))
    }
    return SheetLine(cells: cells)
  }

  /// `3 rows`, which leads to the first of them.
  private func link(to other: DataSheetPlan, _ head: CellReference, many: Int?, first: Int?)
    -> OutputCell
  {
    guard let many, let first else { return .text("none", CellStyle.body.indented) }
    let words = many == 1 ? "1 row" : "\(many) rows"
    guard hasLinks else { return .text(words, CellStyle.body.indented) }
    guard other.isLive else { return .link(to: other.notice, text: words, CellStyle.link.indented) }
    let place = CellReference(row: TableSheet.headerRow + first, column: head.column)
    return .link(to: .sheet(other.sheetName, place), text: words, CellStyle.link.indented)
  }

  /// A file, which leads to the line of its submission; a register is in none.
  private func file(_ name: String?, of submission: String?) -> OutputCell {
    guard let name, hasLinks, let row = submission.flatMap({ submissions.rows[$0] }) else {
      return Self.text(name, CellStyle.body.indented)
    }
    let place = CellReference(row: row, column: 1)
    return .link(to: .sheet(submissions.sheet, place), text: name, CellStyle.link.indented)
  }

  private func cell(_ row: Row, _ index: Int, _ column: ModelDefinition.Column) -> OutputCell {
    if row.hasNull(atIndex: index) { return .blank() }
    switch column.type {
    case .text: return .text(row[index], .body)
    case .code, .link: return .text(row[index], .code)
    case .decimal: return (Double(row[index] as String)).map { .number($0, .rate) } ?? .blank()
    case .flag where plan.askedColumns.contains(column.name):
      return Self.flag(row[index] as Double == 1)
    case .integer, .flag, .row: return .number(row[index], .plainInteger)
    case .number: return .number(row[index], .oneDecimal)
    case .money: return .number((row[index] as Double) / 100, .money)
    case .amount: return .number((row[index] as Double) / 10_000, .money)
    case .date:
      guard let day = CalendarDay(iso8601: row[index]) else { return .blank() }
      return .date(day, .date)
    }
  }

  private static func flag(_ counts: Bool) -> OutputCell {
    .number(counts ? 1 : 0, counts ? .flagged : .notFlagged)
  }

  private static func text(_ text: String?, _ style: CellStyle) -> OutputCell {
    text.map { .text($0, style) } ?? .blank()
  }
}

extension CellStyle {
  /// A row that counts for a figure stands out in its column, also in grey.
  static let flagged = CellStyle(
    isBold: true, numberFormat: "0", horizontal: .right, fill: 0xE8EEF4)
  static let notFlagged = CellStyle(numberFormat: "0", horizontal: .right, fontColour: 0x606060)
  static let rate = CellStyle(numberFormat: "#,##0.######", horizontal: .right)
}
