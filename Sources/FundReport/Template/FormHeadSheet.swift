import GRDB
import Spreadsheet

/// The head of a form: a question in column A, its answer in column B, what it means in column C.
struct FormHeadSheet {
  var source: SourceDefinition
  var lists: FormLists
  var words: FormWords
  var title: String
  /// Answers that are known beforehand, by field, as texts.
  var known: [Identifier: String]
  /// Questions that this form asks.
  var fields: [SourceDefinition.Field]

  private static let firstRow = 6
  private var language: Language { lists.language }
  private var name: String { source.sheetName?.text(in: language) ?? source.title }

  var place: FormPlace {
    var position: [Identifier: Int] = [:]
    for (index, field) in fields.enumerated() { position[field.name] = Self.firstRow + index }
    return FormPlace(
      source: source, sheet: name, rows: Self.firstRow...(Self.firstRow + fields.count),
      position: position)
  }

  func sheet(_ input: FormInput, rows: FormRows) -> Sheet {
    var sheet = Sheet(name: name)
    let labels = fields.map { $0.label.text(in: language) + ($0.isRequired ? " *" : "") }
    sheet.columnWidths = [ColumnWidth.fitting(labels, isBold: true, atMost: 44), 24, 90]
    sheet.isProtected = true
    sheet.isLandscape = true
    sheet.frozenRows = Self.firstRow - 1
    let headings = [FormWord.question, .answer, .explanation].map {
      OutputCell.text(words.text($0, language), .formHeader)
    }
    let head = [
      SheetLine(height: 24, cells: [.text(title, .title)]),
      SheetLine(height: 17, cells: [.text(source.help?.text(in: language) ?? "", .note)]),
      SheetLine(height: 17, cells: [.text(words.text(.privacy, language), .note)]),
      SheetLine(),
      SheetLine(height: 20, cells: headings),
    ]
    sheet.rows = .rows(head + zip(fields, labels).map { line($0, $1, rows, sheet.columnWidths) })
    for (index, field) in fields.enumerated() where !isLocked(field) {
      let row = Self.firstRow + index
      sheet.inputRules.append(input.rule(field, area: CellArea(rows: row...row, columns: 2...2)))
    }
    return sheet
  }

  /// What says whose form it is stays as the office wrote it; the next version has another number.
  private func isLocked(_ field: SourceDefinition.Field) -> Bool {
    known[field.name] != nil && field.name != source.head?.version
  }

  private func line(
    _ field: SourceDefinition.Field, _ label: String, _ rows: FormRows, _ widths: [Double]
  ) -> SheetLine {
    let need = words.text(isLocked(field) ? .known : field.need, language)
    let help = field.help.map { " – " + $0.text(in: language) } ?? ""
    let meaning = need.capitalisedFirst + help
    return SheetLine(
      height: RowHeight.fitting([label, "", meaning], widths: widths, adding: 5),
      cells: [
        .text(label, .boldBody.centred), answer(field, rows),
        .text(meaning, .body.indented.centred),
      ])
  }

  private func answer(_ field: SourceDefinition.Field, _ rows: FormRows) -> OutputCell {
    var open = field.inputStyle
    open.border = .thinAll
    open.horizontal = .left
    open.indent = 1
    guard let text = known[field.name] else { return .blank(open) }
    guard isLocked(field) else { return .number(Double(text) ?? 1, open) }
    var locked = open
    locked.isUnlocked = false
    locked.fill = CellStyle.fromBefore
    if field.type == .whole, let number = Double(text) { return .number(number, locked) }
    return .text(field.type.list.map { lists.text(of: text, in: $0) } ?? text, locked)
  }
}
