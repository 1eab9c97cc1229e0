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
    let lines = data.categories.indices.map { index -> [OutputCell] in
      [.text(data.categories[index], .body)]
        + data.series.map { series in
          series.values[index].map { .number($0, .shown($0)) }
            ?? .text(Shorthand.notAvailable, .mark)
        }
    }
    var sheet = TableSheet(
      name: definition.name, title: data.title,
      note: ["One table, in \(definition.valueTitle).", Shorthand.legend(of: lines)].sentences,
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
