import GRDB
import Spreadsheet

/// One data sheet of the analyst workbook: a model's rows, where each was submitted, and a 0/1
/// column for every condition a figure asks of them.
struct DataSheetPlan {
  struct Flag {
    var condition: String
    var header: String
  }

  let model: ModelDefinition
  let sheetName: String
  let tableName: String
  let rowCount: Int
  /// Whether the rows fit on a sheet; otherwise its figures are values.
  let isLive: Bool
  private(set) var flags: [Flag] = []

  /// Whether the office corrected a cell of a row.
  let hasCorrections: Bool

  private var placeHeaders: [String] {
    guard model.rowColumn != nil else { return [] }
    return ["File", "SHA-256", "Sheet", "Row"] + (hasCorrections ? ["Corrected"] : [])
  }

  /// Those of them over text.
  static let textPlaceHeaders: Set = ["File", "SHA-256", "Sheet", "Corrected"]

  init(_ model: ModelDefinition, rowLimit: Int, _ db: Database) throws {
    self.model = model
    sheetName = Self.sheetName(of: model)
    tableName = model.title.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    rowCount = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(model.name)") ?? 0
    isLive = rowCount <= rowLimit
    hasCorrections =
      try model.rowColumn.map { column in
        try Bool.fetchOne(
          db,
          sql: """
            SELECT EXISTS (SELECT 1 FROM correction c JOIN \(model.name) m ON m.\(column.name) = c.row_id
            WHERE c.state = 'applied')
            """) ?? false
      } ?? false
  }

  /// Apart from the chapters, which often bear the same name.
  static func sheetName(of model: ModelDefinition) -> String { "Data \(model.title)" }

  /// Header texts of the table, unique whatever the case.
  var headers: [String] {
    columnHeaders + placeHeaders + flags.map(\.header)
  }

  /// The model's columns as shown; the landed row's number gives way to file, sheet and row.
  var shownColumns: [ModelDefinition.Column] { model.columns.filter { $0.type != .row } }

  private var columnHeaders: [String] {
    var seen = Set(placeHeaders.map { $0.lowercased() })
    return shownColumns.map { column in
      if seen.insert(column.label.lowercased()).inserted { return column.label }
      return "\(column.label) (\(column.name.name))"
    }
  }

  /// `Agreements[Partner type]`.
  func reference(to column: Identifier) -> String? {
    guard let index = shownColumns.firstIndex(where: { $0.name == column }) else { return nil }
    return reference(toHeader: columnHeaders[index])
  }

  /// The 0/1 column of a condition: the model's own where the condition is just its name.
  mutating func reference(toCondition condition: String, for figure: String) -> String {
    if let name = Identifier(condition), model.column(name)?.type == .flag,
      let reference = reference(to: name)
    {
      return reference
    }
    if let flag = flags.first(where: { $0.condition == condition }) {
      return reference(toHeader: flag.header)
    }
    var header = figure
    var number = 1
    while headers.contains(where: { $0.lowercased() == header.lowercased() }) {
      number += 1
      header = "\(figure) (\(number))"
    }
    flags.append(Flag(condition: condition, header: header))
    return reference(toHeader: header)
  }

  /// Where the 0/1 column of a condition begins: its header; the top left where there is none.
  func place(ofCondition condition: String) -> CellReference {
    let header =
      flags.first { $0.condition == condition }?.header
      ?? Identifier(condition).flatMap { name in
        shownColumns.firstIndex { $0.name == name }.map { columnHeaders[$0] }
      }
    let column = header.flatMap { headers.firstIndex(of: $0) }
    return column.map { CellReference(row: TableSheet.headerRow, column: $0 + 1) }
      ?? CellReference(row: 1, column: 1)
  }

  private func reference(toHeader header: String) -> String {
    var escaped = ""
    for character in header {
      if "[]#'".contains(character) { escaped += "'" }
      escaped.append(character)
    }
    return "\(tableName)[\(escaped)]"
  }
}
