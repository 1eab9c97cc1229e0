extension WorkbookRule {
  /// R14, R15, R16, R18: finding one's way.
  static let front = [
    WorkbookRule(
      id: "R14", text: "The first sheet is a cover that says what the workbook is",
      mend: "add a line with this to the first sheet",
      look: { workbook, _ in
        guard let cover = workbook.sheets.first else { return [] }
        let words = cover.cells.compactMap(\.text).joined(separator: "\n")
        let needed: [(String, Bool)] = [
          ("a title in A1", cover.text(1, 1) != nil),
          ("the purpose", words.mentions("about", "purpose")),
          ("the period", words.contains(/\b(19|20)\d\d\b/)),
          ("the publisher", words.mentions("publisher", "published by")),
          ("a contact", words.mentions("contact", "e-mail", "email")),
          ("the licence", words.mentions("licence", "license", "copyright")),
          ("data as of", words.mentions("as of", "as at")),
          ("the release", words.mentions("release", "version")),
          ("the next update", words.mentions("next update", "next release", "next publication")),
        ]
        return needed.filter { !$0.1 }.map {
          RuleBreach(cover, nil, "the cover does not say \($0.0)")
        }
      }),
    WorkbookRule(
      id: "R15", text: "A sheet of contents leads to every table, and every link leads somewhere",
      mend: "list every sheet with a table on a sheet “Contents”, each as a link",
      look: { workbook, _ in workbook.contentsBreaches }),
    WorkbookRule(
      id: "R16",
      text: "A1 is the title, bold and larger; A2 says how many tables there are, and it or a "
        + "line below it names the marks used", isEssential: true,
      mend: "put the title into A1, bold and larger than the text, and into A2 a sentence such as "
        + "“One table. [x] not available”",
      look: { workbook, _ in
        workbook.sheets.enumerated().flatMap { index, sheet in
          workbook.titleBreaches(on: sheet, isCover: index == 0)
        }
      }),
    WorkbookRule(
      id: "R18", text: "Sheet names say what is there; no sheet is empty", isEssential: true,
      mend: "name the sheet after what it holds, in at most 31 characters; delete empty sheets",
      look: { workbook, _ in
        workbook.sheets.flatMap { sheet -> [RuleBreach] in
          var breaches: [RuleBreach] = []
          if sheet.name.count > 31 || sheet.name.first == " " || sheet.name.last == " " {
            breaches.append(RuleBreach(sheet, nil, "sheet name \(sheet.name.quoted)"))
          }
          if sheet.name.wholeMatch(of: /(?i)(sheet|tabelle|feuil|hoja|blad|foglio) ?\d+/) != nil {
            breaches.append(RuleBreach(sheet, nil, "sheet name \(sheet.name.quoted)"))
          }
          if sheet.cells.isEmpty && sheet.drawings.isEmpty {
            breaches.append(RuleBreach(sheet, nil, "an empty sheet"))
          }
          return breaches
        }
      }),
  ]
}

extension InspectedWorkbook {
  /// The name of the sheet a place such as `'Data Agreements'!A1` is on; nothing where it is lost.
  func sheetName(of place: String) -> String? {
    guard let mark = place.lastIndex(of: "!") else {
      let name = book.all("definedName").first { $0["name"]?.lowercased() == place.lowercased() }
      return name.flatMap { $0.text.contains("!") ? sheetName(of: $0.text) : nil }
    }
    var name = String(place[..<mark])
    if name.hasPrefix("'"), name.hasSuffix("'"), name.count > 1 {
      name = String(name.dropFirst().dropLast()).replacing("''", with: "'")
    }
    return sheet(named: name)?.name
  }

  fileprivate var contentsBreaches: [RuleBreach] {
    var breaches = sheets.flatMap { sheet in
      sheet.links.compactMap { link -> RuleBreach? in
        guard let place = link.location, sheetName(of: place) == nil else { return nil }
        return RuleBreach(sheet, link.cell, "a link to \(place.quoted), which is not there")
      }
    }
    let tables = sheets.dropFirst().filter { !$0.tables.isEmpty }
    guard tables.count > 1 else { return breaches }
    guard let contents = sheets.first(where: { $0.name.mentions("contents", "index") }) else {
      return breaches + [RuleBreach("no sheet “Contents”")]
    }
    let linked = Set(contents.links.compactMap { $0.location.flatMap(sheetName) })
    breaches += tables.filter { $0.name != contents.name && !linked.contains($0.name) }.map {
      RuleBreach(contents, nil, "no link to the sheet \($0.name.quoted)")
    }
    return breaches
  }

  fileprivate func titleBreaches(on sheet: InspectedSheet, isCover: Bool) -> [RuleBreach] {
    let start = CellReference(row: 1, column: 1)
    guard !sheet.cells.isEmpty else { return [] }
    guard let title = sheet[1, 1], title.text != nil,
      !sheet.tables.contains(where: { $0.area.contains(start) })
    else { return [RuleBreach(sheet, start, "no title in A1")] }
    var breaches: [RuleBreach] = []
    let look = look(of: title)
    if !look.isBold || look.size <= looks.body.size {
      breaches.append(RuleBreach(sheet, start, "a title that is not bold and larger"))
    }
    guard !isCover, !sheet.tables.isEmpty else { return breaches }
    let below = CellReference(row: 2, column: 1)
    let words = sheet.text(2, 1) ?? ""
    // In the language of the sheet: English, French or Spanish.
    if !words.contains(/(?i)\b(one|two|three|four|five|six|una?|\d+) (tables?|tableaux?|tablas?)\b/)
    {
      breaches.append(RuleBreach(sheet, below, "A2 does not say how many tables there are"))
    }
    let hasMarks = sheet.tables.contains(where: \.hasMarks)
    let help = sheet.wordsOutsideTables
    if hasMarks, !help.contains("["), !help.mentions("note", "shorthand", "symbol") {
      breaches.append(
        RuleBreach(sheet, below, "neither A2 nor a line below it mentions the marks in the table"))
    }
    return breaches
  }
}
