import Spreadsheet

/// A table on a page: a caption, the columns that say anything, and rows headed by their first cell.
struct PageTable {
  var caption: String
  private var columns: [ModelDefinition.Column]
  private var rows: [[PublicTable.Cell]]
  private var units: [IndicatorDefinition.Unit?]
  private var longTexts: Set<Identifier> = []

  /// - Parameters:
  ///   - columns: those shown, in order; one without a single entry is left out.
  ///   - rows: of the table, whole: what is not shown may decide how the rest is said.
  init(
    _ caption: String, of table: PublicTable, rows: [[PublicTable.Cell]], columns names: [String],
    smallNumbers: SmallNumbers?
  ) {
    self.caption = caption
    let shown = names.compactMap { name in table.columns.firstIndex { $0.name.name == name } }
      .filter { index in rows.contains { !$0[index].isNothing } }
    columns = shown.map { table.columns[$0] }
    units = rows.map { table.text($0, "unit").flatMap(IndicatorDefinition.Unit.init) }
    self.rows = zip(rows, units).map { row, unit in
      var row = row
      if unit == .percent { table.countSmallShares(&row, smallNumbers) }
      return shown.map { row[$0] }
    }
    for (index, column) in columns.enumerated() {
      let isLong = self.rows.contains { row in
        if case .text(let text) = row[index] { text.count > 24 } else { false }
      }
      if isLong { longTexts.insert(column.name) }
    }
  }

  func write(to html: inout HTMLText) {
    guard !columns.isEmpty else { return }
    let id = html.newID()
    // Wide tables scroll in a box that the keyboard can reach too.
    html.element(
      "div", ["class": "box", "tabindex": "0", "role": "group", "aria-labelledby": id]
    ) { html in
      html.element("table") { html in
        html.element("caption", ["id": id]) { $0.element("span", caption) }
        html.element("thead") { html in
          html.element("tr") { html in
            for column in columns {
              html.element("th", ["scope": "col", "class": kind(column)], column.label)
            }
          }
        }
        html.element("tbody") { html in
          for (row, unit) in zip(rows, units) { write(row, unit, to: &html) }
        }
      }
    }
  }

  private func write(
    _ row: [PublicTable.Cell], _ unit: IndicatorDefinition.Unit?, to html: inout HTMLText
  ) {
    html.element("tr") { html in
      for (index, cell) in row.enumerated() {
        let text = text(cell, columns[index], unit)
        if index > 0, let link = WebLink(text, in: columns[index]) {
          html.element("td", ["class": kind(columns[index])]) {
            $0.element("a", ["href": link.address, "rel": "noreferrer"], link.words)
          }
        } else if index == 0 {
          html.element("th", ["scope": "row", "class": kind(columns[index])], text)
        } else {
          html.element("td", ["class": kind(columns[index])], text)
        }
      }
    }
  }

  /// How wide its column is, and to which side it is set.
  private func kind(_ column: ModelDefinition.Column) -> String {
    if column.isNumber { return "number" }
    if column.type == .link { return "text" }
    return longTexts.contains(column.name) ? "long" : "text"
  }

  private func text(
    _ cell: PublicTable.Cell, _ column: ModelDefinition.Column, _ unit: IndicatorDefinition.Unit?
  ) -> String {
    switch cell {
    case .text(let text), .none(let text): return text
    case .number(_, let number, let style):
      let text = SaidNumber(number, SaidNumber.Form(style), in: .english).text
      guard column.type == .number else { return text }
      return switch unit {
      case .usd: "USD\u{A0}" + text
      case .days: text + "\u{A0}days"
      case .count, .number, .percent, nil: text
      }
    }
  }
}

extension SaidNumber.Form {
  /// As a sheet shows it.
  fileprivate init(_ style: CellStyle) {
    let format = style.numberFormat ?? "0"
    let decimals = format.split(separator: ".").dropFirst().first?.prefix { $0 == "0" }.count ?? 0
    self =
      format.contains("%") ? .percent : format.contains(",") ? .decimals(decimals) : .plain
  }
}

extension PublicTable {
  /// Shares of few things are read as counts, this year's and last year's.
  fileprivate func countSmallShares(_ row: inout [Cell], _ smallNumbers: SmallNumbers?) {
    for prefix in ["", "last_"] {
      guard let index = columns.firstIndex(where: { $0.name.name == prefix + "value" }),
        case .number = row[index],
        let small = smallNumbers?.text(
          numerator: number(row, prefix + "numerator"),
          denominator: number(row, prefix + "denominator"))
      else { continue }
      row[index] = .text(small)
    }
  }

  private func cell(_ row: [Cell], _ name: String) -> Cell? {
    columns.firstIndex { $0.name.name == name }.map { row[$0] }
  }

  /// The text of a cell; nil where there is none, or a number.
  func text(_ row: [Cell], _ name: String) -> String? {
    guard case .text(let text) = cell(row, name) else { return nil }
    return text
  }

  /// A text or number as its CSV file has it.
  func shown(_ row: [Cell], _ name: String) -> String? {
    switch cell(row, name) {
    case .text(let text), .number(let text, _, _): text
    case .none?, nil: nil
    }
  }

  /// What stands in place of a value.
  func mark(_ row: [Cell], _ name: String) -> String? {
    guard case .none(let mark)? = cell(row, name) else { return nil }
    return mark
  }

  func number(_ row: [Cell], _ name: String) -> Double? {
    guard case .number(_, let number, _) = cell(row, name) else { return nil }
    return number
  }
}

extension PublicTable.Cell {
  /// Whether there was never anything to say: no value, and none that is missing.
  var isNothing: Bool {
    guard case .none(let mark) = self else { return false }
    return mark == Shorthand.notApplicable
  }
}

/// A table for a page, and which of its columns the page has room for.
struct TakenTable {
  var table: PublicTable
  var columns: [String]
}

extension PageDefinition.Part {
  /// Reasons speak through the marks beside them.
  private static let silent = ["reason"]

  func taken(from tables: (Identifier) throws -> PublicTable?) rethrows -> TakenTable? {
    try tables(table).map { table in
      let leftOut = self.leftOut + Self.silent
      return TakenTable(
        table: table, columns: table.columns.map(\.name.name).filter { !leftOut.contains($0) })
    }
  }
}
