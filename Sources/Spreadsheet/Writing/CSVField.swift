/// One value of a CSV line.
public enum CSVField: Hashable, Sendable {
  /// Text as it was typed; what spreadsheet programs would run as a formula is disarmed.
  case text(String)
  /// A number as it is to be printed, such as `-1.2e3`; it is never changed.
  case number(String)
  /// No value.
  case empty
}
