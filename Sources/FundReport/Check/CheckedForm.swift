import Spreadsheet

/// What was found in one form, as its sender reads it: rule by rule, in the form's language.
public struct CheckedForm {
  var file: String
  /// The gravest first, rule by rule.
  public var findings: [Finding]
  var language: Language
  var checks: [CheckDefinition]
  /// Nil where nothing goes back to senders: then it is said in English.
  var words: Words<ReturnDefinition.Word>?

  /// Whether there is anything to mend that keeps a row or the form from counting.
  public var hasErrors: Bool { findings.contains { $0.severity == "error" } }

  /// The findings below the title of their rule, each with cell, what stands there, what was
  /// expected and how to mend it.
  public func text() -> String {
    guard !findings.isEmpty else { return "\(file): \(word(.nothing, "nothing to mend"))" }
    var lines: [String] = []
    var heading: String?
    for finding in findings {
      let next = self.heading(of: finding)
      if next != heading { lines.append(next) }
      heading = next
      lines += body(of: finding)
    }
    return lines.joined(separator: "\n")
  }

  private func heading(of finding: Finding) -> String {
    let severity =
      ReturnDefinition.Word(rawValue: finding.severity).map { word($0, finding.severity) }
      ?? finding.severity
    let title = checks.first { $0.code == finding.rule }?.title.text(in: language) ?? ""
    return "\(severity) \(finding.rule) – \(title)"
  }

  private func body(of finding: Finding) -> [String] {
    var place = finding.file
    if let sheet = finding.sheet { place += " › \(sheet)" }
    if let row = finding.row, let column = finding.column {
      place += (finding.sheet == nil ? " › " : "!") + "\(CellReference(row: row, column: column))"
    }
    let details = [
      (word(.found, "found"), finding.found), (word(.expected, "expected"), finding.expected),
    ]
    let width = details.map(\.0.count).max() ?? 0
    return ["  \(place): \(finding.message)"]
      + details.filter { !$0.1.isEmpty }.map { name, text in
        let label = (name.lowercased() + ":").padding(toLength: width + 1)
        return "      \(label) \(text)"
      }
  }

  private func word(_ word: ReturnDefinition.Word, _ english: String) -> String {
    words?.text(word, language) ?? english
  }
}

extension String {
  fileprivate func padding(toLength length: Int) -> String {
    self + String(repeating: " ", count: max(0, length - count))
  }
}
