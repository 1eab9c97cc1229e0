/// What is looked for in every cell, each pattern made once: that costs far more than looking.
///
/// A pattern is not Sendable, though it never changes.
enum CellPattern {
  /// Functions whose value changes by itself.
  nonisolated(unsafe) static let volatile =
    /(?i)\b(NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT|INFO|CELL)\(/
  /// Functions that reach out of the workbook.
  nonisolated(unsafe) static let reaching =
    /(?i)\b(DDE|HYPERLINK|WEBSERVICE|RTD|CALL|EXEC|REGISTER\.ID|FILTERXML)\(/
  /// A call of another program, such as `cmd|'/c calc'!A1`.
  nonisolated(unsafe) static let otherProgram = /(?i)\w+\|'?.*'?!/
  /// A table that a formula reads by name.
  nonisolated(unsafe) static let tableName = /([A-Za-z_][A-Za-z0-9_.]*)\[/
  /// A date as text, such as `3/9/2025`.
  nonisolated(unsafe) static let typedDate = /\d{1,2}[.\/-]\d{1,2}[.\/-](\d\d|\d{4})/
  /// A share in words, such as `3 of 4`.
  nonisolated(unsafe) static let share = /\d+ of \d+/
  /// A reference to a note, such as `[note 3]`.
  nonisolated(unsafe) static let note = /(?i)\[note (\d+)\]/
  /// An address of the web.
  nonisolated(unsafe) static let address = /(?i)(https?:\/\/|www\.)\S+/
}
