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
  /// Rows of it that are printed.
  var printedRoom: Int

  private static let headerRow = 5
  private static let firstRow = 6
  private var language: Language { lists.language }

  /// Column A numbers the rows; the fields follow.
  var place: FormPlace {
    var position: [Identifier: Int] = [:]
    var column = 2
    for field in source.formFields {
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
    let headings = source.formFields.flatMap(headings)
    sheet.columnWidths =
      [6]
      + zip(headings, columnFields).enumerated().map { index, column in
        width(column.0, column.1, filled.map { $0[index] })
      }
    sheet.columnStyles = [nil] + columnFields.map { isOfOthers ? nil : $0.inputStyle }
    setPages(of: &sheet, place)
    sheet.isProtected = isOfOthers
    sheet.tabColour = isOfOthers ? 0xBFBFBF : nil
    sheet.rows = .rows(
      head(headings, widths: sheet.columnWidths) + body(place.rows, sheet.columnWidths))
    guard !isOfOthers else { return sheet }
    for field in source.formFields {
      guard let first = place.position[field.name] else { continue }
      let area = CellArea(rows: place.rows, columns: first...(first + field.columnCount - 1))
      sheet.inputRules.append(input.rule(field, area: area))
    }
    return sheet
  }

  /// Pages on which the texts can be read, each beginning with number and name of its rows.
  private func setPages(of sheet: inout Sheet, _ place: FormPlace) {
    sheet.spreadOverPages()
    sheet.repeatedRows = (Self.headerRow - 1)...Self.headerRow
    guard !isOfOthers else { return }
    let printed = min(filled.count + printedRoom, place.rows.count)
    sheet.printArea = CellArea(
      rows: 1...(Self.headerRow + printed), columns: 1...sheet.columnWidths.count)
    sheet.footer = words.text(.printed, language).replacing("{last}", with: "\(printed)")
  }

  /// The field of each column after the first.
  private var columnFields: [SourceDefinition.Field] {
    source.formFields.flatMap { Array(repeating: $0, count: $0.columnCount) }
  }

  private func headings(_ field: SourceDefinition.Field) -> [String] {
    let label = field.label.text(in: language)
    let mark = field.isRequired ? " *" : ""
    guard field.type.isList else { return [label + mark] }
    return (1...field.columnCount).map { "\(label) \($0)\(mark)" }
  }

  private func width(
    _ heading: String, _ field: SourceDefinition.Field, _ filled: [OutputCell]
  ) -> Double {
    let usual: Double =
      switch field.type {
      case .text where field.isLong, .texts where field.isLong: 60
      case .text, .texts:
        max(field.isRequired ? 28 : 18, ColumnWidth.fitting(filled.map(\.shownText), atMost: 44))
      case .code(let list), .codes(let list):
        // What is chosen can be read without widening the column.
        max(12, ColumnWidth.fitting(lists.offered(in: list), atMost: 52))
      case .yesNo, .whole: 12
      case .amount, .money, .decimal: 16
      case .date, .partialDate: 16
      }
    // Headings wrap between words.
    let words = heading.split(separator: " ").map(String.init)
    return max(usual, ColumnWidth.fitting(words, isBold: true, atMost: 24))
  }

  private func head(_ headings: [String], widths: [Double]) -> [SheetLine] {
    let help = source.help?.text(in: language) ?? ""
    let from = words.text(.prefilled, language).replacing("{year}", with: filledFrom)
    let note = isOfOthers ? words.text(.otherForm, language) : filled.isEmpty ? "" : from
    let needs = zip(columnFields, headerStyles).map { field, style in
      var word = CellStyle.formWord
      word.horizontal = style.horizontal
      word.indent = style.indent
      return OutputCell.text(words.text(field.need, language), word)
    }
    return [
      SheetLine(height: 24, cells: [.text(name, .title)]),
      SheetLine(height: 17, cells: [.text(help, .note)]),
      SheetLine(height: 17, cells: [.text(note, .note)]),
      SheetLine(
        height: 15,
        cells: [.text(words.text(.number, language), .formWord)] + needs),
      SheetLine(
        height: RowHeight.fitting([""] + headings, widths: widths, isBold: true, adding: 4),
        cells: [.blank(.formHeader)] + zip(headings, headerStyles).map { .text($0, $1) }),
    ]
  }

  /// The looks of the headings: above numbers they end where the numbers do.
  private var headerStyles: [CellStyle] {
    columnFields.map { field in
      let cells = field.inputStyle
      return cells.horizontal == .right ? .formNumberHeader.indented : .formHeader
    }
  }

  private func body(_ rows: ClosedRange<Int>, _ widths: [Double]) -> [SheetLine] {
    guard !isOfOthers else { return [] }
    let wraps = [false] + columnFields.map(\.isLong)
    return rows.enumerated().map { index, _ in
      let number = OutputCell.number(Double(index + 1), .rowNumber)
      guard index < filled.count else {
        // Where sentences are typed the row grows with them.
        return SheetLine(height: wraps.contains(true) ? nil : 18, cells: [number])
      }
      let cells = [number] + filled[index]
      let texts = zip(cells, wraps).map { $1 ? $0.shownText : "" }
      return SheetLine(
        height: RowHeight.fitting(texts, widths: widths, adding: 4), cells: cells)
    }
  }
}

extension CellStyle {
  fileprivate static let rowNumber = CellStyle(
    size: 10, numberFormat: "0", horizontal: .right, vertical: .centre,
    fontColour: 0x595959, indent: 1)
}

extension OutputCell {
  /// The text of a cell of text.
  fileprivate var shownText: String {
    if case .text(let text, _) = self { text } else { "" }
  }
}
