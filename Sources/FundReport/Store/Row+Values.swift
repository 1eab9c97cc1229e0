import GRDB
import Spreadsheet

/// Values of published tables, whose SELECTs may return another type than their header says.
///
/// SQLite's own conversions apply; a mismatch is never a crash.
extension Row {
  /// Any value as text; nil for NULL.
  func text(_ index: Int) -> String? {
    switch (self[index] as DatabaseValue).storage {
    case .null, .blob: nil
    case .string(let text): text
    case .int64(let number): String(number)
    case .double(let number): DecimalText.shortest(number)
    }
  }

  func text(_ column: String) -> String? { index(of: column).flatMap { text($0) } }

  /// A number, or a text that is one; nil for NULL and anything else.
  func number(_ index: Int) -> Double? {
    switch (self[index] as DatabaseValue).storage {
    case .null, .blob: nil
    case .string(let text): Double(text)
    case .int64(let number): Double(number)
    case .double(let number): number
    }
  }

  func number(_ column: String) -> Double? { index(of: column).flatMap { number($0) } }

  private func index(of column: String) -> Int? {
    Array(columnNames).firstIndex(of: column)
  }
}
