/// Writes CSV lines after RFC 4180, to be saved as UTF-8: commas, CR LF, quotes where needed.
///
/// Spreadsheet programs run a field that starts with `=`, `+`, `-`, `@`, TAB, CR, LF or NUL as a
/// formula, some also with the full-width forms of the first four (OWASP, CSV Injection). Text that
/// starts so gets an apostrophe in front. So that this can be undone, text that starts with
/// apostrophes and then one of these gets one more; ``original(_:)`` takes it off again.
public enum CSVWriter {
  /// One line with its line end.
  ///
  /// - Parameter fields: The values in the order of their columns.
  /// - Returns: The line; a single empty field is written `""`, as a blank line is no record.
  public static func line(_ fields: [CSVField]) -> String {
    if fields == [.empty] || fields == [.text("")] { return "\"\"\r\n" }
    return fields.map(rendered).joined(separator: ",") + "\r\n"
  }

  /// The text that was typed, from a text field as read.
  ///
  /// - Parameter field: A field that was written as text, with its quotes already resolved.
  /// - Returns: The text without the apostrophe that disarmed it.
  public static func original(_ field: String) -> String {
    field.hasPrefix("'") && isArmed(field) ? String(field.unicodeScalars.dropFirst()) : field
  }

  private static func rendered(_ field: CSVField) -> String {
    switch field {
    case .empty: ""
    case .number(let digits): quoted(digits)
    case .text(let text): quoted(isArmed(text) ? "'" + text : text)
    }
  }

  /// Whether the text, after any apostrophes, starts like a formula.
  private static func isArmed(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠": return true
    default: return false
    }
  }

  /// Quotes also for semicolons and tabs, at which some readers guess a field ends.
  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains {
      switch $0 {
      case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, 0x0A, 0x0D: true
      default: false
      }
    }
    guard needsQuotes else { return text }
    let doubled = text.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + doubled.joined(separator: "\"\"") + "\""
  }
}
