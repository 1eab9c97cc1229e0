/// The editions of a workbook; each has its own rules.
public enum WorkbookEdition: String, CaseIterable, Hashable, Sendable {
  /// For everyone: figures only.
  case `public`
  /// For those who work with the rows: formulas, filters and charts are welcome.
  case analyst
}

/// One rule of accessible and publishable workbooks.
struct WorkbookRule: Sendable {
  var id: String
  /// What holds where the rule is kept.
  var text: String
  /// Whether a workbook that breaks it must not go out.
  var isEssential = false
  var editions = Set(WorkbookEdition.allCases)
  /// How to mend what breaks it.
  var mend: String
  /// What the file alone can not tell.
  var unseen: String?
  var look: @Sendable (_ workbook: InspectedWorkbook, _ edition: WorkbookEdition) -> [RuleBreach]

  /// All of them, in the order of their numbers.
  static let all: [WorkbookRule] =
    (tables + values + layout + front + looks + objects + numbers + formulas + documents)
    .sorted { $0.id < $1.id }
}

/// A place that breaks a rule.
struct RuleBreach: Hashable {
  var sheet: String?
  var cell: CellReference?
  /// What stands there.
  var found: String
  /// Where this is graver or lighter than the rule as a whole.
  var isEssential: Bool?

  init(_ found: String, isEssential: Bool? = nil) {
    self.found = found
    self.isEssential = isEssential
  }

  init(
    _ sheet: InspectedSheet, _ cell: CellReference? = nil, _ found: String,
    isEssential: Bool? = nil
  ) {
    self.sheet = sheet.name
    self.cell = cell
    self.found = found
    self.isEssential = isEssential
  }
}

extension InspectedWorkbook {
  /// Looks at every table of every sheet.
  func eachTable(
    _ look: (InspectedSheet, InspectedTable) -> [RuleBreach]
  ) -> [RuleBreach] {
    sheets.flatMap { sheet in sheet.tables.flatMap { look(sheet, $0) } }
  }

  /// Looks at every cell that holds something.
  func eachCell(_ look: (InspectedSheet, InspectedCell) -> RuleBreach?) -> [RuleBreach] {
    sheets.flatMap { sheet in sheet.cells.compactMap { look(sheet, $0) } }
  }

  /// Looks at every cell below a table's header that holds something.
  func eachTableCell(
    _ look: (InspectedSheet, InspectedTable, InspectedCell) -> RuleBreach?
  ) -> [RuleBreach] {
    eachTable { sheet, table in
      sheet.body(of: table).flatMap { row in
        row.cells.compactMap { cell in
          guard !cell.isBlank, table.area.columns.contains(cell.reference.column) else {
            return nil
          }
          return look(sheet, table, cell)
        }
      }
    }
  }
}

extension InspectedSheet {
  /// The rows of a table below its header, as far as the file has them.
  func body(of table: InspectedTable) -> [InspectedRow] {
    rows.filter { table.bodyRows.contains($0.number) }
  }
}

extension InspectedTable {
  /// Whether it shows figures; a table of rows behind them may leave cells blank.
  ///
  /// In the analyst edition, figures are what is calculated or has a mark in its place.
  func isFigures(in edition: WorkbookEdition) -> Bool {
    edition == .public || hasFormulas || hasMarks
  }
}

extension String {
  /// Whether one of the words is in it, in any case.
  func mentions(_ words: String...) -> Bool {
    let text = lowercased()
    return words.contains { text.contains($0) }
  }

  /// Itself between quotation marks, cut where it is long.
  var quoted: String { "“" + (count > 60 ? prefix(59) + "…" : self) + "”" }
}
