import GRDB
import Spreadsheet

/// Values of published tables, whose SELECTs may return another type than their header says.
///
/// SQLite's own conversions apply; a mismatch is never a crash.
extension Row {
  /// Any value as text; nil for NULL.
  func text(_ index: Int) -> String? { Self.text(self[index]) }

  /// The same of a column by its name; nil where there is none.
  func text(_ column: String) -> String? { (self[column] as DatabaseValue?).flatMap(Self.text) }

  /// A number, or a text that is one; nil for NULL and anything else.
  func number(_ index: Int) -> Double? { Self.number(self[index]) }

  /// The same of a column by its name; nil where there is none.
  func number(_ column: String) -> Double? { (self[column] as DatabaseValue?).flatMap(Self.number) }

  private static func text(_ value: DatabaseValue) -> String? {
    switch value.storage {
    case .null, .blob: nil
    case .string(let text): text
    case .int64(let number): String(number)
    case .double(let number): DecimalText.shortest(number)
    }
  }

  private static func number(_ value: DatabaseValue) -> Double? {
    switch value.storage {
    case .null, .blob: nil
    case .string(let text): Double(text)
    case .int64(let number): Double(number)
    case .double(let number): number
    }
  }
}
