import Foundation
import Spreadsheet

/// One register file, read against its definition: any mistake in it stops the run.
struct RegisterReading {
  var definition: SourceDefinition
  var cells: CellReading

  /// Rows of the register; none when the file is not there.
  ///
  /// Unknown columns are returned as problems without loss.
  ///
  /// - Throws: what the disk says of a file that is there and cannot be read.
  func read(_ path: String, shownAs shown: String, mistakes: MistakeList) throws -> ReadSheet {
    let layout = SheetLayout(sheet: "", headerRow: 1, columns: [], unknown: [])
    var sheet = ReadSheet(source: definition, layout: layout)
    guard let data = try FileContents.read(path) else {
      if definition.isRequired {
        mistakes.add(shown, nil, "the register is missing; expected a CSV file with its columns")
      }
      return sheet
    }
    do {
      let dialect = CSVDialect(allowsShortRows: definition.allowsShortRows)
      let rows = try CSVReader.rows(of: [UInt8](data), file: shown, dialect: dialect)
      guard !rows.isEmpty else {
        mistakes.add(shown, 1, "the file is empty; expected a header row")
        return sheet
      }
      sheet = SheetReading(source: definition, cells: cells).read(rows, sheet: "")
      if definition.isInMemory { sheet.problems = sheet.problems.map(\.withoutValues) }
    } catch {
      let error = definition.isInMemory ? error.withoutValues : error
      mistakes.add(shown, error.cell?.row, "\(error)")
      return sheet
    }
    report(sheet, shown, mistakes)
    return sheet
  }

  /// The register as a sheet of the workbook of registers, with the same checks.
  func read(_ page: RegisterBook.Page, mistakes: MistakeList) -> ReadSheet {
    let sheet = SheetReading(source: definition, cells: cells).read(page.rows, sheet: page.name)
    report(sheet, page.shown, mistakes)
    return sheet
  }

  private func report(_ sheet: ReadSheet, _ shown: String, _ mistakes: MistakeList) {
    for problem in sheet.problems where problem.kind.loss != .nothing || problem.kind == .rounded {
      let field = problem.column.flatMap { column in
        sheet.layout.columns.first { $0.column == column }?.field.name.name
      }
      let place = field.map { "\($0): " } ?? ""
      mistakes.add(shown, problem.row, place + problem.message.english)
    }
    reportDuplicates(in: sheet, shown, mistakes)
  }

  private func reportDuplicates(in sheet: ReadSheet, _ shown: String, _ mistakes: MistakeList) {
    guard !definition.key.isEmpty else { return }
    let indexes = definition.key.compactMap { name in
      definition.fields.firstIndex { $0.name == name }
    }
    var firstLine: [[LandedValue]: Int] = [:]
    for row in sheet.rows {
      let key = indexes.map { row.values[$0] }
      if let first = firstLine[key] {
        let names = definition.key.map(\.name).joined(separator: ", ")
        let message = "the same \(names) as in line \(first); each may stand here once"
        mistakes.add(shown, row.number, message)
        continue
      }
      firstLine[key] = row.number
    }
  }
}
