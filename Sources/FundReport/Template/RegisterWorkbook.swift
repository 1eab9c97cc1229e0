import Spreadsheet

/// The registers as one workbook: a sheet each with its rows, rules and drop-down lists of codes.
struct RegisterWorkbook {
  var template: TemplateDefinition
  var registers: [Reference.Register]
  var lists: [String: CodeList]

  private static let language = Language.english
  private static let room = 500

  func workbook() -> Workbook {
    var template = template
    // Whoever keeps registers works with codes.
    template.codesShown = lists.keys.sorted()
    template.aliasesShown = []
    let kept = registers.filter { !$0.sheet.source.isInMemory }
    let offered = FormLists(
      template: template, sources: kept.map(\.sheet.source), lists: lists,
      language: Self.language)
    let input = FormInput(lists: offered, words: template.words) { _ in nil }
    let rows = FormRows(lists: offered, words: template.words, fill: nil)
    return Workbook(
      properties: .init(
        title: "Registers", subject: "Registers", author: template.publisher, language: "en",
        created: CalendarDay(daysSince1970: 10_957)),  // 2000-01-01: equal content, equal bytes
      sheets: kept.map { sheet($0.sheet, rows, input) } + [offered.sheet()])
  }

  private func sheet(_ register: ReadSheet, _ rows: FormRows, _ input: FormInput) -> Sheet {
    let source = register.source
    // Named after the file it replaces; Excel keeps some plain words for itself.
    var sheet = Sheet(name: source.csv ?? source.name.name)
    sheet.frozenRows = 1
    sheet.isLandscape = true
    sheet.repeatedRows = 1...1
    sheet.footer = "Registers"
    sheet.columnStyles = source.fields.map(\.inputStyle)
    let headers = source.fields.map { $0.name.name + ($0.isRequired ? " *" : "") }
    var texts = headers.map { [$0] }
    let lines = register.rows.map { row in
      zip(source.fields, row.values).enumerated().map { index, pair -> OutputCell in
        guard let text = pair.1.plainText else { return .blank() }
        texts[index].append(text)
        return pair.0.type.isList
          ? .text(text, pair.0.inputStyle) : rows.cell(text, pair.0)
      }
    }
    sheet.columnWidths = texts.map { max(12, ColumnWidth.fitting($0, isBold: true, atMost: 40)) }
    sheet.rows = .rows(
      [SheetLine(height: 20, cells: headers.map { .text($0, .formHeader) })]
        + lines.map { SheetLine(cells: $0) })
    let last = 1 + register.rows.count + Self.room
    sheet.inputRules = source.fields.enumerated().filter { !$0.element.type.isList }.map {
      input.rule(
        $0.element, area: CellArea(rows: 2...last, columns: ($0.offset + 1)...($0.offset + 1)))
    }
    return sheet
  }
}

extension LandedValue {
  /// The value as one text, as it landed; nil for none.
  var plainText: String? {
    switch self {
    case .null: nil
    case .integer(let number): String(number)
    case .text(let text): text
    case .list(let values): values.joined(separator: ";")
    }
  }
}
