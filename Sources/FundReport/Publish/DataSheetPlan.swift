import GRDB
import Spreadsheet

/// One data sheet of the analyst workbook: a model's rows, where each was submitted, and a 0/1
/// column for every condition a figure asks of them.
struct DataSheetPlan {
  struct Flag {
    var condition: String
    var header: String
  }

  /// A sheet whose rows a derived row rests on: those with the same values of some columns.
  struct Evidence {
    var model: ModelDefinition
    /// Columns of the derived row, and what they are called there.
    var columns: [(own: Identifier, other: Identifier)]

    /// Header of the column that leads there.
    var header: String { "Rests on \(model.title)" }
  }

  let model: ModelDefinition
  let sheetName: String
  let tableName: String
  let rowCount: Int
  /// Whether the rows fit on a sheet; otherwise its figures are values.
  let isLive: Bool
  private(set) var flags: [Flag] = []
  /// The model's own 0/1 columns that figures ask for.
  private(set) var askedColumns: Set<Identifier> = []
  /// Where the rows stand that these rest on.
  let evidence: [Evidence]
  /// The columns as shown: codes that few know have their words beside them, and the landed row's
  /// number gives way to file, sheet and row.
  let shownColumns: [ModelDefinition.Column]
  /// What columns of words say the codes of: a column of the model, and its list.
  private let coded: [Identifier: (column: Identifier, list: String)]

  /// Whether the office corrected a cell of a row.
  let hasCorrections: Bool

  static let fileHeader = "File"

  private var placeHeaders: [String] {
    guard model.rowColumn != nil else { return [] }
    return [Self.fileHeader, "SHA-256", "Sheet", "Row"] + (hasCorrections ? ["Corrected"] : [])
  }

  /// Whether the column under a header behind the model's own holds text.
  func isText(_ header: String) -> Bool {
    [Self.fileHeader, "SHA-256", "Sheet", "Corrected"].contains(header)
      || evidence.contains { $0.header == header }
  }

  /// - Parameters:
  ///   - planned: the models that have a sheet.
  ///   - codesShown: lists whose codes readers know.
  init(
    _ model: ModelDefinition, among planned: [ModelDefinition], rowLimit: Int,
    codesShown: [String] = [], _ db: Database
  ) throws {
    self.model = model
    let words = CodeWords(codesShown: codesShown, db: db)
    var coded: [Identifier: (column: Identifier, list: String)] = [:]
    shownColumns = try model.columns.filter { $0.type != .row }.flatMap { column in
      guard let list = try words.list(of: column, in: model),
        let name = Identifier(column.name.name + "_label")
      else { return [column] }
      coded[name] = (column.name, list)
      let label = "\(column.label), in words"
      return [
        column,
        .init(
          name: name, type: .text, label: label, meaning: "label of the code", line: column.line),
      ]
    }
    self.coded = coded
    evidence = model.because.compactMap { because in
      planned.first { $0.name == because.model }.map { .init(model: $0, columns: because.columns) }
    }
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

  /// What the sheet of this name says where its rows are too many for it.
  var notice: LinkTarget {
    .sheet(sheetName, CellReference(row: TableSheet.headerRow + 1, column: 1))
  }

  /// Header texts of the table, unique whatever the case.
  var headers: [String] {
    columnHeaders + evidence.map(\.header) + placeHeaders + flags.map(\.header)
  }

  /// What a query of the model, under the name `m`, selects for a column that is shown.
  func selected(_ column: ModelDefinition.Column) -> String {
    guard let code = coded[column.name] else { return "m.\(column.name)" }
    return "(SELECT label_en FROM list_\(code.list) WHERE code = m.\(code.column))"
  }

  private var columnHeaders: [String] {
    var seen = Set((evidence.map(\.header) + placeHeaders).map { $0.lowercased() })
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
      askedColumns.insert(name)
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
    header(ofCondition: condition).flatMap(place) ?? CellReference(row: 1, column: 1)
  }

  /// Its header: the figure's, or that of the model's own column.
  func header(ofCondition condition: String) -> String? {
    flags.first { $0.condition == condition }?.header
      ?? Identifier(condition).flatMap(self.header)
  }

  /// The header cell of a column of the model.
  func place(of column: Identifier) -> CellReference {
    header(of: column).flatMap(place) ?? CellReference(row: 1, column: 1)
  }

  private func header(of column: Identifier) -> String? {
    shownColumns.firstIndex { $0.name == column }.map { columnHeaders[$0] }
  }

  private func place(ofHeader header: String) -> CellReference? {
    headers.firstIndex(of: header).map {
      CellReference(row: TableSheet.headerRow, column: $0 + 1)
    }
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
