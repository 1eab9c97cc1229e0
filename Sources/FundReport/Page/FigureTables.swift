/// The figures of a page by chapter: their totals in a table, their breakdowns below, to be opened.
struct FigureTables {
  private(set) var table: PublicTable
  private var pipeline: Pipeline
  private var smallNumbers: SmallNumbers?
  private var columns: [String]

  /// Columns that part the figures into tables and head their rows; a label is a category in words.
  static let groups = ["chapter", "indicator", "title", "dimension", "category"]

  init(_ taken: TakenTable, pipeline: Pipeline, smallNumbers: SmallNumbers?) {
    let table = taken.table
    self.table = table
    self.pipeline = pipeline
    self.smallNumbers = smallNumbers
    let aside = Self.groups + ["label"]
    columns = taken.columns.filter { !aside.contains($0) }
    // Code and title are one cell: a phone has no room for two.
    guard let title = table.columns.firstIndex(where: { $0.name.name == "title" }) else { return }
    self.table.rows = table.rows.map { row in
      var row = row
      let words = ["indicator", "title"].compactMap { table.text(row, $0) }
      row[title] = .text(words.joined(separator: " "))
      return row
    }
  }

  var chapters: [String] { Self.inOrder(table.rows.compactMap { table.text($0, "chapter") }) }

  func write(_ chapter: String, to html: inout HTMLText) {
    let rows = table.rows.filter { table.text($0, "chapter") == chapter }
    let totals = rows.filter { table.text($0, "dimension") == nil }
    write("\(chapter): totals", totals, headedBy: "title", columns, to: &html)
    let parts = rows.filter { table.text($0, "dimension") != nil }
    for code in Self.inOrder(parts.compactMap { table.text($0, "indicator") }) {
      writeParts(parts.filter { table.text($0, "indicator") == code }, code, to: &html)
    }
  }

  private func writeParts(
    _ rows: [[PublicTable.Cell]], _ code: String, to html: inout HTMLText
  ) {
    let name = rows.first.flatMap { table.text($0, "title") } ?? ""
    let names = Self.inOrder(rows.compactMap { table.text($0, "dimension") })
    html.element("details") { html in
      html.element(
        "summary",
        "\(name): " + (names.count == 1 ? "breakdown" : "\(names.count) breakdowns"))
      for dimension in names {
        write(
          "\(name), by \(title(dimension, of: code))",
          rows.filter { table.text($0, "dimension") == dimension }, headedBy: categoryColumn,
          // Only totals have a last year.
          columns.filter { !$0.hasPrefix("last_") }, to: &html)
      }
    }
  }

  private func write(
    _ caption: String, _ rows: [[PublicTable.Cell]], headedBy column: String,
    _ columns: [String], to html: inout HTMLText
  ) {
    PageTable(
      caption, of: table, rows: rows, columns: [column] + columns, smallNumbers: smallNumbers
    ).write(to: &html)
  }

  private var categoryColumn: String {
    table.columns.contains { $0.name.name == "label" } ? "label" : "category"
  }

  private func title(_ dimension: String, of code: String) -> String {
    guard let indicator = pipeline.indicator(code),
      let breakdown = pipeline.breakdown(of: indicator, named: dimension)
    else { return dimension }
    return pipeline.title(of: breakdown, of: indicator)
  }

  private static func inOrder(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
