extension WorkbookRule {
  /// R27, R33, R35, R36: formulas, what must not become one, and limits.
  static let formulas = [
    WorkbookRule(
      id: "R27",
      text: "No formulas in the public edition; in the analyst edition each has its "
        + "value saved and no volatile function; no links to other workbooks",
      mend: "public: paste the values; analyst: calculate and save, and replace the function",
      unseen: "whether saved values are those a recalculation gives",
      look: { workbook, edition in
        let links = workbook.parts.filter { $0.contains("/externallinks/externallink") }
        return links.map { RuleBreach("a link to another workbook: \($0)") }
          + workbook.eachCell { sheet, cell in
            guard let formula = cell.formula else { return nil }
            guard edition == .analyst else {
              return RuleBreach(sheet, cell.reference, "a formula")
            }
            if cell.value == .noCachedResult {
              return RuleBreach(sheet, cell.reference, "a formula without its value")
            }
            if case .error(let name) = cell.value {
              return RuleBreach(sheet, cell.reference, "a formula whose value is \(name)")
            }
            guard let name = formula.firstMatch(of: CellPattern.volatile)?.1 else { return nil }
            return RuleBreach(sheet, cell.reference, "the volatile function \(name.uppercased())")
          }
      }),
    WorkbookRule(
      id: "R33", text: "No text has become a formula that reaches out of the workbook",
      mend: "write the cell as text",
      look: { workbook, _ in
        workbook.eachCell { sheet, cell in
          guard let formula = cell.formula else { return nil }
          if let name = formula.firstMatch(of: CellPattern.reaching)?.1 {
            return RuleBreach(sheet, cell.reference, "the function \(name.uppercased())")
          }
          guard formula.contains(CellPattern.otherProgram) else { return nil }
          return RuleBreach(sheet, cell.reference, "a call of another program: \(formula.quoted)")
        }
      }),
    WorkbookRule(
      id: "R35",
      text: "Every line of figures leads to the rows behind it, and rows say where they "
        + "come from", editions: [.analyst],
      mend: "add a link to the sheet with the rows, and columns File, Sheet and Row there",
      unseen: "whether the rows behind a figure are the ones it counts",
      look: { workbook, _ in workbook.drillDownBreaches }),
    WorkbookRule(
      id: "R36", text: "Texts and formulas fit a cell",
      mend: "shorten the text: a cell holds 32,767 characters, a formula 8,192",
      look: { workbook, _ in
        workbook.eachCell { sheet, cell in
          if let text = cell.text, text.utf8.count > 32_767, text.utf16.count > 32_767 {
            return RuleBreach(sheet, cell.reference, "a text of \(text.utf16.count) characters")
          }
          guard let formula = cell.formula, formula.utf16.count > 8_192 else { return nil }
          return RuleBreach(sheet, cell.reference, "a formula of \(formula.utf16.count) characters")
        }
      }),
  ]
}

extension InspectedWorkbook {
  fileprivate var drillDownBreaches: [RuleBreach] {
    // A table whose columns formulas read by name holds the rows behind figures.
    var sources: Set<String> = []
    let lines = eachTable { sheet, table in
      let links = Set(sheet.links.filter { $0.location.flatMap(sheetName) != nil }.map(\.cell.row))
      return sheet.body(of: table).compactMap { row in
        let formulas = row.cells.filter { table.area.contains($0.reference) && $0.formula != nil }
        for cell in formulas {
          for match in (cell.formula ?? "").matches(of: CellPattern.tableName) {
            sources.insert(match.1.lowercased())
          }
        }
        guard let first = formulas.first, !links.contains(row.number) else { return nil }
        return RuleBreach(sheet, first.reference, "figures without a link to their rows")
      }
    }
    guard !sources.isEmpty else { return lines }
    let places = ["file", "sheet", "row"]
    let isTraced = sheets.flatMap(\.tables).contains { table in
      sources.contains(table.name.lowercased())
        && places.allSatisfy { place in table.headers.contains { $0.lowercased() == place } }
    }
    return isTraced ? lines : lines + [RuleBreach("no table of rows has columns File, Sheet, Row")]
  }
}
