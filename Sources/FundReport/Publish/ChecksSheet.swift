import Spreadsheet

/// What every check looks for, why, and how to mend what it finds.
struct ChecksSheet {
  var pipeline: Pipeline

  static let name = "Checks"
  static let meaning = "What every check among the issues looks for, why, and how to mend it"

  private var checks: [CheckDefinition] {
    pipeline.checks.sorted { byteOrder($0.code, $1.code) }
  }

  /// Rows of the sheet by the codes of the checks.
  var rows: [String: Int] {
    let codes = checks.enumerated().map { ($1.code, TableSheet.headerRow + 1 + $0) }
    return Dictionary(codes, uniquingKeysWith: { first, _ in first })
  }

  func sheet() -> Sheet {
    TableSheet(
      name: Self.name, title: Self.name, note: "One table. \(Self.meaning).", tableName: Self.name,
      columns: [
        .init(header: "Code", width: 12), .init(header: "Check", width: 40),
        .init(header: "Severity", width: 12), .init(header: "Why it matters", width: 60),
        .init(header: "How to mend it", width: 60), .init(header: "Source", width: 32),
      ], hasFilter: false
    ).sheet(
      checks.map { check in
        [
          .text(check.code, .code), .text(check.title.english, .boldBody),
          .text(Self.severities(of: check), .body), .text(check.why.trimmed, .body),
          .text(check.mend.trimmed, .body), .text(check.source, .body),
        ]
      })
  }

  /// Its own, and those of its queries that differ, gravest first.
  private static func severities(of check: CheckDefinition) -> String {
    let said = Set(check.queries.map(\.severity) + [check.severity])
    return CheckDefinition.Severity.allCases.filter(said.contains).map(\.rawValue)
      .joined(separator: ", ")
  }
}
