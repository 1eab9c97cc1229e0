import CXLSXWriter

/// A chart of a table's columns, placed beside it.
public struct Chart: Hashable, Sendable {
  /// How values are drawn.
  public enum Kind: String, CaseIterable, Sendable { case column, bar, line }

  /// What it shows, with its unit.
  public var title: String
  public var kind: Kind
  /// Name of the axis with the categories.
  public var categoryTitle: String
  /// Name of the axis with the values: their unit.
  public var valueTitle: String
  /// What a reader who cannot see it should know: kind, subject and main message.
  public var altText: String
  /// The names of the categories, in one column.
  public var categories: CellArea
  /// One series per column: the cell with its name, and its values.
  public var series: [(name: String, values: CellArea)] {
    zip(names, values).map { ($0, $1) }
  }
  private var names: [String]
  private var values: [CellArea]
  /// The cell its top left corner lies in.
  public var place: CellReference

  /// Describes a chart.
  public init(
    title: String, kind: Kind, categoryTitle: String, valueTitle: String, altText: String,
    categories: CellArea, series: [(name: String, values: CellArea)], place: CellReference
  ) {
    self.title = title
    self.kind = kind
    self.categoryTitle = categoryTitle
    self.valueTitle = valueTitle
    self.altText = altText
    self.categories = categories
    names = series.map(\.name)
    values = series.map(\.values)
    self.place = place
  }

  /// Of the library's 288 pixels: bars with room for every name beside them.
  fileprivate var heightScale: Double {
    kind == .bar ? max(1.5, Double(130 + 28 * categories.rows.count) / 288) : 1.5
  }

  /// Colours of the series: 3 to 1 and more on white and from one to the next, so in grey too.
  public static let colours: [UInt32] = [0x1C476E, 0x7796B4, 0x404040, 0x909090]
}

extension SheetWriter {
  /// Draws the charts of the sheet over its rows.
  func addCharts(to book: UnsafeMutablePointer<lxw_workbook>) throws(SpreadsheetError) {
    for chart in sheet.charts { try add(chart, to: book) }
  }

  private func add(
    _ chart: Chart, to book: UnsafeMutablePointer<lxw_workbook>
  ) throws(SpreadsheetError) {
    let type =
      switch chart.kind {
      case .column: LXW_CHART_COLUMN
      case .bar: LXW_CHART_BAR
      case .line: LXW_CHART_LINE
      }
    guard let drawn = workbook_add_chart(book, UInt8(type.rawValue)) else {
      throw error(.library(call: "workbook_add_chart", message: "refused"), at: chart.place)
    }
    chart_title_set_name(drawn, chart.title)
    var titleFont = lxw_chart_font()
    titleFont.size = 14
    titleFont.bold = 1
    chart_title_set_name_font(drawn, &titleFont)
    // The library swaps the axes of bar charts.
    let isBar = chart.kind == .bar
    let categoryAxis = isBar ? drawn.pointee.y_axis : drawn.pointee.x_axis
    let valueAxis = isBar ? drawn.pointee.x_axis : drawn.pointee.y_axis
    chart_axis_set_name(categoryAxis, chart.categoryTitle)
    chart_axis_set_name(valueAxis, chart.valueTitle)
    chart_axis_set_num_format(valueAxis, "#,##0")
    var grid = lxw_chart_line()
    grid.color = 0xD9D9D9
    grid.width = 0.75
    chart_axis_major_gridlines_set_line(valueAxis, &grid)
    // The first category at the top, as in the table.
    if isBar { chart_axis_set_reverse(categoryAxis) }
    // Bars wider than the gaps between them.
    if chart.kind != .line { chart_set_series_gap(drawn, 60) }
    for (index, series) in chart.series.enumerated() {
      let line = chart_add_series(drawn, range(chart.categories), range(series.values))
      chart_series_set_name(line, series.name)
      // The numbers as the table shows them, where they have room.
      if chart.series.count == 1 {
        chart_series_set_labels(line)
        let place =
          chart.kind == .line
          ? LXW_CHART_LABEL_POSITION_ABOVE : LXW_CHART_LABEL_POSITION_OUTSIDE_END
        chart_series_set_labels_position(line, UInt8(place.rawValue))
      }
      let colour = Chart.colours[index % Chart.colours.count].asColour
      if chart.kind == .line {
        var look = lxw_chart_line()
        look.color = colour
        look.width = 2.25
        chart_series_set_line(line, &look)
        chart_series_set_marker_type(line, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
      } else {
        var fill = lxw_chart_fill()
        fill.color = colour
        chart_series_set_fill(line, &fill)
      }
    }
    if chart.series.count < 2 {
      chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    }
    let place = position(chart.place)
    let status = chart.altText.withCString { text in
      var options = lxw_chart_options()
      options.description = UnsafeMutablePointer(mutating: text)
      options.x_scale = 1.5
      options.y_scale = chart.heightScale
      return worksheet_insert_chart_opt(worksheet, place.row, place.column, drawn, &options)
    }
    try require(status, "worksheet_insert_chart_opt", chart.place)
  }

  /// `='Sheet name'!$A$2:$A$9`.
  private func range(_ area: CellArea) -> String {
    let name = sheet.name.replacing("'", with: "''")
    let letters = { (column: Int) in CellReference(row: 1, column: column).description.dropLast() }
    let columns = area.columns
    let rows = area.rows
    return "='\(name)'!$\(letters(columns.lowerBound))$\(rows.lowerBound):"
      + "$\(letters(columns.upperBound))$\(rows.upperBound)"
  }
}
