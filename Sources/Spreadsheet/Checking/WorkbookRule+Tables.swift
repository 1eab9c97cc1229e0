extension WorkbookRule {
  /// R01 to R06: what a table is.
  static let tables = [
    WorkbookRule(
      id: "R01", text: "Every block of data is marked up as a table", isEssential: true,
      mend: "mark the whole block as a table (Insert › Table)",
      look: { workbook, _ in
        workbook.sheets.enumerated().flatMap { index, sheet in
          sheet.blockOutsideTables(isCover: index == 0) + sheet.besideTables
        }
      }),
    WorkbookRule(
      id: "R02", text: "Table names are meaningful: letters, digits and underscores",
      mend: "name the table after what it holds (Table Design › Table Name)",
      unseen: "whether tables are named as in the manifest of a release",
      look: { workbook, _ in
        workbook.eachTable { sheet, table in
          let isWord = table.name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil
          let isDefault =
            table.name.wholeMatch(of: /(?i)(table|tabelle|tableau|tabla|tabela)_?\d+/) != nil
          guard !isWord || isDefault else { return [] }
          return [RuleBreach(sheet, table.area.firstCell, "table name \(table.name.quoted)")]
        }
      }),
    WorkbookRule(
      id: "R03", text: "No merged cells, no table within a table", isEssential: true,
      mend: "unmerge the cells; repeat the value in each, or widen the column",
      look: { workbook, _ in
        workbook.sheets.flatMap { sheet in
          sheet.layout.all("mergeCell").map { merged in
            let area = merged["ref"] ?? ""
            return RuleBreach(sheet, CellArea(area)?.firstCell, "merged cells \(area)")
          }
            + sheet.tables.indices.flatMap { index in
              sheet.tables[..<index].filter { $0.area.overlaps(sheet.tables[index].area) }.map {
                RuleBreach(
                  sheet, $0.area.firstCell,
                  "tables \($0.name) and \(sheet.tables[index].name) overlap")
              }
            }
        }
      }),
    WorkbookRule(
      id: "R04", text: "No blank rows or columns inside a table", isEssential: true,
      mend: "delete the blank row or column; use row heights and widths for space",
      look: { workbook, _ in
        workbook.eachTable { sheet, table in
          let filled = Set(
            sheet.rows.filter { row in
              row.cells.contains {
                !$0.isBlank && table.area.columns.contains($0.reference.column)
              }
            }.map(\.number))
          // A table that the file says is longer than any sheet needs is one breach, not a million.
          let blank = table.area.rows.lazy.filter { !filled.contains($0) }.prefix(1000)
          return blank.map { row in
            RuleBreach(
              sheet, CellReference(row: row, column: table.area.columns.lowerBound),
              "a blank row in the table \(table.name)")
          }
        }
      }),
    WorkbookRule(
      id: "R05", text: "Every table has one header row; every header is there and unique",
      isEssential: true, mend: "give each column one header of its own, in one row",
      look: { workbook, _ in workbook.eachTable { $0.headerBreaches(of: $1) } }),
    WorkbookRule(
      id: "R06", text: "A column of amounts or shares says its unit",
      mend: "write the unit into the header, such as “Transferred, USD”, or add a column “Unit”",
      unseen: "whether the same quantity has the same header everywhere",
      look: { workbook, _ in
        workbook.eachTable { sheet, table in
          guard !table.headers.contains(where: { $0.mentions("unit") }) else { return [] }
          return table.valueColumns.sorted().compactMap { column in
            let shown = sheet.body(of: table).lazy.compactMap { $0[column] }
              .filter { $0.number != nil }.map { workbook.look(of: $0).numberFormat.literal }
            guard let unit = shown.first(where: { !$0.allSatisfy { " ()-+".contains($0) } }),
              !table.header(column).mentions(unit.lowercased().filter { $0 != " " }),
              !(unit.contains("%") && table.header(column).mentions("percent", "share", "rate"))
            else { return nil }
            return RuleBreach(
              sheet, CellReference(row: table.area.rows.lowerBound, column: column),
              "numbers are shown with \(unit.quoted), the header is "
                + table.header(column).quoted)
          }
        }
      }),
  ]
}

extension InspectedSheet {
  /// Two rows of two cells and more that follow each other outside all tables.
  fileprivate func blockOutsideTables(isCover: Bool) -> [RuleBreach] {
    var last: InspectedCell?
    for row in rows {
      let outside = row.cells.filter { !$0.isBlank && !isInTable($0) }
      // A cover lists what the workbook is, in words, each with its name before it.
      let isFact = isCover && outside.count == 2 && outside.allSatisfy { $0.text != nil }
      guard outside.count > 1, !isFact else {
        last = nil
        continue
      }
      if let last, last.reference.row == row.number - 1 {
        return [RuleBreach(self, last.reference, "rows and columns that are no table")]
      }
      last = outside.first
    }
    return []
  }

  /// Cells that touch a table and do not belong to it.
  fileprivate var besideTables: [RuleBreach] {
    tables.compactMap { table in
      let below = row(table.area.rows.upperBound + 1)?.cells.first {
        !$0.isBlank && table.area.columns.contains($0.reference.column) && !isInTable($0)
      }
      let right = rows.lazy.filter { table.area.rows.contains($0.number) }
        .compactMap { $0[table.area.columns.upperBound + 1] }
        .first { !$0.isBlank && !isInTable($0) }
      guard let cell = below ?? right else { return nil }
      return RuleBreach(self, cell.reference, "a cell beside the table \(table.name), outside it")
    }
  }

  fileprivate func headerBreaches(of table: InspectedTable) -> [RuleBreach] {
    guard table.hasHeaderRow else {
      return [RuleBreach(self, table.area.firstCell, "table \(table.name) has no header row")]
    }
    var seen: Set<String> = []
    return table.area.columns.compactMap { column in
      let place = CellReference(row: table.area.rows.lowerBound, column: column)
      let cell = self[place.row, column]
      guard let header = cell?.text, !header.allSatisfy(\.isWhitespace) else {
        return RuleBreach(self, place, "a header that is no text")
      }
      if header.wholeMatch(of: /(?i)(column|spalte|colonne|columna)\d+/) != nil {
        return RuleBreach(self, place, "header \(header.quoted), which says nothing")
      }
      guard seen.insert(header.lowercased()).inserted else {
        return RuleBreach(self, place, "header \(header.quoted) a second time")
      }
      return nil
    }
  }
}
