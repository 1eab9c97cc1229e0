extension WorkbookRule {
  /// R07, R08, R10, R17, R31: what is in sight.
  static let layout = [
    WorkbookRule(
      id: "R07", text: "Nothing is clipped", isEssential: true,
      mend: "wrap the text, widen the column, and let the row be as high as its text",
      unseen: "the exact width of letters, which depends on the fonts of the reader",
      look: { workbook, _ in workbook.sheets.flatMap { workbook.clipped(on: $0) } }),
    WorkbookRule(
      id: "R08", text: "No filters and no frozen panes", editions: [.public],
      mend: "remove the filter buttons and unfreeze the panes",
      look: { workbook, _ in
        workbook.sheets.flatMap { sheet -> [RuleBreach] in
          var breaches = sheet.tables.filter(\.hasFilter).map {
            RuleBreach(sheet, $0.area.firstCell, "filter buttons of the table \($0.name)")
          }
          if sheet.layout.child("autoFilter") != nil {
            breaches.append(RuleBreach(sheet, nil, "filter buttons"))
          }
          if !sheet.layout.all("pane").isEmpty {
            breaches.append(RuleBreach(sheet, nil, "frozen or split panes"))
          }
          return breaches
        }
      }),
    WorkbookRule(
      id: "R10", text: "No hidden rows, columns, sheets or values",
      mend: "show it or delete it; hidden is not confidential",
      look: { workbook, _ in
        workbook.sheets.flatMap { sheet -> [RuleBreach] in
          let rows = sheet.rows.filter(\.isHidden).map {
            RuleBreach(sheet, CellReference(row: $0.number, column: 1), "a hidden row")
          }
          let columns = sheet.layout.all("col").filter { $0.isTrue("hidden") || $0["width"] == "0" }
            .map { column in
              let number = max(1, column["min"].flatMap { Int($0) } ?? 1)
              return RuleBreach(sheet, CellReference(row: 1, column: number), "a hidden column")
            }
          let values = sheet.cells.filter { workbook.look(of: $0).numberFormat.hides }.map {
            RuleBreach(sheet, $0.reference, "a number format that shows nothing")
          }
          let whole = sheet.isHidden ? [RuleBreach(sheet, nil, "a hidden sheet")] : []
          return whole + rows + columns + values
        }
      }),
    WorkbookRule(
      id: "R17", text: "One table per sheet, from column A, with nothing below it",
      editions: [.public],
      mend: "give each table a sheet of its own and put notes above it",
      look: { workbook, _ in
        workbook.sheets.flatMap { sheet -> [RuleBreach] in
          var breaches: [RuleBreach] = []
          if sheet.tables.count > 1 {
            breaches.append(
              RuleBreach(sheet, sheet.tables[1].area.firstCell, "a second table"))
          }
          breaches += sheet.tables.filter { $0.area.columns.lowerBound > 1 }.map {
            RuleBreach(
              sheet, $0.area.firstCell, "table \($0.name) starts right of column A",
              isEssential: true)
          }
          let end = sheet.tables.map(\.area.rows.upperBound).max() ?? .max
          if let below = sheet.cells.first(where: { $0.reference.row > end }) {
            breaches.append(RuleBreach(sheet, below.reference, "a cell below the table"))
          }
          return breaches
        }
      }),
    WorkbookRule(
      id: "R31", text: "The workbook opens on its first sheet, each sheet at A1", isEssential: true,
      mend: "go to A1 of every sheet, then to the first sheet, and save",
      look: { workbook, _ in
        let view = workbook.book.all("workbookView").first
        var breaches: [RuleBreach] = []
        if let active = view?["activeTab"], active != "0" {
          breaches.append(RuleBreach("opens on sheet \((Int(active) ?? 0) + 1)"))
        }
        return breaches
          + workbook.sheets.flatMap { sheet in
            let cells = sheet.layout.all("selection").compactMap { $0["activeCell"] }
            return cells.filter { $0 != "A1" }.prefix(1).map {
              RuleBreach(sheet, CellReference($0), "the cursor is at \($0)")
            }
          }
      }),
  ]
}

extension InspectedWorkbook {
  /// Cells whose text or number does not fit.
  fileprivate func clipped(on sheet: InspectedSheet) -> [RuleBreach] {
    var widths: [Int: Double] = [:]
    for column in sheet.layout.all("col") {
      guard let first = column["min"].flatMap({ Int($0) }), let width = column["width"],
        let last = column["max"].flatMap({ Int($0) }), first <= last, first >= 1
      else { continue }
      for number in first...min(last, 1_000) { widths[number] = Double(width) }
    }
    let usual =
      sheet.layout.child("sheetFormatPr")?["defaultColWidth"].flatMap { Double($0) } ?? 8.43
    return sheet.rows.flatMap { row in
      row.cells.compactMap { cell -> RuleBreach? in
        guard let value = cell.value else { return nil }
        let width = widths[cell.reference.column] ?? usual
        let look = look(of: cell)
        // Our lengths are upper estimates; only what is longer beyond doubt counts.
        let scale = 0.9 * look.size / self.looks.body.size * (look.isBold ? 1.08 : 1)
        switch value {
        case .number(let number):
          let length = Double(look.numberFormat.length(of: number)) * scale
          guard length > width else { return nil }
          return RuleBreach(sheet, cell.reference, "a number wider than its column")
        case .text(let text):
          let isLong = text.utf8.count > 3 && TextLength.digits(text[...]) * scale > width
          guard isLong, look.wraps else {
            let next = row[cell.reference.column + 1].map { !$0.isBlank } ?? false
            return isLong && next
              ? RuleBreach(sheet, cell.reference, "text longer than its column: \(text.quoted)")
              : nil
          }
          guard let height = row.height, height < 409 else { return nil }
          let lines = height / (look.size * 1.1)
          guard TextLength.digits(text[...]) * scale * 0.9 > width * max(1, lines.rounded(.down))
          else { return nil }
          return RuleBreach(sheet, cell.reference, "text higher than its row: \(text.quoted)")
        default: return nil
        }
      }
    }
  }
}
