import Spreadsheet

/// A table of a form: title, two lines of help, the words above the headings, then the rows.
struct FormTableSheet {
  var source: SourceDefinition
  var lists: FormLists
  var words: FormWords
  /// What the form begins with, and the year it comes from.
  var filled: [[OutputCell]]
  var filledFrom: String
  /// Whether another organisation fills the sheet in.
  var isOfOthers: Bool
  var room: Int

  private static let headerRow = 5
  private static let firstRow = 6
  private var language: Language { lists.language }

  /// Column A numbers the rows; the fields follow.
  var place: FormPlace {
    var position: [Identifier: Int] = [:]
    var column = 2
    for field in source.fields {
      position[field.name] = column
      column += field.columnCount
    }
    return FormPlace(
      source: source, sheet: name,
      rows: Self.firstRow...(Self.firstRow + filled.count + max(1, room) - 1), position: position)
  }

  private var name: String { source.sheetName?.text(in: language) ?? source.title }

  func sheet(_ input: FormInput) -> Sheet {
    let place = place
    var sheet = Sheet(name: name)
    sheet.frozenRows = Self.headerRow
    sheet.frozenColumns = 2
    sheet.isLandscape = true
    sheet.repeatedRows = Self.headerRow...Self.headerRow
    let headings = source.fields.flatMap(headings)
    sheet.columnWidths = [6] + zip(headings, columnFields).map(width)
    sheet.columnStyles = [nil] + columnFields.map { isOfOthers ? nil : $0.inputStyle }
    sheet.isProtected = isOfOthers
    sheet.tabColour = isOfOthers ? 0xBFBFBF : nil
    sheet.rows = .rows(head(headings, widths: sheet.columnWidths) + body(place.rows))
    guard !isOfOthers else { return sheet }
    for field in source.fields {
      guard let first = place.position[field.name] else { continue }
      let area = CellArea(rows: place.rows, columns: first...(first + field.columnCount - 1))
      sheet.inputRules.append(input.rule(field, area: area))
    }
    return sheet
  }

  /// The field of each column after the first.
  private var columnFields: [SourceDefinition.Field] {
    source.fields.flatMap { Array(repeating: $0, count: $0.columnCount) }
  }

  private func headings(_ field: SourceDefinition.Field) -> [String] {
    let label = field.label.text(in: language)
    let mark = field.isRequired ? " *" : ""
    guard field.type.isList else { return [label + mark] }
    return (1...field.columnCount).map { "\(label) \($0)\(mark)" }
  }

  private func width(_ heading: String, _ field: SourceDefinition.Field) -> Double {
    let usual: Double =
      switch field.type {
      case .text, .texts: field.isRequired ? 28 : 18
      case .code(let list), .codes(let list):
        // What is chosen can be read without widening the column.
        max(12, ColumnWidth.fitting(lists.offered(in: list), atMost: 52))
      case .yesNo, .whole: 12
      case .amount, .money, .decimal: 16
      case .date, .partialDate: 16
      }
    return max(usual, ColumnWidth.fitting([heading], isBold: true, atMost: usual))
  }

  private func head(_ headings: [String], widths: [Double]) -> [SheetLine] {
    let help = source.help?.text(in: language) ?? ""
    let from = words.text(.prefilled, language).replacing("{year}", with: filledFrom)
    let note = isOfOthers ? words.text(.otherForm, language) : filled.isEmpty ? "" : from
    let requirements = source.fields.flatMap { field in
      Array(
        repeating: words.text(field.isRequired ? .required : .optional, language),
        count: field.columnCount)
    }
    return [
      SheetLine(height: 24, cells: [.text(name, .title)]),
      SheetLine(height: 17, cells: [.text(help, .note)]),
      SheetLine(height: 17, cells: [.text(note, .note)]),
      SheetLine(
        height: 15,
        cells: [.text(words.text(.number, language), .formWord)]
          + requirements.map { .text($0, .formWord) }),
      SheetLine(
        height: RowHeight.fitting([""] + headings, widths: widths, isBold: true, adding: 4),
        cells: [.blank(.formHeader)] + headings.map { .text($0, .formHeader) }),
    ]
  }

  private func body(_ rows: ClosedRange<Int>) -> [SheetLine] {
    guard !isOfOthers else { return [] }
    return rows.enumerated().map { index, _ in
      let number = OutputCell.number(Double(index + 1), .rowNumber)
      return SheetLine(height: 18, cells: [number] + (index < filled.count ? filled[index] : []))
    }
  }
}

extension CellStyle {
  fileprivate static let rowNumber = CellStyle(
    size: 10, numberFormat: "0", horizontal: .right, vertical: .centre, fontColour: 0x595959)
}
