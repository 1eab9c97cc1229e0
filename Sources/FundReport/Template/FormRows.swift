import GRDB
import Spreadsheet

/// The accepted rows of an earlier form, as a new one shows them.
struct FormRows {
  var lists: FormLists
  var words: FormWords
  /// The fill of cells with a value from before; nil for none.
  var fill: UInt32? = CellStyle.fromBefore

  /// The columns a field takes: a list is spread over several, so that each can be chosen.
  static let listColumns = 3

  /// Lines of cells by column, without a submission none.
  func lines(of source: SourceDefinition, in submission: Int64?, _ db: Database) throws
    -> [[OutputCell]]
  {
    guard let submission else { return [] }
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM \(source.view) WHERE submission = ? ORDER BY row_id",
      arguments: [submission])
    return rows.map { row in source.formFields.flatMap { cells(row, $0) } }
  }

  private func cells(_ row: Row, _ field: SourceDefinition.Field) -> [OutputCell] {
    guard field.isPrefilled, let text = row.text(field.name.name) else {
      return Array(repeating: .blank(style(field)), count: field.columnCount)
    }
    guard field.type.isList else { return [cell(text, field)] }
    var texts = text.split(separator: ";").map { shown(String($0), field) }
    // What has no column of its own shares the last.
    if texts.count > Self.listColumns {
      let last = texts[(Self.listColumns - 1)...].joined(separator: "; ")
      texts = texts.prefix(Self.listColumns - 1) + [last]
    }
    texts += Array(repeating: "", count: Self.listColumns - texts.count)
    return texts.map { $0.isEmpty ? .blank(style(field)) : .text($0, style(field)) }
  }

  /// One value as a cell of a form.
  func cell(_ text: String, _ field: SourceDefinition.Field) -> OutputCell {
    let style = style(field)
    switch field.type {
    case .yesNo: return .text(words.text(text == "1" ? .yes : .no, lists.language), style)
    case .whole, .decimal:
      // A number with more digits than a cell keeps stays as its digits.
      if let number = Double(text),
        DecimalNumber(DecimalText.shortest(number)) == DecimalNumber(text)
      {
        return .number(number, style)
      }
    case .amount:
      if let number = Int64(text) { return .number(Double(number) / 10_000, style) }
    case .money:
      if let number = Int64(text) { return .number(Double(number) / 100, style) }
    case .date:
      if let day = CalendarDay(iso8601: text) { return .date(day, style) }
    case .text, .texts, .code, .codes, .partialDate: break
    }
    return .text(shown(text, field), style)
  }

  private func shown(_ text: String, _ field: SourceDefinition.Field) -> String {
    field.type.list.map { lists.text(of: text, in: $0) } ?? text
  }

  private func style(_ field: SourceDefinition.Field) -> CellStyle {
    var style = field.inputStyle
    style.fill = fill
    return style
  }
}

extension SourceDefinition {
  /// The fields in the order of a form: what is always required first, what is optional last.
  var formFields: [Field] {
    [FormWord.required, .atTimes, .optional].flatMap { need in fields.filter { $0.need == need } }
  }
}

extension SourceDefinition.Field {
  /// The word for whether it must be filled in.
  var need: FormWord { isRequired ? .required : isRequiredAtTimes ? .atTimes : .optional }

  /// How many columns of a form the field takes.
  var columnCount: Int { type.isList ? FormRows.listColumns : 1 }

  /// How its cells look and what spreadsheet programs may make of what is typed.
  var inputStyle: CellStyle {
    switch type {
    // As text, so that neither a reference such as 03-05 nor a month becomes a date.
    case .text, .texts, .code, .codes, .yesNo, .partialDate:
      CellStyle(
        wraps: isLong, numberFormat: "@", horizontal: .left, vertical: .centre, isUnlocked: true)
    // Numbers are set in, because a text may begin close after them.
    case .whole:
      CellStyle(
        numberFormat: "0", horizontal: .right, vertical: .centre, indent: 1, isUnlocked: true)
    case .amount, .money, .decimal:
      CellStyle(
        numberFormat: "#,##0.00##", horizontal: .right, vertical: .centre, indent: 1,
        isUnlocked: true)
    case .date:
      CellStyle(
        numberFormat: "yyyy-mm-dd", horizontal: .left, vertical: .centre, isUnlocked: true)
    }
  }
}
