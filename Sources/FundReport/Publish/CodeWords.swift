import GRDB

/// Which codes need words beside them.
struct CodeWords {
  /// Lists whose codes readers know better.
  var codesShown: [String]
  let db: Database

  /// The list of a column whose codes say little to readers: these do not know them, some code does
  /// not read as its label, and no other column of the table has the words.
  func list(of column: ModelDefinition.Column, in table: ModelDefinition) throws -> String? {
    guard case .code(let list) = column.type, !codesShown.contains(list),
      table.column("\(column.name.name)_label") == nil
    else { return nil }
    let rows = try Row.fetchCursor(db, sql: "SELECT code, label_en FROM list_\(list)")
    while let row = try rows.next() {
      if Self.letters(row[0]) != Self.letters(row[1]) { return list }
    }
    return nil
  }

  /// `A_CODE` reads as “A code”.
  private static func letters(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
