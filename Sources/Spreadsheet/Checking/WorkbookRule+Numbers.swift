extension WorkbookRule {
  /// R23 to R26: numbers, dates and their sides.
  static let numbers = [
    WorkbookRule(
      id: "R23", text: "Numbers are numbers with a format; identifiers are texts",
      mend: "store numbers as numbers with a number format; where digits are an identifier, keep "
        + "them as text and ignore the warning for that range",
      look: { workbook, _ in
        workbook.eachTable { sheet, table in
          let allowed = sheet.numericTextAreas
          return sheet.body(of: table).flatMap(\.cells).compactMap { cell in
            guard !cell.isBlank, table.area.contains(cell.reference) else { return nil }
            if cell.number != nil, workbook.look(of: cell).numberFormat.isGeneral {
              return RuleBreach(sheet, cell.reference, "a number without a number format")
            }
            guard let text = cell.text, NumericText.matches(text),
              !allowed.contains(where: { $0.contains(cell.reference) })
            else { return nil }
            return RuleBreach(sheet, cell.reference, "a number stored as text: \(text.quoted)")
          }
        }
      }),
    WorkbookRule(
      id: "R24", text: "Numbers are set right, text left, headers as their columns",
      mend: "set numbers and their headers right, text and its headers left",
      look: { workbook, _ in
        workbook.eachTable { sheet, table in
          workbook.sideBreaches(on: sheet, table)
        }
      }),
    WorkbookRule(
      id: "R25", text: "Dates are shown as 2025-12-31, counted from 1900",
      mend: "format the date as yyyy-mm-dd; write a date in text the same way",
      look: { workbook, _ in
        let is1904 = workbook.book.child("workbookPr")?.isTrue("date1904") ?? false
        return (is1904 ? [RuleBreach("days are counted from 1904")] : [])
          + workbook.eachCell { sheet, cell in
            if cell.isDate, !workbook.look(of: cell).numberFormat.isISODate {
              let code = workbook.look(of: cell).numberFormat.code
              return RuleBreach(sheet, cell.reference, "a date with the format \(code.quoted)")
            }
            guard let text = cell.text, 6...10 ~= text.utf8.count,
              text.wholeMatch(of: CellPattern.typedDate) != nil
            else { return nil }
            return RuleBreach(sheet, cell.reference, "a date in text: \(text.quoted)")
          }
      }),
    WorkbookRule(
      id: "R26", text: "Thousands are separated, and the sheet says that figures are rounded",
      mend: "use a format such as #,##0; say above the table that figures are rounded for display",
      unseen: "whether totals were added up before rounding",
      look: { workbook, edition in
        workbook.eachTable { sheet, table in
          workbook.numberBreaches(on: sheet, table, edition)
        }
      }),
  ]
}

extension InspectedSheet {
  /// Where digits as text are meant.
  fileprivate var numericTextAreas: [CellArea] {
    layout.all("ignoredError").filter { $0.isTrue("numberStoredAsText") }
      .flatMap { ($0["sqref"] ?? "").split(separator: " ").compactMap { CellArea(String($0)) } }
  }
}

extension InspectedCell {
  /// Whether it says a share in words, such as `3 of 4`.
  fileprivate var isFraction: Bool { text?.wholeMatch(of: CellPattern.share) != nil }
}

extension InspectedWorkbook {
  fileprivate func sideBreaches(on sheet: InspectedSheet, _ table: InspectedTable) -> [RuleBreach] {
    table.area.columns.flatMap { column -> [RuleBreach] in
      var breaches: [RuleBreach] = []
      var numbers = 0
      var texts = 0
      for cell in sheet.body(of: table).compactMap({ $0[column] }) where !cell.isBlank {
        let side = look(of: cell).side
        let isNumber = cell.number != nil || cell.isDate
        let standsForNumber = cell.isMark || table.valueColumns.contains(column) && cell.isFraction
        if isNumber || standsForNumber && !cell.isMark {
          numbers += 1
        } else if !standsForNumber {
          texts += 1
        }
        if isNumber, side != .right, side != .general {
          breaches.append(RuleBreach(sheet, cell.reference, "a number that is not set right"))
        } else if cell.text != nil, !standsForNumber, side != .left, side != .general {
          breaches.append(RuleBreach(sheet, cell.reference, "text that is not set left"))
        }
      }
      guard table.hasHeaderRow, let header = sheet[table.area.rows.lowerBound, column],
        numbers == 0 || texts == 0, numbers + texts > 0
      else { return breaches }
      let side = look(of: header).side
      if numbers > 0, side != .right {
        breaches.append(RuleBreach(sheet, header.reference, "a header not set right over numbers"))
      } else if texts > 0, side != .left, side != .general {
        breaches.append(RuleBreach(sheet, header.reference, "a header not set left over text"))
      }
      return breaches
    }
  }

  fileprivate func numberBreaches(
    on sheet: InspectedSheet, _ table: InspectedTable, _ edition: WorkbookEdition
  ) -> [RuleBreach] {
    var breaches: [RuleBreach] = []
    var rounded: InspectedCell?
    for cell in sheet.body(of: table).flatMap(\.cells) where table.area.contains(cell.reference) {
      guard let number = cell.number else { continue }
      let format = look(of: cell).numberFormat
      if abs(number) >= 10_000, !format.separatesThousands, !format.code.contains("E+") {
        breaches.append(RuleBreach(sheet, cell.reference, "thousands that are not separated"))
      }
      if rounded == nil, format.rounds(number) { rounded = cell }
    }
    if let rounded, table.isFigures(in: edition), !sheet.wordsOutsideTables.mentions("round") {
      breaches.append(
        RuleBreach(sheet, rounded.reference, "a rounded figure, and the sheet does not say so"))
    }
    return breaches
  }
}
