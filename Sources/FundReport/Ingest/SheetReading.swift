import Spreadsheet

/// One row as read: its typed values, or the problems that keep it out.
struct ReadRow {
  var number: Int
  /// Values by field, in the order of the source's fields.
  var values: [LandedValue]
  var isRefused: Bool
}

/// One sheet as read.
struct ReadSheet {
  var source: SourceDefinition
  var layout: SheetLayout
  /// Row of each answer of a form, by the order of the fields.
  var answerRows: [Int?] = []
  var rows: [ReadRow] = []
  var problems: [ReadingProblem] = []
  /// What became of the corrections of its cells.
  var corrections: [Corrections.Outcome] = []
  /// How many cells keep their row out.
  var wrongCells = 0
  /// What the amounts of each column add up to, signs aside, by the order of the fields.
  var totals: [Int: UInt64] = [:]
}

extension ReadSheet {
  /// What a former layout holds, as the source of today has it: fields it did not have are empty.
  func landing(in today: SourceDefinition) -> ReadSheet {
    guard source.former != nil else { return self }
    let places = today.fields.map { field in source.fields.firstIndex { $0.name == field.name } }
    var sheet = self
    sheet.source = today
    if !answerRows.isEmpty { sheet.answerRows = places.map { $0.flatMap { answerRows[$0] } } }
    sheet.rows = rows.map { row in
      var row = row
      row.values = places.map { [values = row.values] in $0.map { values[$0] } ?? .null }
      return row
    }
    return sheet
  }
}

/// Turns the cells of one sheet into rows of its source definition.
struct SheetReading {
  var source: SourceDefinition
  var cells: CellReading
  var corrections = Corrections.OfFile()

  /// A sheet with as many cells that cannot be used is none that somebody filled in.
  ///
  /// Columns have moved, or something else was pasted; a list of all cells would help nobody.
  static let mostWrongCells = 1_000

  func read(_ rows: [SheetRow], sheet: String) -> ReadSheet {
    switch source.layout {
    case .table: table(rows, sheet: sheet)
    case .form: form(rows, sheet: sheet)
    }
  }

  private func table(_ rows: [SheetRow], sheet: String) -> ReadSheet {
    let search = HeaderSearch(source)
    guard let headerIndex = search.headerIndex(in: rows) else { return noHeader(sheet) }
    let (layout, problems) = search.layout(of: rows[headerIndex], sheet: sheet)
    var read = ReadSheet(source: source, layout: layout, problems: problems)
    // With a column missing the cells of the others are looked at all the same.
    guard !problems.contains(where: { $0.kind == .duplicateColumn }) else { return read }
    var columnOf = [Int?](repeating: nil, count: source.fields.count)
    for (field, column) in layout.columns {
      if let index = source.fields.firstIndex(where: { $0.name == field.name }) {
        columnOf[index] = column
      }
    }
    let furtherOf = source.fields.map { layout.further[$0.name] ?? [] }
    read.rows.reserveCapacity(rows.count - headerIndex - 1)
    var fieldCells = [Cell?](repeating: nil, count: columnOf.count)
    for row in rows[(headerIndex + 1)...] {
      var parts: [Int: [Cell]] = [:]
      for (index, column) in columnOf.enumerated() {
        let cell = column.flatMap { row.cell(inColumn: $0) }
        fieldCells[index] = cell
        if furtherOf[index].isEmpty { continue }
        let cells =
          [cell].compactMap { $0 } + furtherOf[index].compactMap { row.cell(inColumn: $0) }
        parts[index] = cells
        fieldCells[index] = joined(cells)
      }
      if fieldCells.allSatisfy({ CellText.isBlank($0?.value) }) { continue }
      read.rows.append(record(fieldCells, parts, columnOf, row.number, &read))
      guard read.wrongCells < Self.mostWrongCells else {
        read.problems.append(
          ReadingProblem(
            kind: .tooManyWrongCells, sheet: sheet, row: row.number, column: 1, found: "",
            expected: Wording(.sheetAsHeaded),
            message: Wording(
              .tooManyWrongCells, ["count": .text(read.wrongCells), "row": .text(row.number)])))
        break
      }
    }
    return read
  }

  /// The cells of a list as one, in which its values are separated.
  private func joined(_ cells: [Cell]) -> Cell? {
    let filled = cells.filter { !CellText.isBlank($0.value) }
    guard let first = filled.first, filled.count > 1 else { return filled.first }
    if let wrong = filled.first(where: { if case .error = $0.value { true } else { false } }) {
      return wrong
    }
    let texts = filled.map { CellText.shown($0.value) }
    return Cell(reference: first.reference, value: .text(texts.joined(separator: ";")))
  }

  private func record(
    _ fieldCells: [Cell?], _ parts: [Int: [Cell]], _ columnOf: [Int?], _ number: Int,
    _ read: inout ReadSheet
  ) -> ReadRow {
    let sheet = read.layout.sheet
    var row = ReadRow(number: number, values: [], isRefused: false)
    row.values.reserveCapacity(source.fields.count)
    for (index, field) in source.fields.enumerated() {
      var cell = fieldCells[index]
      if let corrected = corrections.apply(
        to: cell, field.name, sheet: sheet, row: number, column: columnOf[index])
      {
        cell = corrected.cell
        read.corrections.append(corrected.outcome)
      }
      var outcome = cells.read(cell, field, of: source)
      if case .integer(let amount) = outcome.value, let largest = field.type.largestTotal {
        let total = read.totals[index, default: 0] + amount.magnitude
        if total > largest { outcome = .tooLargeTotal(cell?.value) }
        read.totals[index] = min(total, largest)
      }
      if field.isRequired, columnOf[index] != nil, CellText.isBlank(cell?.value) {
        outcome = .wrong(
          .emptyCell, expected: .value, .emptyCell, ["label": .words(field.label)])
      }
      row.values.append(outcome.value)
      guard let problem = outcome.problem else { continue }
      if problem.kind.loss == .row {
        row.isRefused = true
        read.wrongCells += 1
      }
      // Of a list over several columns the one that is wrong.
      let wrong = parts[index]?.first { cells.read($0, field, of: source).problem != nil }
      read.problems.append(
        ReadingProblem(
          kind: problem.kind, sheet: sheet, row: number,
          column: wrong?.reference.column ?? columnOf[index],
          found: CellText.quoted((wrong ?? cell)?.value), expected: problem.expected,
          message: problem.message))
    }
    return row
  }

  private func noHeader(_ sheet: String) -> ReadSheet {
    let layout = SheetLayout(sheet: sheet, headerRow: nil, columns: [], unknown: [])
    let required = source.fields.filter(\.isRequired).map(\.label)
    return ReadSheet(
      source: source, layout: layout,
      problems: [
        ReadingProblem(
          kind: .missingColumn, sheet: sheet, found: "",
          expected: Wording(.header, ["columns": .words(.list(required))]),
          message: Wording(.noHeader, ["rows": .text(HeaderSearch.searchedRows)]))
      ])
  }

  /// Labels in column A, answers in column B; one record.
  private func form(_ rows: [SheetRow], sheet: String) -> ReadSheet {
    let search = HeaderSearch(source)
    var layout = SheetLayout(sheet: sheet, headerRow: nil, columns: [], unknown: [])
    var answers: [Identifier: (row: Int, cell: Cell?)] = [:]
    var questions: [Identifier: Cell] = [:]
    var read = ReadSheet(source: source, layout: layout)
    for row in rows {
      guard let label = row.cells.first(where: { $0.reference.column == 1 }),
        let field = search.field(labelled: label)
      else { continue }
      let answer = row.cells.first { $0.reference.column == 2 }
      if let first = questions[field.name] {
        read.problems.append(
          .twice(.questionTwice, field, first, label, in: sheet, expected: .eachQuestionOnce))
        continue
      }
      questions[field.name] = label
      answers[field.name] = (row.number, answer)
      layout.columns.append((field, 2))
    }
    read.layout = layout
    var record = ReadRow(number: answers.values.map(\.row).min() ?? 1, values: [], isRefused: false)
    for field in source.fields {
      var place = answers[field.name]
      if let given = place,
        let corrected = corrections.apply(
          to: given.cell, field.name, sheet: sheet, row: given.row, column: 2)
      {
        place = (given.row, corrected.cell)
        read.corrections.append(corrected.outcome)
      }
      let (value, problem) = answer(field, place, sheet)
      record.values.append(value)
      read.answerRows.append(place?.row)
      if let problem { read.problems.append(problem) }
    }
    read.rows = [record]
    return read
  }

  private func answer(
    _ field: SourceDefinition.Field, _ place: (row: Int, cell: Cell?)?, _ sheet: String
  ) -> (LandedValue, ReadingProblem?) {
    let outcome = cells.read(place?.cell, field, of: source)
    let isMissing = field.isRequired && CellText.isBlank(place?.cell?.value)
    guard isMissing || outcome.problem != nil else { return (outcome.value, nil) }
    var values: [String: Wording.Value] = ["label": .words(field.label)]
    var problem = ReadingProblem(
      kind: .missingAnswer, sheet: sheet, row: place?.row, column: place == nil ? nil : 2,
      found: CellText.quoted(place?.cell?.value), expected: Wording(.answer),
      message: Wording(.missingAnswer, values))
    guard !isMissing, let wrong = outcome.problem else { return (outcome.value, problem) }
    problem.expected = wrong.expected
    values["problem"] = .wording(wrong.message)
    switch wrong.kind.loss {
    case .nothing: problem.kind = wrong.kind
    case .row, .file: problem.kind = field.isRequired ? .wrongAnswer : .ignoredAnswer
    }
    problem.message = Wording(
      problem.kind == .ignoredAnswer ? .ignoredAnswer : .wrongAnswer, values)
    return (outcome.value, problem)
  }
}
