import Glibc

/// What can be told from the description of a workbook alone. libxlsxwriter passes over some of
/// these mistakes in silence and writes a file that Excel repairs or refuses.
extension Workbook {
  func check(file: String) throws(SpreadsheetError) {
    try checkFolder(file: file)
    guard !sheets.isEmpty else { throw error(.noSheets, file: file) }
    try checkNames(file: file)
    var sheetNames: Set<String> = []
    for sheet in sheets {
      if let problem = sheet.problem {
        throw error(problem, file: file, sheet: sheet.name)
      }
      guard sheetNames.insert(sheet.name.lowercased()).inserted else {
        throw error(.sheetNameTaken, file: file, sheet: sheet.name)
      }
    }
    guard properties.created.isStorable else {
      throw error(.day(properties.created.description), file: file)
    }
  }

  /// Looks before libxlsxwriter does, which prints to standard error itself.
  private func checkFolder(file: String) throws(SpreadsheetError) {
    let slash = file.lastIndex(of: "/")
    let folder = slash.map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
    guard access(folder, W_OK | X_OK) == 0 else {
      throw error(.folderNotWritable(folder), file: file)
    }
  }

  /// Tables and defined names share one space of names.
  private func checkNames(file: String) throws(SpreadsheetError) {
    var names: Set<String> = []
    func check(_ name: String, sheet: String?) throws(SpreadsheetError) {
      guard NameRule.allows(name) else { throw error(.name(name), file: file, sheet: sheet) }
      guard names.insert(name.lowercased()).inserted else {
        throw error(.nameTaken(name), file: file, sheet: sheet)
      }
    }
    for sheet in sheets {
      for table in sheet.tables { try check(table.name, sheet: sheet.name) }
    }
    for (name, _) in definedNames { try check(name, sheet: nil) }
  }

  private func error(
    _ problem: WritingProblem, file: String, sheet: String? = nil
  ) -> SpreadsheetError {
    SpreadsheetError(file: file, sheet: sheet, reason: .unwritable(problem))
  }
}
