import Spreadsheet

/// The visible sheet with the texts that drop-down lists offer.
struct FormLists {
  var template: TemplateDefinition
  var language: Language
  var lists: [String: CodeList]
  /// The reporting year: a code retired by then is not offered, nor shown.
  var year: Int?
  /// Codes that alone are offered, by list.
  var choices: [String: Set<String>]
  /// The lists in the order of the sheet, each under the label of the first field that uses it.
  private(set) var columns: [(list: String, title: String, texts: [String])] = []

  static let firstRow = 5
  private static let longest = 40
  /// The list of answers to a question of yes or no, which is no code list.
  static let yesNo = "yes/no"

  init(
    template: TemplateDefinition, sources: [SourceDefinition], lists: [String: CodeList],
    language: Language, year: Int? = nil, choices: [String: Set<String>] = [:]
  ) {
    self.template = template
    self.language = language
    self.lists = lists
    self.year = year
    self.choices = choices
    let words = template.words
    let answers = [FormWord.yes, .no, .unknown].map { words.text($0, language) }
    columns.append((Self.yesNo, answers.joined(separator: " / "), answers))
    for field in sources.flatMap(\.fields) {
      guard let name = field.type.list, !columns.contains(where: { $0.list == name }),
        let list = lists[name]
      else { continue }
      columns.append((name, field.label.text(in: language), texts(of: list)))
    }
  }

  var sheetName: String { template.listsSheet.text(in: language) }

  /// The range of a drop-down list.
  func range(of list: String) -> String? {
    guard let index = columns.firstIndex(where: { $0.list == list }) else { return nil }
    let column = CellReference.columnName(index + 1)
    let last = Self.firstRow + columns[index].texts.count - 1
    return "=\(sheetName.asSheetReference)!$\(column)$\(Self.firstRow):$\(column)$\(last)"
  }

  /// What a drop-down list offers.
  func offered(in list: String) -> [String] { columns.first { $0.list == list }?.texts ?? [] }

  /// What a form shows for a code.
  func text(of code: String, in list: String) -> String {
    // In place of a retired code stands the one to use now.
    let retired = lists[list]?.retirement(of: code).flatMap { retired in
      year.map { $0 >= retired.year } == true ? retired.successor?.code : nil
    }
    let code = retired ?? code
    guard !template.codesShown.contains(list),
      let known = lists[list]?.codes.first(where: { $0.code == code })
    else { return code }
    return known.labels.text(in: language)
  }

  private func texts(of list: CodeList) -> [String] {
    let codes = list.codes(in: year).filter { choices[list.name.name]?.contains($0.code) ?? true }
    var texts = codes.map { text(of: $0.code, in: list.name.name) }
    // A short list keeps the order of its codes, which often means something; in a long one a name
    // must be found.
    if texts.count > Self.longest {
      texts.sort { byteOrder(FoldedText.name($0), FoldedText.name($1)) }
    }
    if template.aliasesShown.contains(list.name.name) {
      texts += codes.flatMap { list.aliases(of: $0) }
    }
    return texts
  }

  func sheet() -> Sheet {
    var sheet = Sheet(name: sheetName)
    let deepest = columns.map(\.texts.count).max() ?? 0
    var lines = [
      SheetLine(height: 24, cells: [.text(sheetName, .title)]),
      SheetLine(height: 17, cells: [.text(template.listsHelp.text(in: language), .note)]),
      SheetLine(),
      SheetLine(cells: columns.map { .text($0.title, .formHeader) }),
    ]
    for row in 0..<deepest {
      lines.append(
        SheetLine(
          cells: columns.map { row < $0.texts.count ? .text($0.texts[row], .oneLine) : .blank() }))
    }
    sheet.rows = .rows(lines)
    sheet.columnWidths = columns.map {
      ColumnWidth.fitting($0.texts + [$0.title], isBold: true, atMost: 60)
    }
    sheet.frozenRows = Self.firstRow - 1
    sheet.isProtected = true
    sheet.isLandscape = true
    sheet.repeatedRows = (Self.firstRow - 1)...(Self.firstRow - 1)
    sheet.repeatedColumns = 0
    sheet.spreadOverPages()
    return sheet
  }
}

extension String {
  /// A sheet's name as formulas take it.
  var asSheetReference: String { "'" + replacing("'", with: "''") + "'" }
}

extension CellStyle {
  /// The heading of a column to fill in.
  static let formHeader = CellStyle(
    isBold: true, wraps: true, horizontal: .left, vertical: .bottom, fill: 0xDCE6F1,
    border: .thinBottom)
  /// The heading of a column of results.
  static let formNumberHeader = CellStyle(
    isBold: true, wraps: true, horizontal: .right, vertical: .bottom, fill: 0xDCE6F1,
    border: .thinBottom)
  /// The same, clear of the lines above and below.
  var centred: CellStyle {
    var style = self
    style.vertical = .centre
    return style
  }
  /// A word above a heading.
  static let formWord = CellStyle(size: 10, horizontal: .left, fontColour: 0x404040)
  /// What a form begins with.
  static let fromBefore: UInt32 = 0xE7E6E6
}
