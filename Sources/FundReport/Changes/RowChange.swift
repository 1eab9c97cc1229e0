import GRDB
import Spreadsheet

/// A row that a correction added, removed or changed.
struct RowChange {
  var sheet: String
  /// The row of the new form, or of the old one where it was removed; nil for answers.
  var line: Int?
  /// The values that tell which row is meant.
  var name: String
  /// What stands there otherwise; none where the whole row came or went.
  var changes: [(field: String, old: String, new: String)]
  var kind: Kind

  enum Kind { case added, removed, changed }

  /// One line, such as `~ Agreements, row 7 (A-1 · IOM): Amount 1000 → 1200`.
  var text: String {
    let place = sheet + (line.map { ", row \($0)" } ?? "") + (name.isEmpty ? "" : " (\(name))")
    switch kind {
    case .added: return "+ " + place
    case .removed: return "− " + place
    case .changed:
      let changes = changes.map { change in
        let word = { (value: String) in value.isEmpty ? "empty" : String(value.prefix(80)) }
        return "\(change.field) \(word(change.old)) → \(word(change.new))"
      }
      return "~ \(place): " + changes.joined(separator: "; ")
    }
  }

  private struct Landed {
    var sheet: String
    var line: Int?
    var values: [String]
  }

  /// What differs in the accepted rows of one sheet.
  ///
  /// Rows that are equal are the same, however they moved; of the others, those with the same
  /// identifying values are one row before and after, the most alike first.
  static func all(
    in source: SourceDefinition, from old: (db: Database, submission: Int64),
    to new: (db: Database, submission: Int64)
  ) throws -> [RowChange] {
    // An earlier release may not know the sheet or a column of it.
    guard let before = try? rows(source, old), let after = try? rows(source, new) else { return [] }
    var gone = before
    let came = after.filter { row in
      guard let index = gone.firstIndex(where: { $0.values == row.values }) else { return true }
      gone.remove(at: index)
      return false
    }
    let places = { (names: [Identifier]) in
      names.compactMap { name in source.fields.firstIndex { $0.name == name } }
    }
    let keys = places(source.identifiedBy)
    let names = places(source.namedBy)
    let key = { (row: Landed) in keys.map { FoldedText.reference(row.values[$0]) } }
    let isForm = source.layout == .form
    let name = { (row: Landed) in
      if isForm { return "" }
      let shown = names.isEmpty ? Array(row.values.prefix(3)) : names.map { row.values[$0] }
      return shown.filter { !$0.isEmpty }.joined(separator: " · ")
    }
    var found: [RowChange] = []
    for row in came {
      let alike = gone.indices.filter {
        isForm || !keys.isEmpty && key(gone[$0]) == key(row)
      }
      let likeness = { (index: Int) in zip(gone[index].values, row.values).count { $0 == $1 } }
      guard let index = alike.max(by: { likeness($0) < likeness($1) }) else {
        found.append(
          RowChange(sheet: row.sheet, line: row.line, name: name(row), changes: [], kind: .added))
        continue
      }
      let earlier = gone.remove(at: index)
      let changes = source.fields.indices.filter { earlier.values[$0] != row.values[$0] }.map {
        (source.fields[$0].label.english, earlier.values[$0], row.values[$0])
      }
      found.append(
        RowChange(
          sheet: row.sheet, line: row.line, name: name(row), changes: changes, kind: .changed))
    }
    return found
      + gone.map {
        RowChange(sheet: $0.sheet, line: $0.line, name: name($0), changes: [], kind: .removed)
      }
  }

  private static func rows(
    _ source: SourceDefinition, _ form: (db: Database, submission: Int64)
  ) throws -> [Landed] {
    let fields = source.fields.map { "v.\($0.name)" }.joined(separator: ", ")
    return try Row.fetchAll(
      form.db,
      sql: """
        SELECT l.sheet, l.row, \(fields) FROM \(source.view) v
        JOIN landed_row l ON l.row_id = v.row_id WHERE v.submission = ? ORDER BY v.row_id
        """, arguments: [form.submission]
    ).map { row in
      let values = source.fields.indices.map { index in
        shown(row.text(index + 2), source.fields[index].type)
      }
      return Landed(
        sheet: row.text(0) ?? source.title, line: source.layout == .form ? nil : row[1],
        values: values)
    }
  }

  private static func shown(_ text: String?, _ type: FieldType) -> String {
    guard let text else { return "" }
    switch type {
    case .yesNo: return text == "1" ? "yes" : "no"
    case .amount: return Int64(text).map { PlainAmount.text($0, places: 4, keeping: 0) } ?? text
    case .money: return Int64(text).map { PlainAmount.text($0, places: 2, keeping: 0) } ?? text
    default: return text
    }
  }
}
