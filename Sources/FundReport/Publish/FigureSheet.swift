import GRDB
import Spreadsheet

/// The sheet of one chapter: every figure's total and breakdowns, each a live formula.
struct FigureSheet {
  var chapter: String
  var pipeline: Pipeline
  var categories: [Identifier: Categories]

  static let headers = [
    "Code", "Figure", "By", "Category", "Label", "Value", "Unit", "Numerator", "Denominator",
    "Coverage, %", "Why no value", "Rows",
  ]
  private static let widths: [Double] = [9, 44, 20, 18, 38, 16, 9, 16, 16, 12, 24, 22]
  private static let firstRow = 5

  func sheet(_ plans: inout [DataSheetPlan], _ db: Database) throws -> Sheet {
    var lines = [
      SheetLine(cells: [.text("\(chapter): figures", .title)]),
      SheetLine(cells: [.text("One table. " + Shorthand.legend, .note)]),
      SheetLine(cells: [.link(to: .sheet("Contents", .init(row: 1, column: 1)), text: "Contents", .link)]),
      SheetLine(height: 32, cells: Self.headers.map { .text($0, Self.isNumber($0) ? .numberHeader : .header) }),
    ]
    for indicator in pipeline.indicatorsInOrder where indicator.chapter == chapter {
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM figure WHERE indicator = ? ORDER BY figure",
        arguments: [indicator.code])
      for row in rows {
        let number = lines.count + 1
        lines.append(SheetLine(cells: cells(of: row, indicator, number, &plans)))
      }
    }
    var sheet = Sheet(name: chapter)
    sheet.columnWidths = Self.widths
    sheet.rows = .rows(lines)
    sheet.frozenRows = Self.firstRow - 1
    sheet.isLandscape = true
    sheet.repeatedRows = 4...4
    if lines.count >= Self.firstRow {
      sheet.tables = [
        Table(
          name: "Figures_" + chapter.filter { $0.isASCII && $0.isLetter }, firstRow: 4,
          lastRow: lines.count, lastColumn: Self.headers.count, headers: Self.headers,
          hasAutoFilter: true)
      ]
    }
    return sheet
  }

  private static func isNumber(_ header: String) -> Bool {
    ["Value", "Numerator", "Denominator", "Coverage, %"].contains(header)
  }

  private func cells(
    of row: Row, _ indicator: IndicatorDefinition, _ number: Int, _ plans: inout [DataSheetPlan]
  ) -> [OutputCell] {
    let dimension = row["dimension"] as String?
    let breakdown = indicator.breakdowns.first { $0.name == dimension }
    let selection = breakdown?.selection ?? indicator.total
    let codes = (row["category"] as String?)?.components(separatedBy: " × ") ?? []
    let isTotal = dimension == nil
    let live = LiveFigure(
      row: row, number: number, indicator: indicator, selection: selection,
      dimensions: breakdown?.dimensions ?? [], codes: codes, pipeline: pipeline)
    let values = live.cells(&plans)
    let text = isTotal ? CellStyle.boldBody : .body
    let code = isTotal ? CellStyle.boldCode : .code
    let evidence = plans.first { $0.model.name == selection.measure.from }
    return [
      isTotal
        ? .link(
          to: .sheet("Definitions", .init(row: definitionRow(of: indicator), column: 1)),
          text: indicator.code, .link)
        : .text(indicator.code, code),
      .text(indicator.title, text),
      .text(breakdown.map { title(of: $0.dimensions) } ?? "Total", text),
      codes.isEmpty ? .blank() : .text(codes.joined(separator: " × "), code),
      codes.isEmpty
        ? .blank() : .text(label(of: codes, breakdown?.dimensions ?? []), text),
      values.value,
      .text(UnitText.short(indicator.unit), text),
      values.numerator,
      values.denominator,
      values.coverage,
      reason(row, isLive: evidence?.isLive ?? true),
      evidence.map {
        .link(to: .sheet($0.sheetName, .init(row: 1, column: 1)), text: $0.sheetName, .link)
      } ?? .blank(),
    ]
  }

  private func definitionRow(of indicator: IndicatorDefinition) -> Int {
    let order = pipeline.indicatorsInOrder
    return 5 + (order.firstIndex { $0.code == indicator.code } ?? 0)
  }

  private func title(of dimensions: [Identifier]) -> String {
    dimensions.map { categories[$0]?.dimension.title ?? $0.name }.joined(separator: " × ")
  }

  private func label(of codes: [String], _ dimensions: [Identifier]) -> String {
    zip(codes, dimensions).map { code, dimension in
      categories[dimension]?.label(of: code) ?? code
    }.joined(separator: " × ")
  }

  private func reason(_ row: Row, isLive: Bool) -> OutputCell {
    let reason = (row["reason"] as String?).flatMap(Figure.Reason.init)
    let text: String? =
      switch reason {
      case .noDenominator: "nothing to divide by"
      case .noData: "no exchange rate"
      case .notReported: "not reported"
      case nil: isLive ? nil : "a value: rows are in the CSV files"
      }
    return text.map { .text($0, .body) } ?? .blank()
  }
}

/// How units are called beside a number.
enum UnitText {
  static func short(_ unit: IndicatorDefinition.Unit) -> String {
    switch unit {
    case .count: "number"
    case .percent: "%"
    case .usd: "USD"
    case .number: "number"
    case .days: "days"
    }
  }

  static func style(_ unit: IndicatorDefinition.Unit, isBold: Bool = false) -> CellStyle {
    var style: CellStyle =
      switch unit {
      case .count, .days: .integer
      case .percent: .percentPoints
      case .usd: .money
      case .number: .oneDecimal
      }
    style.isBold = isBold
    return style
  }
}

extension CellStyle {
  /// A percentage kept as 0 to 100, as in the CSV files.
  static let percentPoints = CellStyle(numberFormat: "#,##0.0\"%\"", horizontal: .right)
  static let oneDecimal = CellStyle(numberFormat: "#,##0.0", horizontal: .right)
  static let note = CellStyle(fontColour: 0x404040)
  static let boldBody = CellStyle(isBold: true, wraps: true, horizontal: .left)
  static let boldCode = CellStyle(isBold: true, numberFormat: "@", horizontal: .left)
  /// A mark in place of a number: grey, 4.5:1 on white.
  static let mark = CellStyle(horizontal: .right, fontColour: 0x707070)
}
