import Foundation
import Spreadsheet

// Prints every cell of the workbooks named on the command line, for Tests/Witnesses/read_witness.py:
// file, sheet, reference, type and value, one cell a line, between tabs.

func escaped(_ text: String) -> String {
  text.replacingOccurrences(of: "\\", with: "\\\\")
    .replacingOccurrences(of: "\t", with: "\\t")
    .replacingOccurrences(of: "\n", with: "\\n")
    .replacingOccurrences(of: "\r", with: "\\r")
}

func described(_ value: CellValue) -> (type: String, text: String) {
  switch value {
  case .text(let text): ("text", escaped(text))
  case .number(let number): ("number", DecimalText.shortest(number))
  case .date(let day, let seconds): ("date", "\(day) \(seconds)")
  case .boolean(let truth): ("boolean", "\(truth)")
  case .error(let error): ("error", error)
  }
}

for path in CommandLine.arguments.dropFirst() {
  let file = URL(filePath: path).lastPathComponent
  do {
    let workbook = try WorkbookReader(path: path)
    for sheet in workbook.sheets {
      print(file, escaped(sheet.name), "", "sheet", sheet.isHidden, separator: "\t")
      try workbook.rows(of: sheet) { row throws(SpreadsheetError) in
        for cell in row.cells {
          let (type, text) = described(cell.value)
          print(file, escaped(sheet.name), cell.reference, type, text, separator: "\t")
        }
      }
    }
  } catch {
    print(file, "", "", "refused", "\(error)", separator: "\t")
  }
}
