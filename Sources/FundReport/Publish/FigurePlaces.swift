import GRDB
import Spreadsheet

/// Where figures stand: the first line of each on its chapter's sheet, and the first result of the
/// framework that rests on it.
struct FigurePlaces {
  private var rows: [String: Int] = [:]
  private var results: [String: (code: String, row: Int)] = [:]
  private let framework: ModelDefinition?

  init(framework: ModelDefinition?, _ db: Database) throws {
    self.framework = framework
    let lines = try Row.fetchAll(
      db,
      sql: """
        SELECT indicator, min(place) FROM (
          SELECT indicator, row_number() OVER (PARTITION BY chapter ORDER BY figure) AS place
          FROM figure
        )
        GROUP BY indicator
        """)
    for line in lines { rows[line[0]] = TableSheet.headerRow + (line[1] as Int) }
    guard let framework else { return }
    for (index, row) in try Row.fetchAll(db, sql: framework.sql).enumerated() {
      guard let indicator = row.text(FrameworkSheet.figureKey), results[indicator] == nil,
        let code = row.text(0)
      else { continue }
      results[indicator] = (code, TableSheet.headerRow + 1 + index)
    }
  }

  /// The figure's first line; the top of its chapter where it has none.
  func figure(_ indicator: IndicatorDefinition) -> LinkTarget {
    .sheet(indicator.chapter, CellReference(row: rows[indicator.code] ?? 1, column: 1))
  }

  /// A link to the first result that rests on a figure; nil where none does.
  func result(of indicator: IndicatorDefinition) -> OutputCell? {
    guard let framework, let result = results[indicator.code] else { return nil }
    let place = CellReference(row: result.row, column: 1)
    return .link(to: .sheet(framework.title, place), text: result.code, .link)
  }
}
