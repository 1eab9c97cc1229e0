/// The encodings in which a CSV file may be written.
public enum CSVEncoding: Hashable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8
  /// UTF-16, the low byte first.
  case utf16LittleEndian
  /// UTF-16, the high byte first.
  case utf16BigEndian
  /// The encoding of Windows in Western Europe and the Americas.
  case windows1252

  /// The name people know it by.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16 (little endian)"
    case .utf16BigEndian: "UTF-16 (big endian)"
    case .windows1252: "Windows-1252"
    }
  }
}

/// How a CSV file is written, where it says so itself or someone has declared it.
public struct CSVDialect: Hashable, Sendable {
  /// What stands between two fields; nothing if the header line shall tell.
  ///
  /// The header line tells by the delimiter it has most of among comma, semicolon and tab,
  /// outside quotes. With none of them the file has one column.
  public var delimiter: Character?
  /// The encoding; nothing for UTF-8, or UTF-16 with a byte order mark.
  ///
  /// A byte order mark is believed over this.
  public var encoding: CSVEncoding?
  /// What encloses a field that holds a delimiter, a line end or, doubled, itself.
  public var quote: Character
  /// Whether a record may end before its last fields, which then are empty.
  public var allowsShortRows: Bool

  /// Makes a dialect; by default the one that files tell by themselves.
  public init(
    delimiter: Character? = nil, encoding: CSVEncoding? = nil, quote: Character = "\"",
    allowsShortRows: Bool = false
  ) {
    self.delimiter = delimiter
    self.encoding = encoding
    self.quote = quote
    self.allowsShortRows = allowsShortRows
  }
}
