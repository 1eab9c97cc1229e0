/// A workbook as its parts have it: what cells hold, how they look, and what lies over them.
struct InspectedWorkbook {
  var path: String
  var sheets: [InspectedSheet]
  var looks: CellLooks
  /// The part that lists the sheets.
  var book: XMLElement
  /// What the document says of itself: by the names of the elements, the custom ones by theirs.
  var properties: [String: String]
  /// The paths of all parts, in lower case.
  var parts: [String]

  var fileName: String { String(path.split(separator: "/").last ?? "") }

  func look(of cell: InspectedCell) -> CellLook { looks[cell.style] }

  func sheet(named name: String) -> InspectedSheet? {
    sheets.first { $0.name.lowercased() == name.lowercased() }
  }
}

/// One sheet with cells.
struct InspectedSheet {
  var name: String
  var isHidden: Bool
  /// The XML of the sheet but for its rows.
  var layout: XMLElement
  var rows: [InspectedRow]
  var tables: [InspectedTable]
  var links: [InspectedLink]
  /// Whatever is drawn over the cells.
  var drawings: [InspectedDrawing]

  /// The row of that number, where the file has it.
  func row(_ number: Int) -> InspectedRow? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].number == number ? rows[low] : nil
  }

  subscript(row: Int, column: Int) -> InspectedCell? { self.row(row)?[column] }

  func text(_ row: Int, _ column: Int) -> String? { self[row, column]?.text }

  /// All cells that hold something.
  var cells: [InspectedCell] { rows.flatMap { $0.cells.filter { !$0.isBlank } } }

  func isInTable(_ cell: InspectedCell) -> Bool {
    tables.contains { $0.area.contains(cell.reference) }
  }

  /// What the sheet says outside its tables.
  var wordsOutsideTables: String {
    cells.lazy.filter { !isInTable($0) }.compactMap(\.text).joined(separator: "\n")
  }
}

/// One row as the file has it.
struct InspectedRow {
  var number: Int
  var isHidden: Bool
  /// The height in points, where it does not follow the texts.
  var height: Double?
  /// By column, blank ones with a look included.
  var cells: [InspectedCell]

  subscript(column: Int) -> InspectedCell? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].reference.column < column { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].reference.column == column ? cells[low] : nil
  }
}

/// One cell as the file has it.
struct InspectedCell {
  var reference: CellReference
  /// Nothing for a blank cell.
  var value: CellValue?
  var formula: String?
  /// The number of its look.
  var style: Int
  /// Whether a part of its text is raised or lowered.
  var hasRaisedText: Bool

  var isBlank: Bool { value == nil && formula == nil }

  var text: String? {
    if case .text(let text) = value { return text }
    return nil
  }

  var number: Double? {
    if case .number(let number) = value { return number }
    return nil
  }

  var isDate: Bool {
    if case .date = value { return true }
    return false
  }

  /// Whether it holds shorthand such as `[x]` in place of a value.
  var isMark: Bool { text.map(Shorthand.isMark) ?? false }
}

/// A place that leads somewhere.
struct InspectedLink {
  var cell: CellReference
  /// A place in the workbook, such as `'Data Agreements'!A1`.
  var location: String?
  /// An address outside.
  var address: String?
}

/// A chart, picture or shape.
struct InspectedDrawing {
  enum Kind { case chart, picture, shape }
  var kind: Kind
  var cell: CellReference
  /// The alternative text.
  var description: String
  var chart: XMLElement?
}

/// Letters in square brackets that stand for a value.
enum Shorthand {
  static func isMark(_ text: String) -> Bool {
    guard text.utf8.count <= 6, text.hasPrefix("["), text.hasSuffix("]") else { return false }
    let letters = text.utf8.dropFirst().dropLast()
    return !letters.isEmpty && letters.allSatisfy { 97...122 ~= $0 }
  }
}
