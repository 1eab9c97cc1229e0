import Spreadsheet

/// A chart as an SVG file, for those who write the report in a word processor.
struct ChartDrawing {
  var data: ChartData
  /// Whether its title is drawn; on a page it stands above as a heading.
  var isTitled = true
  /// Tells names within it from those of other drawings on the same page.
  var prefix = ""

  private static let width = 900.0
  private static let rowHeight = 28.0
  private static let legendHeight = 24.0
  private static let label = 310.0
  private static let plot = 580.0
  /// What fits beside a bar.
  private static let longestLabel = 40
  private static let longestSmallLabel = 48
  /// What fits into a line of the legend.
  private static let longestName = 110

  /// The drawing; bars lie, so that long names can be read, years run to the right.
  func svg() -> String {
    let body = data.definition.kind == .line ? lines() : rows()
    let legend = legend(at: body.height)
    let height = body.height + Self.legendHeight * Double(legend.count)
    let title = HTMLText.escaped(data.title)
    let heading =
      isTitled
      ? "<text x=\"16\" y=\"28\" font-size=\"18\" font-weight=\"bold\">\(title)</text>\n" : ""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.text(Self.width)) \
      \(Self.text(height))" role="img" aria-labelledby="\(prefix)title \(prefix)text" \
      font-family="Arial, sans-serif" font-size="13" fill="#202020">
      <title id="\(prefix)title">\(title)</title>
      <desc id="\(prefix)text">\(HTMLText.escaped(data.altText))</desc>
      <rect width="100%" height="100%" fill="#FFFFFF"/>
      \(heading)<text x="16" y="\(Self.text(top - 16))">\(HTMLText.escaped("In " + data.definition.valueTitle))</text>
      \((body.parts + legend).joined(separator: "\n"))
      </svg>

      """
  }

  private var top: Double { isTitled ? 64 : 36 }

  private var largest: Double {
    max(data.series.flatMap(\.values).compactMap { $0 }.max() ?? 0, 0)
  }

  /// One band per category with its bars, or with filled cells where the chart is a scale.
  private func rows() -> (parts: [String], height: Double) {
    let isScale = data.definition.kind == .scale
    var parts: [String] = []
    var y = top
    if isScale {
      for (index, series) in data.series.enumerated() {
        parts.append(text(series.name, x: cellX(index) + 4, y: y + 14, size: 11))
      }
      y += 24
    }
    for (index, category) in data.categories.enumerated() {
      let height = isScale ? Self.rowHeight : Self.rowHeight * Double(max(1, data.series.count))
      parts += label(category, y: y + height / 2 + 5)
      for (number, series) in data.series.enumerated() {
        let value = series.values[index]
        parts +=
          isScale
          ? cell(value, x: cellX(number), y: y)
          : bar(
            value, data.mark(number, index), colour: Chart.colours[number % 4],
            y: y + Self.rowHeight * Double(number))
      }
      y += height + (isScale ? 0 : 8)
    }
    return (parts, y + 16)
  }

  private func bar(_ value: Double?, _ mark: String, colour: UInt32, y: Double) -> [String] {
    guard let value else { return [text(mark, x: Self.label + 6, y: y + 18)] }
    let width = largest > 0 ? max(0, value) / largest * (Self.plot - 80) : 0
    return [
      rectangle(x: Self.label, y: y + 3, width: width, height: Self.rowHeight - 6, colour),
      text(ChartData.number(value), x: Self.label + width + 6, y: y + 18),
    ]
  }

  private func cellX(_ index: Int) -> Double {
    Self.label + Double(index) * Self.plot / Double(max(1, data.series.count))
  }

  private func cell(_ value: Double?, x: Double, y: Double) -> [String] {
    let width = Self.plot / Double(max(1, data.series.count)) - 2
    let part = largest > 0 ? max(0, value ?? 0) / largest : 0
    // From white to the blue of the workbook's scale; dark text stays readable on all of it.
    let mixed = zip([0xFF, 0xFF, 0xFF], [0x9D, 0xC3, 0xE6]).reduce(UInt32(0)) { colour, ends in
      colour << 8 | UInt32((Double(ends.0) + part * Double(ends.1 - ends.0)).rounded())
    }
    return [
      rectangle(x: x, y: y, width: width, height: Self.rowHeight - 2, mixed),
      text(value.map(ChartData.number) ?? Shorthand.notAvailable, x: x + 8, y: y + 18),
    ]
  }

  private func lines() -> (parts: [String], height: Double) {
    let height = 300.0
    let step = (Self.width - 160) / Double(max(1, data.categories.count - 1))
    let place = { (index: Int, value: Double) -> (Double, Double) in
      let part = largest > 0 ? max(0, value) / largest : 0
      return (80 + Double(index) * step, top + 20 + (1 - part) * height)
    }
    var parts = [
      """
      <line x1="60" y1="\(Self.text(top + 20 + height))" x2="\(Self.text(Self.width - 40))" \
      y2="\(Self.text(top + 20 + height))" stroke="#707070"/>
      """
    ]
    for (index, category) in data.categories.enumerated() {
      let x = 80 + Double(index) * step
      parts.append(text(category, x: x, y: top + height + 42, anchor: "middle"))
    }
    for (number, series) in data.series.enumerated() {
      let colour = Self.colour(Chart.colours[number % 4])
      let points = series.values.enumerated().compactMap { index, value in
        value.map { (place(index, $0), $0) }
      }
      let path = points.map { "\(Self.text($0.0.0)),\(Self.text($0.0.1))" }.joined(separator: " ")
      parts.append(
        "<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"3\"/>")
      for ((x, y), value) in points {
        parts.append(
          "<circle cx=\"\(Self.text(x))\" cy=\"\(Self.text(y))\" r=\"5\" fill=\"\(colour)\"/>")
        parts.append(text(ChartData.number(value), x: x, y: y - 10, anchor: "middle"))
      }
    }
    return (parts, top + height + 66)
  }

  /// One line per series.
  private func legend(at y: Double) -> [String] {
    guard data.series.count > 1, data.definition.kind != .scale else { return [] }
    return data.series.enumerated().map { index, series in
      let y = y + Self.legendHeight * Double(index)
      return rectangle(x: 16, y: y, width: 14, height: 14, Chart.colours[index % 4])
        + text(series.name, x: 36, y: y + 12, atMost: Self.longestName)
    }
  }

  /// Beside a bar, on two lines of smaller letters where one is too short.
  private func label(_ words: String, y: Double) -> [String] {
    guard words.count > Self.longestLabel,
      let space = words.prefix(Self.longestSmallLabel + 1).lastIndex(of: " ")
    else { return [text(words, x: Self.label - 8, y: y, anchor: "end")] }
    let rest = String(words[words.index(after: space)...])
    return zip([String(words[..<space]), rest], [y - 7, y + 6]).map { line, y in
      text(
        line, x: Self.label - 8, y: y, anchor: "end", size: 11, atMost: Self.longestSmallLabel)
    }
  }

  private func text(
    _ words: String, x: Double, y: Double, anchor: String = "start", size: Int = 13,
    atMost longest: Int = longestLabel
  ) -> String {
    let shown = words.count > longest ? words.prefix(longest - 1) + "…" : words[...]
    return "<text x=\"\(Self.text(x))\" y=\"\(Self.text(y))\" text-anchor=\"\(anchor)\""
      + (size == 13 ? ">" : " font-size=\"\(size)\">")
      + HTMLText.escaped(String(shown)) + "</text>"
  }

  private func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ colour: UInt32
  ) -> String {
    "<rect x=\"\(Self.text(x))\" y=\"\(Self.text(y))\" width=\"\(Self.text(width))\" "
      + "height=\"\(Self.text(height))\" fill=\"\(Self.colour(colour))\"/>"
  }

  private static func colour(_ colour: UInt32) -> String {
    let digits = String(colour, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  private static func text(_ number: Double) -> String {
    DecimalText.shortest((number * 10).rounded() / 10)
  }
}
