/// Why a workbook can not be written as described.
public enum WritingProblem: Hashable, Sendable {
  /// The folder of the file is missing, or closed to writing.
  case folderNotWritable(String)
  /// A workbook needs a sheet.
  case noSheets
  /// A sheet name Excel refuses or changes; the text says which rule it breaks.
  case sheetName(String)
  /// Two sheets of the same name, whatever the case.
  case sheetNameTaken
  /// A table name or defined name Excel refuses.
  case name(String)
  /// Two tables or defined names of the same name, whatever the case.
  case nameTaken(String)
  /// A table that can not be: the text says why.
  case table(String, why: String)
  /// A header cell that says something else than its table.
  case header(found: String, expected: String)
  /// More rows than a sheet holds.
  case tooManyRows
  /// More columns than a sheet holds.
  case tooManyColumns(Int)
  /// More characters than a cell holds.
  case textTooLong(Int)
  /// A formula longer than Excel reads, or an empty one.
  case formulaLength(Int)
  /// A number that is infinite or not a number.
  case notFinite(String)
  /// A day before 1900, after 9999 or that never was.
  case day(String)
  /// More links than a sheet holds.
  case tooManyLinks
  /// A link to a sheet that is not in the workbook.
  case linkTarget(String)
  /// An array formula whose cached value is text, which libxlsxwriter 1.1.4 can not store.
  case arrayFormulaWithText
  /// A width, height, count or area outside what Excel knows.
  case layout(String)
  /// The closure that produces the rows failed.
  case producer(String)
  /// A call of libxlsxwriter failed: the call and its own words.
  case library(call: String, message: String)
}

extension WritingProblem: CustomStringConvertible {
  /// What was found and what was expected.
  public var description: String {
    switch self {
    case .folderNotWritable(let folder):
      "folder \"\(folder)\" is missing or can not be written to"
    case .noSheets: "the workbook has no sheets; expected at least one"
    case .sheetName(let rule): "sheet name \(rule)"
    case .sheetNameTaken: "two sheets have this name; expected unique names, whatever the case"
    case .name(let name):
      "name \"\(name)\" is not a valid name; expected a letter or _, then letters, digits, _ and "
        + "dots, not like a cell reference"
    case .nameTaken(let name):
      "two tables or defined names are called \"\(name)\"; expected unique names, whatever the case"
    case .table(let name, let why): "table \"\(name)\" \(why)"
    case .header(let found, let expected):
      "header cell is \"\(found)\"; expected \"\(expected)\" as its table says"
    case .tooManyRows: "more than 1,048,576 rows; a sheet holds no more"
    case .tooManyColumns(let count): "\(count) columns; a sheet holds 16,384"
    case .textTooLong(let count): "text has \(count) characters; a cell holds 32,767"
    case .formulaLength(let count): "formula has \(count) characters; expected 1 to 8,192"
    case .notFinite(let number): "number is \(number); expected a finite one"
    case .day(let day): "date is \(day); expected a day from 1900-01-01 to 9999-12-31"
    case .tooManyLinks: "more than 65,530 links; a sheet holds no more"
    case .linkTarget(let target): "link leads to sheet \"\(target)\", which is not in the workbook"
    case .arrayFormulaWithText:
      "array formula has text as its cached value; expected a number, because the file format "
        + "library stores no other"
    case .layout(let what): what
    case .producer(let message): "the rows could not be produced: \(message)"
    case .library(let call, let message): "\(call) failed: \(message)"
    }
  }
}
