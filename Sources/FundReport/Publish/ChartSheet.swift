import Spreadsheet

/// A small table, and the chart of it at its side.
struct ChartSheet {
  var data: ChartData

  func sheet() -> Sheet {
    let definition = data.definition
    let width = ColumnWidth.fitting(data.categories + [definition.categoryTitle], atMost: 44) + 3
    var columns: [TableSheet.Column] = [
      .init(header: definition.categoryTitle, width: max(14, width))
    ]
    columns += data.series.map { .init(header: $0.name, width: 16, isNumber: true) }
    let styles = data.series.map { CellStyle.shown(all: $0.values.compactMap { $0 }) }
    let lines = data.categories.indices.map { index -> [OutputCell] in
      [.text(data.categories[index], .body)]
        + zip(data.series, styles).map { series, style in
          series.values[index].map { .number($0, style) }
            ?? .text(Shorthand.notAvailable, .mark)
        }
    }
    var sheet = TableSheet(
      name: definition.name, title: data.title,
      note: ["One table. Unit: \(definition.valueTitle).", Shorthand.legend(of: lines)].sentences,
      tableName: "Chart_" + definition.name.filter { $0.isASCII && $0.isLetter },
      columns: columns, hasFilter: false
    ).sheet(lines)
    guard !lines.isEmpty else { return sheet }
    let rows = (TableSheet.headerRow + 1)...(TableSheet.headerRow + lines.count)
    guard let kind = definition.kind.drawn else {
      let area = CellArea(rows: rows, columns: 2...(1 + data.series.count))
      sheet.colourScales = [ColourScale(area: area, low: 0xFFFFFF, high: 0x9DC3E6)]
      return sheet
    }
    sheet.charts = [
      Chart(
        title: data.title, kind: kind, categoryTitle: definition.categoryTitle,
        valueTitle: definition.valueTitle, altText: data.altText,
        categories: CellArea(rows: rows, columns: 1...1),
        series: data.series.indices.map { index in
          (
            data.series[index].name,
            CellArea(rows: rows, columns: (index + 2)...(index + 2))
          )
        },
        place: CellReference(row: TableSheet.headerRow, column: data.series.count + 3))
    ]
    return sheet
  }
}

extension CellStyle {
  /// The numbers of a column alike: without decimals where none has any, else with one where that is
  /// enough, else with two.
  fileprivate static func shown(all numbers: [Double]) -> CellStyle {
    let have = { (factor: Double) in
      numbers.allSatisfy { abs(($0 * factor).rounded() - $0 * factor) < 0.000_001 }
    }
    return have(1) ? .integer : have(10) ? .oneDecimal : .decimal
  }
}
