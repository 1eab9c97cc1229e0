import Spreadsheet

/// Where a source's fields stand on one sheet.
struct SheetLayout {
  var sheet: String
  /// The sheet's name; nil for a file that has no sheets.
  var sheetName: String? { sheet.isEmpty ? nil : sheet }
  /// One-based row of the header; nil for a form.
  var headerRow: Int?
  /// Column of each field found (tables), one-based.
  var columns: [(field: SourceDefinition.Field, column: Int)]
  /// Columns of a list after its first, in their order.
  var further: [Identifier: [Int]] = [:]
  /// The header cell of a column nobody declared.
  var unknown: [(label: String, column: Int)]
}

/// Finds the header row of a table by its labels.
struct HeaderSearch {
  var source: SourceDefinition
  private let fields: [String: Int]

  init(_ source: SourceDefinition) {
    self.source = source
    var fields: [String: Int] = [:]
    for (index, field) in source.fields.enumerated() {
      for spelling in field.spellings.map(FoldedText.label) {
        fields[spelling] = index
        guard field.type.isList else { continue }
        // A list may be spread over columns, one value in each.
        for part in 1...Self.listParts where fields["\(spelling) \(part)"] == nil {
          fields["\(spelling) \(part)"] = index
        }
      }
    }
    self.fields = fields
  }

  /// How many columns of the name “Roles 1”, “Roles 2” and so on one list may have.
  private static let listParts = 9

  /// How many rows from the top may hold the header.
  static let searchedRows = 60

  /// The row with most known labels, the first of equals; nil when no row has two of them.
  func headerIndex(in rows: [SheetRow]) -> Int? {
    var best: (index: Int, hits: Int)?
    for (index, row) in rows.prefix(Self.searchedRows).enumerated() {
      let hits = Set(row.cells.compactMap { fieldIndex(of: $0) }).count
      if hits > best?.hits ?? 0 { best = (index, hits) }
    }
    guard let best, best.hits >= min(2, source.fields.count) else { return nil }
    return best.index
  }

  /// Whether a sheet of any name holds this table: all required columns are there.
  func holdsTable(_ rows: [SheetRow]) -> Bool {
    guard let index = headerIndex(in: rows) else { return false }
    let found = Set(rows[index].cells.compactMap { fieldIndex(of: $0) })
    return source.fields.indices.allSatisfy { !source.fields[$0].isRequired || found.contains($0) }
  }

  /// The field a label means.
  func field(labelled cell: Cell) -> SourceDefinition.Field? {
    fieldIndex(of: cell).map { source.fields[$0] }
  }

  func layout(of header: SheetRow, sheet: String) -> (SheetLayout, [ReadingProblem]) {
    var problems: [ReadingProblem] = []
    var taken: [Int: Int] = [:]
    var labels: Set<String> = []
    var layout = SheetLayout(sheet: sheet, headerRow: header.number, columns: [], unknown: [])
    for cell in header.cells {
      let column = cell.reference.column
      guard let index = fieldIndex(of: cell) else {
        let label = CellText.quoted(cell.value)
        if !label.trimmed.isEmpty { layout.unknown.append((label, column)) }
        continue
      }
      let field = source.fields[index]
      let isNewLabel = labels.insert(FoldedText.label(CellText.shown(cell.value))).inserted
      if taken[index] != nil, field.type.isList, isNewLabel {
        layout.further[field.name, default: []].append(column)
        continue
      }
      if let first = taken[index] {
        problems.append(
          .twice(
            .columnTwice, field, header.cell(inColumn: first), cell, in: sheet,
            expected: .eachColumnOnce))
        continue
      }
      taken[index] = column
      layout.columns.append((field, column))
    }
    for (index, field) in source.fields.enumerated()
    where field.isRequired && taken[index] == nil {
      problems.append(
        ReadingProblem(
          kind: .missingColumn, sheet: sheet, row: header.number, column: 1,
          found: "",
          expected: Wording(
            .labels, ["labels": .text(field.label.all.joined(separator: " / "))]),
          message: Wording(.missingColumn, ["label": .words(field.label)])))
    }
    if let first = layout.unknown.first {
      let labels = layout.unknown.map(\.label).joined(separator: ", ")
      problems.append(
        ReadingProblem(
          kind: .unknownColumn, sheet: sheet, row: header.number, column: first.column,
          found: labels, expected: Wording(.columnOfForm),
          message: Wording(.unknownColumns, ["labels": .text(labels)])))
    }
    return (layout, problems)
  }

  private func fieldIndex(of cell: Cell) -> Int? {
    guard case .text(let label) = cell.value else { return nil }
    return fields[FoldedText.label(label)]
  }
}

extension ReadingProblem {
  /// Two headings or questions that mean one field, each as it stands and where.
  static func twice(
    _ phrase: Phrase, _ field: SourceDefinition.Field, _ first: Cell?, _ second: Cell,
    in sheet: String, expected: Phrase
  ) -> ReadingProblem {
    ReadingProblem(
      kind: .duplicateColumn, sheet: sheet, row: second.reference.row,
      column: second.reference.column, found: CellText.quoted(second.value),
      expected: Wording(expected),
      message: Wording(
        phrase,
        [
          "label": .words(field.label), "first": .text(CellText.quoted(first?.value)),
          "first_cell": .text(first.map { "\($0.reference)" } ?? ""),
          "second": .text(CellText.quoted(second.value)), "cell": .text("\(second.reference)"),
        ]))
  }
}
