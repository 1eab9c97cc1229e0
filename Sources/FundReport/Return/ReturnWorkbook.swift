import Spreadsheet

/// The workbook that goes back to a submitter: what was found, what the form has come to, and its
/// own sheets with the cells in question marked.
struct ReturnWorkbook {
  /// A figure that a form has produced.
  struct Figure {
    var label: LanguageText
    var value: Double?
    var unit: String
  }

  /// How many rows of a sheet were read and what became of them.
  struct RowCount {
    var sheet: String
    var read: Int
    var accepted: Int
    var left: Int
  }

  var definition: ReturnDefinition
  var language: Language
  /// Name of the file as it was sent.
  var file: String
  /// accepted, refused or waiting.
  var state: ReturnDefinition.Word
  var findings: [Finding]
  var figures: [Figure]
  var counts: [RowCount]
  var sheets: [(name: String, rows: [SheetRow], headerRow: Int?)]
  var created: CalendarDay

  func workbook() -> Workbook {
    let names = sheetNames
    let submitted = zip(sheets, names).map { sheet, name in
      SubmittedSheet(
        name: name, rows: sheet.rows, headerRow: sheet.headerRow,
        findings: findings.filter { $0.sheet == sheet.name },
        words: severity
      ).sheet()
    }
    let shown = Dictionary(
      zip(sheets.map(\.name), names), uniquingKeysWith: { first, _ in first })
    return Workbook(
      properties: .init(
        title: "\(word(.title)): \(file)", subject: word(.findings), author: definition.publisher,
        language: language.rawValue, created: created),
      sheets: [findingsSheet(shown), figuresSheet] + submitted)
  }

  private func word(_ word: ReturnDefinition.Word) -> String {
    definition.words.text(word, language)
  }

  private func severity(_ finding: Finding) -> String {
    ReturnDefinition.Word(rawValue: finding.severity).map(word) ?? finding.severity
  }

  /// Names that spreadsheet programs take, none of them that of a sheet of ours.
  private var sheetNames: [String] {
    var taken: Set<String> = [word(.findings).lowercased(), word(.figures).lowercased(), "history"]
    return sheets.map { sheet in
      let allowed = String(
        String.UnicodeScalarView(
          sheet.name.unicodeScalars.filter {
            !"[]:*?/\\'".unicodeScalars.contains($0) && !$0.isInvisible
          }
        )
      ).trimmed
      let base = allowed.beginning(units: 24)
      var name = base.isEmpty ? "1" : allowed.utf16.count > 31 ? base : allowed
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(base) (\(number))"
        number += 1
      }
      return name
    }
  }

  private func findingsSheet(_ sheetNames: [String: String]) -> Sheet {
    var sheet = Sheet(name: word(.findings))
    sheet.columnWidths = [12, 9, 20, 9, 26, 34, 90]
    sheet.isLandscape = true
    let headers = [
      ReturnDefinition.Word.severity, .rule, .sheet, .cell, .found, .expected, .message,
    ]
    .map(word)
    let head =
      top + [
        SheetLine(
          height: RowHeight.fitting(headers, widths: sheet.columnWidths, isBold: true, adding: 4),
          cells: headers.map { .text($0, .formHeader) })
      ]
    var links = 0
    let lines = findings.map { finding -> SheetLine in
      let texts = [
        severity(finding), finding.rule, finding.sheet ?? "", "", finding.found, finding.expected,
        finding.message,
      ].map { String($0.prefix(2_000)) }
      var cells = texts.map { OutputCell.text($0, .body.centred) }
      cells[3] = place(finding, sheetNames, &links)
      return SheetLine(
        height: RowHeight.fitting(texts, widths: sheet.columnWidths, adding: 3), cells: cells)
    }
    sheet.rows = .rows(head + lines)
    sheet.frozenRows = head.count
    sheet.repeatedRows = head.count...head.count
    if !lines.isEmpty {
      sheet.autoFilter = CellArea(
        rows: head.count...(head.count + lines.count), columns: 1...headers.count)
    }
    return sheet
  }

  /// What stands above the findings: the file, its state, and what to do.
  private var top: [SheetLine] {
    [
      SheetLine(height: 24, cells: [.text(word(.title), .title)]),
      SheetLine(height: 17, cells: [.text("\(word(.file)): \(file)", .oneLine)]),
      SheetLine(height: 17, cells: [.text(word(state), .oneLine)]),
      SheetLine(height: 17, cells: [.text(word(.mend), .note)]),
      SheetLine(height: 17, cells: [.text(word(.marked), .note)]),
      SheetLine(),
    ]
  }

  /// The cell as a link to it, while a sheet has room for links.
  private func place(_ finding: Finding, _ sheetNames: [String: String], _ links: inout Int)
    -> OutputCell
  {
    guard let row = finding.row, let column = finding.column else {
      return .text("", .body.centred)
    }
    let place = CellReference(row: row, column: column)
    guard let name = finding.sheet.flatMap({ sheetNames[$0] }), SubmittedSheet.shows(finding),
      links < 60_000
    else { return .text("\(place)", .body.centred) }
    links += 1
    return .link(to: .sheet(name, place), text: "\(place)", .link.centred)
  }

  private var figuresSheet: Sheet {
    var sheet = Sheet(name: word(.figures))
    sheet.columnWidths = [60, 18, 18, 18]
    let header = { (words: [ReturnDefinition.Word]) in
      SheetLine(
        height: 20,
        cells: words.enumerated().map { index, word in
          .text(self.word(word), index == 0 ? .formHeader : .formNumberHeader)
        })
    }
    var lines = [
      SheetLine(height: 24, cells: [.text(word(.figures), .title)]),
      SheetLine(
        height: 17, cells: [.text(figures.isEmpty ? word(.noFigures) : word(.contents), .note)]),
      SheetLine(), header([.sheet, .rowsRead, .rowsAccepted, .rowsLeft]),
    ]
    for count in counts {
      let numbers = [count.read, count.accepted, count.left].map {
        OutputCell.number(Double($0), .integer.centred)
      }
      lines.append(
        SheetLine(height: 18, cells: [.text(count.sheet, .body.centred)] + numbers))
    }
    if !figures.isEmpty { lines += [SheetLine(), header([.figure, .value, .unit])] }
    for figure in figures {
      let label = figure.label.text(in: language)
      let value = figure.value.map {
        OutputCell.number($0, (figure.unit == "USD" ? CellStyle.money : .integer).centred)
      }
      lines.append(
        SheetLine(
          height: RowHeight.fitting([label], widths: [60], adding: 3),
          cells: [
            .text(label, .body.centred), value ?? .text("[x]", .mark.centred),
            .text(figure.unit, CellStyle(horizontal: .right, vertical: .centre)),
          ]))
    }
    sheet.rows = .rows(lines)
    return sheet
  }
}
