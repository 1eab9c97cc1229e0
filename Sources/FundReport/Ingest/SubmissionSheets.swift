import Foundation
import Spreadsheet

/// The sheets of one submission, whether it came as a workbook, a CSV folder or one CSV file.
struct SubmissionSheets {
  private enum Contents {
    case workbook(WorkbookReader)
    case files(folder: String, DelimitedFolder)
  }

  /// Names of the sheets, in their order; for CSV the file names.
  let names: [String]
  /// Whether formulas of the file take values from other files.
  private(set) var hasExternalLinks = false
  private let contents: Contents

  init(_ entry: Inbox.Entry, dataFolder: String) throws(SpreadsheetProblem) {
    let path = dataFolder + "/" + entry.path
    switch entry.kind {
    case .csvFolder:
      names = entry.members.filter { $0.lowercased().hasSuffix(".csv") }
      contents = .files(folder: path, try DelimitedFolder(folder: path))
    case .csvFile:
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/")
      names = [String(path.dropFirst(folder.utf8.count + 1))]
      contents = .files(folder: folder, try DelimitedFolder(folder: folder))
    case .workbook, .other, .document:
      do {
        let workbook = try WorkbookReader(path: path)
        names = workbook.sheets.map(\.name)
        contents = .workbook(workbook)
        hasExternalLinks = workbook.hasExternalLinks
      } catch {
        throw SpreadsheetProblem(error)
      }
    }
  }

  /// A hundred times what a form has room for; each may be told to several people.
  static let mostRows = 50_000
  /// The cells of a sheet that hold something, and the fields of a CSV file.
  ///
  /// A sheet is held in memory, and several may point at the same large part.
  static let mostCells = 1_000_000

  func rows(of name: String, for source: SourceDefinition) throws(SpreadsheetProblem) -> [SheetRow]
  {
    switch contents {
    case .files(let folder, let files):
      let rows: [SheetRow]
      do {
        rows = try files.rows(
          ofFile: folder + "/" + name, name: name, allowsShortRows: source.allowsShortRows,
          mostCells: Self.mostCells)
      } catch {
        throw SpreadsheetProblem(
          message: error.message, sheet: name, row: error.row, column: error.column)
      }
      guard rows.count <= Self.mostRows else {
        throw SpreadsheetProblem(Self.tooMany("rows", of: name, Self.mostRows))
      }
      return rows
    case .workbook(let workbook):
      guard let sheet = workbook.sheets.first(where: { $0.name == name }) else { return [] }
      do {
        var rows: [SheetRow] = []
        var cells = 0
        try workbook.rows(of: sheet) { row throws(SpreadsheetError) in
          guard rows.count < Self.mostRows else {
            throw Self.tooMany("rows", of: name, Self.mostRows)
          }
          cells += row.cells.count
          guard cells <= Self.mostCells else {
            throw Self.tooMany("cells", of: name, Self.mostCells)
          }
          rows.append(row)
        }
        return rows
      } catch {
        throw SpreadsheetProblem(error)
      }
    }
  }

  private static func tooMany(_ what: String, of sheet: String, _ limit: Int) -> SpreadsheetError {
    SpreadsheetError(
      file: "", sheet: sheet, reason: .tooLarge(what: "the \(what) of the sheet", limit: limit))
  }

  /// The sheets that may hold a source's table, going by their names alone.
  func candidates(for source: SourceDefinition) -> [String] {
    switch contents {
    case .files:
      guard let csv = source.csv else { return names }
      return names.filter { $0.lowercased() == csv.lowercased() }
    case .workbook:
      guard !source.sheets.isEmpty else { return names }
      let wanted = Set(source.sheets.map(FoldedText.label))
      return names.filter { wanted.contains(FoldedText.label($0)) }
    }
  }

  /// What the sheet of a source would be called here.
  func expectedName(for source: SourceDefinition) -> String {
    switch contents {
    case .files: source.csv ?? "a CSV file"
    case .workbook: source.sheets.first ?? source.title
    }
  }
}
