import Spreadsheet

/// Values the office decided to replace, by the file, sheet, row and field they stand in.
struct Corrections {
  struct Correction: Hashable {
    /// Line of the register it stands in.
    var line: Int
    var found: String
    var corrected: String
  }

  /// What became of one correction in one cell.
  struct Outcome: Hashable {
    var line: Int
    var field: Identifier
    var row: Int
    var column: Int?
    /// What stands in the cell.
    var seen: String
    /// What counts instead.
    var corrected: String
    /// Applied only where the cell holds what the correction says it found.
    var isApplied: Bool
  }

  fileprivate struct Place: Hashable {
    var sheet: String
    var row: String
    var field: String
  }

  private var byFile: [String: [Place: Correction]] = [:]

  /// The corrections of a register that declares which of its fields say what is corrected.
  init(_ registers: [Reference.Register]) {
    for register in registers {
      let source = register.sheet.source
      guard let roles = source.corrects else { continue }
      for row in register.sheet.rows {
        let text = { (name: Identifier) -> String in
          let index = source.fields.firstIndex { $0.name == name }
          return switch index.map({ row.values[$0] }) {
          case .text(let text): text
          case .integer(let number): String(number)
          case .null, .list, nil: ""
          }
        }
        let place = Place(
          sheet: text(roles.sheet).lowercased(), row: text(roles.row),
          field: text(roles.field).lowercased())
        byFile[text(roles.file).lowercased(), default: [:]][place] = Correction(
          line: row.number, found: text(roles.found), corrected: text(roles.corrected))
      }
    }
  }

  /// None at all.
  init() {}

  /// Those of one file, by its digest.
  func ofFile(_ sha256: String) -> OfFile { OfFile(byPlace: byFile[sha256] ?? [:]) }

  /// The corrections of one file.
  struct OfFile {
    fileprivate var byPlace: [Place: Correction] = [:]

    /// Lines of the register that are about this file.
    var lines: [Int] { byPlace.values.map(\.line).sorted() }

    /// The cell as corrected, and what became of the correction; nil where there is none.
    func apply(to cell: Cell?, _ field: Identifier, sheet: String, row: Int, column: Int?)
      -> (cell: Cell?, outcome: Outcome)?
    {
      guard !byPlace.isEmpty,
        let correction = byPlace[
          Place(sheet: sheet.lowercased(), row: String(row), field: field.name.lowercased())]
      else { return nil }
      let seen = CellText.shown(cell?.value).trimmed
      let outcome = Outcome(
        line: correction.line, field: field, row: row, column: column, seen: seen,
        corrected: correction.corrected, isApplied: seen == correction.found)
      guard outcome.isApplied else { return (cell, outcome) }
      guard !correction.corrected.isEmpty else { return (nil, outcome) }
      let place = cell?.reference ?? CellReference(row: row, column: column ?? 1)
      return (Cell(reference: place, value: .text(correction.corrected)), outcome)
    }
  }
}
