extension WorkbookRule {
  /// R09, R11 to R13, R28: marks and notes.
  static let values = [
    WorkbookRule(
      id: "R09",
      text: "Figure tables have a value or a mark in every cell of figures, and every "
        + "mark is explained on its sheet", isEssential: true,
      mend: "write [x] not available, [z] not applicable or [c] confidential, and say above the "
        + "table what each means",
      look: { workbook, edition in
        workbook.eachTable { sheet, table in
          guard table.isFigures(in: edition) else { return [] }
          return sheet.blanks(in: table) + sheet.unexplainedMarks(in: table)
        }
      }),
    WorkbookRule(
      id: "R11", text: "Notes are referred to in words, such as [note 1]", isEssential: true,
      mend: "write [note 1] instead of a superscript or a symbol",
      look: { workbook, _ in
        workbook.eachCell { sheet, cell in
          if cell.hasRaisedText || workbook.look(of: cell).isRaised {
            return RuleBreach(sheet, cell.reference, "raised or lowered text")
          }
          guard let text = cell.text, let last = text.last, !sheet.isBody(cell) else { return nil }
          // A square or cubic metre is a unit and no note.
          let isUnit = text.hasSuffix("m²") || text.hasSuffix("m³")
          guard "*†‡§¹²³⁴⁵⁶⁷⁸⁹".contains(last), !isUnit else { return nil }
          return RuleBreach(sheet, cell.reference, "a symbol for a note: \(text.quoted)")
        }
      }),
    WorkbookRule(
      id: "R12", text: "References to notes stand in titles, headers or a column of notes",
      mend: "move the reference to the header or to a column “Notes”",
      look: { workbook, _ in
        workbook.eachTableCell { sheet, table, cell in
          guard let text = cell.text, !NoteMark.numbers(in: text).isEmpty,
            !table.header(cell.reference.column).mentions("note"), !sheet.isNotes
          else { return nil }
          return RuleBreach(sheet, cell.reference, text.quoted)
        }
      }),
    WorkbookRule(
      id: "R13", text: "A sheet of notes defines each note used, in the order of their use",
      mend: "list every [note n] once on the sheet Notes, numbered by first appearance",
      look: { workbook, _ in workbook.noteBreaches }),
    WorkbookRule(
      id: "R28", text: "Revised, provisional and estimated figures are marked and explained",
      mend: "say on the sheet what [r], [p] and [e] mean, and list what was revised on a sheet of "
        + "its own",
      unseen: "whether everything that was revised is marked",
      look: { workbook, _ in
        let list = workbook.sheets.contains {
          $0.name.mentions("revision", "restatement", "correction")
        }
        return workbook.sheets.flatMap { sheet in
          let words = sheet.wordsOutsideTables
          return ["[r]", "[p]", "[e]"].compactMap { mark -> RuleBreach? in
            guard let cell = sheet.cells.first(where: { sheet.isBody($0) && $0.ends(in: mark) })
            else { return nil }
            guard words.contains(mark) else {
              return RuleBreach(sheet, cell.reference, "\(mark), which the sheet does not explain")
            }
            guard mark != "[r]" || list else {
              return RuleBreach(sheet, cell.reference, "\(mark), and no sheet lists revisions")
            }
            return nil
          }
        }
      }),
  ]
}

/// References to notes such as `[note 3]`.
enum NoteMark {
  static func numbers(in text: String) -> [Int] {
    guard text.contains("[") else { return [] }
    return text.matches(of: CellPattern.note).compactMap { Int($0.1) }
  }
}

extension InspectedCell {
  fileprivate func ends(in mark: String) -> Bool {
    text.map { $0 == mark || $0.hasSuffix(" " + mark) } ?? false
  }
}

extension InspectedSheet {
  var isNotes: Bool { name.lowercased().hasPrefix("note") }

  /// Whether the cell is in a table and below its header.
  func isBody(_ cell: InspectedCell) -> Bool {
    tables.contains {
      $0.bodyRows.contains(cell.reference.row) && $0.area.columns.contains(cell.reference.column)
    }
  }

  /// Cells of figures without any; a blank row is another rule.
  fileprivate func blanks(in table: InspectedTable) -> [RuleBreach] {
    let columns = table.valueColumns.sorted()
    return body(of: table).flatMap { row -> [RuleBreach] in
      guard row.cells.contains(where: { !$0.isBlank }) else { return [] }
      return columns.filter { row[$0]?.isBlank ?? true }.map {
        RuleBreach(
          self, CellReference(row: row.number, column: $0),
          "an empty cell in column \(table.header($0).quoted) of the table \(table.name)")
      }
    }
  }

  fileprivate func unexplainedMarks(in table: InspectedTable) -> [RuleBreach] {
    let words = wordsOutsideTables
    var seen: Set<String> = []
    return body(of: table).flatMap(\.cells).compactMap { cell in
      guard cell.isMark, let mark = cell.text, table.area.contains(cell.reference),
        seen.insert(mark).inserted, !words.contains(mark)
      else { return nil }
      return RuleBreach(self, cell.reference, "\(mark), which the sheet does not explain")
    }
  }
}

extension InspectedWorkbook {
  fileprivate var noteBreaches: [RuleBreach] {
    var used: [Int] = []
    var places: [Int: RuleBreach] = [:]
    for sheet in sheets where !sheet.isNotes {
      for cell in sheet.cells {
        for number in cell.text.map(NoteMark.numbers) ?? [] where places[number] == nil {
          used.append(number)
          places[number] = RuleBreach(
            sheet, cell.reference, "[note \(number)], which is not defined")
        }
      }
    }
    guard let notes = sheets.first(where: \.isNotes) else {
      return used.compactMap { places[$0] }
    }
    var defined: [Int] = []
    var breaches: [RuleBreach] = []
    if notes.tables.isEmpty { breaches.append(RuleBreach(notes, nil, "notes that are no table")) }
    for cell in notes.cells where cell.reference.column == 1 && notes.isBody(cell) {
      let number =
        cell.number.map { Int($0) } ?? cell.text.flatMap { Int($0.filter(\.isNumber)) }
      guard let number else { continue }
      defined.append(number)
      if places[number] == nil {
        breaches.append(
          RuleBreach(notes, cell.reference, "note \(number), which nothing refers to"))
      }
    }
    breaches += used.filter { !defined.contains($0) }.compactMap { places[$0] }
    if used != used.sorted() {
      breaches.append(RuleBreach("notes first appear in the order \(used)"))
    }
    return breaches
  }
}
