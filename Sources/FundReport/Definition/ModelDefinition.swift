/// A table made by one SELECT: a `.sql` file whose header comment is its contract.
///
/// The header names the title, says in words what a row is, and lists the key and every column
/// with type, label and meaning:
///
/// ```sql
/// -- Agreements
/// -- One implementation agreement, however many PUNOs report it.
/// -- key: agreement
/// -- columns:
/// --   agreement  integer  Agreement: number within this release
/// SELECT …
/// ```
struct ModelDefinition: Sendable {
  enum ColumnType: Hashable, Sendable {
    case text, integer, number, flag, date, money, amount, decimal
    /// An address; published as a link where it can be followed.
    case link
    /// A code of a code list.
    case code(list: String)
    /// The number of the landed row a row comes from: file, sheet and row follow from it.
    case row

    init?(_ text: String) {
      switch text {
      case "text": self = .text
      case "integer": self = .integer
      case "number": self = .number
      case "flag": self = .flag
      case "date": self = .date
      case "money": self = .money
      case "amount": self = .amount
      case "decimal": self = .decimal
      case "link": self = .link
      case "row": self = .row
      default:
        guard text.hasPrefix("code("), text.hasSuffix(")") else { return nil }
        self = .code(list: String(text.dropFirst(5).dropLast()))
      }
    }

    static let known =
      "text, integer, number, flag, date, money, amount, decimal, link, code(LIST), row"

    var sqlType: String {
      switch self {
      case .text, .date, .decimal, .link, .code: "TEXT"
      case .integer, .flag, .money, .amount, .row: "INTEGER"
      case .number: "REAL"
      }
    }

    /// Whether sums, means and medians make sense.
    var isNumeric: Bool {
      switch self {
      case .integer, .number, .flag, .money: true
      case .text, .date, .amount, .decimal, .link, .code, .row: false
      }
    }
  }

  struct Column: Sendable {
    var name: Identifier
    var type: ColumnType
    var label: String
    var meaning: String
    var line: Int
  }

  /// Where the evidence of a derived row stands: the rows of a model with the same values in columns.
  struct Because: Sendable {
    var model: Identifier
    /// Columns of the derived row, and what they are called in the model.
    var columns: [(own: Identifier, other: Identifier)]
    var line: Int
  }

  var file: String
  var name: Identifier
  var title: String
  var meaning: String
  var key: [Identifier]
  var because: [Because]
  var columns: [Column]
  var sql: String

  /// The line of the file in which the SELECT begins.
  var line: Int {
    let header = sql.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.hasPrefix("--") || $0.allSatisfy(\.isWhitespace) }
    return header.count + 1
  }

  func column(_ name: Identifier) -> Column? { columns.first { $0.name == name } }
  func column(_ name: String) -> Column? { columns.first { $0.name.name == name } }

  /// The column that leads to the landed row, if the model has one.
  var rowColumn: Column? { columns.first { $0.type == .row } }

  /// `a, b, c`, quoted.
  var columnList: String { columns.map(\.name.description).joined(separator: ", ") }

  init?(_ file: DefinitionFile, mistakes: MistakeList) {
    self.file = file.path
    guard let name = Identifier(file.name) else {
      mistakes.add(file.path, nil, "the file name must be \(Identifier.rule)")
      return nil
    }
    self.name = name
    var header = ModelHeader(file: file.path, mistakes: mistakes)
    header.read(file.text)
    title = header.title
    meaning = header.meaning
    key = header.key
    because = header.because
    columns = header.columns
    sql = file.text
    if columns.isEmpty {
      mistakes.add(
        file.path, 1, "the header lists no columns; expected `-- columns:` and a line each")
    }
    if key.isEmpty {
      mistakes.add(file.path, 1, "the header names no key; expected `-- key: column, …`")
    }
    for column in key where self.column(column) == nil {
      mistakes.add(file.path, 1, "the key names `\(column.name)`, which is no column of this model")
    }
  }
}

/// Reads the header comment of a model line by line.
private struct ModelHeader {
  let file: String
  let mistakes: MistakeList
  var title = ""
  var meaning = ""
  var key: [Identifier] = []
  var because: [ModelDefinition.Because] = []
  var columns: [ModelDefinition.Column] = []

  mutating func read(_ text: String) {
    var inColumns = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard line.hasPrefix("--") else { break }
      let content = String(line.dropFirst(2)).trimmed
      if content == "columns:" {
        inColumns = true
      } else if inColumns {
        readColumn(content, line: index + 1)
      } else if let value = value(of: "key", in: content) {
        key = value.split(separator: ",").compactMap { identifier(String($0), index + 1) }
      } else if let value = value(of: "because", in: content) {
        readBecause(value, line: index + 1)
      } else if title.isEmpty {
        title = content
      } else {
        meaning += (meaning.isEmpty ? "" : " ") + content
      }
    }
  }

  private func value(of key: String, in content: String) -> String? {
    content.hasPrefix(key + ":") ? String(content.dropFirst(key.count + 1)).trimmed : nil
  }

  private mutating func readBecause(_ value: String, line: Int) {
    let sides = value.split(separator: " on ").map(String.init)
    let columns = (sides.last ?? "").split(separator: ",").compactMap { column in
      let names = column.split(separator: "=").compactMap { identifier(String($0).trimmed, line) }
      return names.first.map { (own: $0, other: names.last ?? $0) }
    }
    guard sides.count == 2, !columns.isEmpty, let model = identifier(sides[0], line) else {
      mistakes.add(file, line, "expected `because: MODEL on COLUMN, …`, found “\(value)”")
      return
    }
    because.append(.init(model: model, columns: columns, line: line))
  }

  private mutating func readColumn(_ content: String, line: Int) {
    let words = content.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
    guard words.count == 3 else {
      mistakes.add(file, line, "expected `name type Label: meaning`, found “\(content)”")
      return
    }
    guard let name = identifier(String(words[0]), line) else { return }
    guard let type = ModelDefinition.ColumnType(String(words[1])) else {
      let known = ModelDefinition.ColumnType.known
      mistakes.add(file, line, "unknown type “\(words[1])”; expected one of \(known)")
      return
    }
    let parts = words[2].split(separator: ":", maxSplits: 1)
    let label = String(parts[0]).trimmed
    let meaning = parts.count > 1 ? String(parts[1]).trimmed : ""
    columns.append(.init(name: name, type: type, label: label, meaning: meaning, line: line))
  }

  private func identifier(_ text: String, _ line: Int) -> Identifier? {
    if let identifier = Identifier(text.trimmed) { return identifier }
    mistakes.add(file, line, "“\(text.trimmed)” must be \(Identifier.rule)")
    return nil
  }
}
