import GRDB
import Spreadsheet

/// The totals of all years side by side, this year's as the cells of their figures.
struct YearsSheet {
  var view: ModelDefinition
  var pipeline: Pipeline
  var year: Int
  var smallNumbers: SmallNumbers?
  let db: Database

  func sheet() throws -> Sheet {
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM \(view.name) WHERE dimension IS NULL ORDER BY indicator, year")
    let years = Set(rows.compactMap { $0.number("year").map(Int.init) }).union([year]).sorted()
    let byIndicator = Dictionary(grouping: rows) { $0.text("indicator") ?? "" }
    let indicators = pipeline.indicatorsInOrder.filter { byIndicator[$0.code] != nil }
    let width = max(20, ColumnWidth.fitting(indicators.map(\.title), atMost: 64))
    var columns: [TableSheet.Column] = [
      .init(header: "Code", width: 10), .init(header: "Figure", width: width),
      .init(header: "Unit", width: 11),
    ]
    columns += years.map { .init(header: "\($0)", width: 17, isNumber: true) }
    columns.append(.init(header: "Few counted, breaks and revisions", width: 60))
    let lines = try indicators.map { try line($0, byIndicator[$0.code] ?? [], years) }
    return TableSheet(
      name: view.title, title: view.title,
      note: [
        "One table. Past years as revised by the release in force; grey where they may not be "
          + "compared with \(year), as the last column says.", Shorthand.rounding,
        Shorthand.legend(of: lines),
      ].sentences,
      tableName: "Years", columns: columns
    ).sheet(lines)
  }

  private func line(_ indicator: IndicatorDefinition, _ rows: [Row], _ years: [Int]) throws
    -> [OutputCell]
  {
    let place = try row(of: indicator)
    let style = UnitText.style(indicator.unit)
    let values = years.map { year -> OutputCell in
      let row = rows.first { $0.number("year").map(Int.init) == year }
      let value = row?.number("revised")
      let small =
        indicator.total.isShareOfCounts
        ? smallNumbers?.text(
          numerator: row?.number("numerator"), denominator: row?.number("denominator")) : nil
      if year == self.year, let place {
        let formula = "='\(indicator.chapter)'!\(FigureSheet.valueColumn)\(place.row)"
        return .formula(
          formula,
          cached: small.map { .text($0) } ?? value.map { .number($0) }
            ?? .text(Shorthand.mark(reason: place.reason)),
          value == nil ? .mark : style)
      }
      guard let value else {
        // A year before the figure was first computed, or one whose value could not be.
        return .text(Shorthand.mark(reason: row?.text("reason")), .mark)
      }
      if let small { return .text(small, style) }
      let isComparable = row?.number("comparable") == 1
      return .number(value, isComparable ? style : style.greyed)
    }
    let code: OutputCell =
      place.map {
        .link(
          to: .sheet(indicator.chapter, .init(row: $0.row, column: 1)), text: indicator.code, .link)
      } ?? .text(indicator.code, .code)
    return [code, .text(indicator.title, .body), .text(UnitText.short(indicator.unit), .body)]
      + values + [.text(notes(rows, isShare: indicator.total.isShareOfCounts), .body)]
  }

  /// Where the total stands on its chapter's sheet, and why it has no value.
  private func row(of indicator: IndicatorDefinition) throws -> (row: Int, reason: String?)? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT (SELECT count(*) FROM figure g WHERE g.chapter = f.chapter AND g.figure <= f.figure),
          reason
        FROM figure f WHERE indicator = ? AND dimension IS NULL
        """, arguments: [indicator.code]
    ).map { (TableSheet.headerRow + ($0[0] as Int), $0.text(1)) }
  }

  private func notes(_ rows: [Row], isShare: Bool) -> String {
    rows.compactMap { row -> String? in
      guard let year = row.text("year") else { return nil }
      var notes: [String] = []
      let few = smallNumbers?.textBesideShare(
        numerator: row.number("numerator"), denominator: row.number("denominator"))
      if isShare, let few { notes.append(few) }
      if row.number("comparable") == 0 { notes.append("not comparable with \(self.year)") }
      if let first = row.number("first_published"), first != row.number("revised") {
        notes.append("first published as \(DecimalText.shortest(first))")
      }
      if let note = row.text("note") { notes.append(note) }
      return notes.isEmpty ? nil : "\(year): " + notes.joined(separator: "; ")
    }.joined(separator: " · ")
  }
}

extension CellStyle {
  /// A number that stands apart from the others of its row; as dark as a mark.
  var greyed: CellStyle {
    var style = self
    style.fontColour = 0x606060
    return style
  }
}
