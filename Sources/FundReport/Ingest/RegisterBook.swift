import Foundation
import Spreadsheet

/// The registers as one workbook, as people keep them whose programs spoil CSV files.
struct RegisterBook {
  /// One register's sheet, under the name it bears there.
  struct Page {
    var name: String
    var rows: [SheetRow]
    /// File and sheet, as mistakes name them.
    var shown: String
  }

  /// Relative to the data folder.
  static let path = "registers/registers.xlsx"

  private var pages: [String: Page] = [:]

  /// Nil where there is no such file; one that does not open is a mistake.
  init?(dataFolder: String, mistakes: MistakeList) {
    let full = dataFolder + "/" + Self.path
    guard FileManager.default.fileExists(atPath: full) else { return nil }
    do {
      let book = try WorkbookReader(path: full)
      for sheet in book.sheets {
        pages[FoldedText.label(sheet.name)] = Page(
          name: sheet.name, rows: try book.rows(of: sheet), shown: "\(full) › \(sheet.name)")
      }
    } catch {
      mistakes.add(full, nil, "\(error)")
    }
  }

  /// The sheet of a register; what is about people stays in a file of its own.
  func sheet(of definition: SourceDefinition) -> Page? {
    let names = [definition.csv, definition.name.name].compactMap { $0 }.map(FoldedText.label)
    return definition.isInMemory ? nil : names.lazy.compactMap { pages[$0] }.first
  }
}
