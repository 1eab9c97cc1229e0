import GRDB

/// Something wrong, doubtful or worth knowing about what was submitted, with its place.
public struct Finding: Hashable, Sendable {
  /// Code of the rule that found it.
  public var rule: String
  /// error, warning or notice.
  public var severity: String
  /// Path relative to the data folder.
  public var file: String
  public var sheet: String?
  /// One-based, as the sender sees it; nil when the sheet or file is meant.
  public var row: Int?
  public var column: Int?
  public var found: String
  public var expected: String
  /// What is wrong and how to mend it, in one sentence.
  public var message: String
}

extension Finding {
  /// A row of the table of findings, in one language where it is there in it.
  init(_ row: Row, column: String = "column", in language: Language) {
    let text = { (name: String) in
      row.text("\(name)_\(language.rawValue)") ?? row.text(name) ?? ""
    }
    self.init(
      rule: text("rule"), severity: text("severity"), file: text("file"), sheet: row.text("sheet"),
      row: row.text("row").flatMap(Int.init), column: row.text(column).flatMap(Int.init),
      found: text("found"), expected: text("expected"), message: text("message"))
  }

  /// Columns of the table of findings that say it in another language.
  static let translatedColumns = FindingWords.Part.allCases.flatMap { part in
    Language.translations.map { "\(part.rawValue)_\($0.rawValue)" }
  }.joined(separator: ", ")
}

extension [Finding] {
  /// The gravest first, rule by rule, in each by place.
  var groupedByRule: [Finding] {
    let severities = ["error", "warning", "notice"]
    let rank = { (finding: Finding) in severities.firstIndex(of: finding.severity) ?? 3 }
    return enumerated().sorted { one, other in
      (rank(one.element), one.element.rule, one.offset)
        < (rank(other.element), other.element.rule, other.offset)
    }.map(\.element)
  }
}

/// A problem met while reading a file, before any rule of the Fund is looked at.
///
/// Which rule a kind belongs to, and how severe it is, is said by the checks' definitions.
struct ReadingProblem: Hashable, Sendable {
  enum Kind: String, CaseIterable, Sendable {
    // the file cannot be used
    case unreadable
    case missingSheet = "missing_sheet"
    case severalSheets = "several_sheets"
    case missingColumn = "missing_column"
    case duplicateColumn = "duplicate_column"
    case missingAnswer = "missing_answer"
    case wrongAnswer = "wrong_answer"
    case tooManyWrongCells = "too_many_wrong_cells"
    // the row cannot be used
    case emptyCell = "empty_cell"
    case wrongCell = "wrong_cell"
    case unknownCode = "unknown_code"
    case tooSmall = "too_small"
    // nothing is lost
    case ignoredAnswer = "ignored_answer"
    case formerLayout = "former_layout"
    case unknownColumn = "unknown_column"
    case droppedTime = "dropped_time"
    case rounded = "rounded"
    case otherDocument = "other_document"
    case externalLink = "external_link"

    enum Loss { case file, row, nothing }

    /// What a problem of this kind keeps out.
    var loss: Loss {
      switch self {
      case .unreadable, .missingSheet, .severalSheets, .missingColumn, .duplicateColumn,
        .missingAnswer, .wrongAnswer, .tooManyWrongCells:
        .file
      case .emptyCell, .wrongCell, .unknownCode, .tooSmall: .row
      case .ignoredAnswer, .formerLayout, .unknownColumn, .droppedTime, .rounded, .otherDocument,
        .externalLink:
        .nothing
      }
    }
  }

  var kind: Kind
  var sheet: String?
  var row: Int?
  var column: Int?
  var found: String
  var expected: Wording
  var message: Wording
}
