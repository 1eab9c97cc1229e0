import Spreadsheet

extension ReadingProblem {
  /// The same without anything that stands in the file, which may be about people.
  var withoutValues: ReadingProblem {
    var problem = self
    problem.found = ""
    switch kind {
    case .wrongCell, .unknownCode, .tooSmall, .rounded, .droppedTime, .wrongAnswer, .ignoredAnswer:
      problem.message = "the value is not what belongs here; expected \(expected)"
    case .unknownColumn:
      problem.message =
        "from column \(column ?? 0) on there are columns this file does not have; "
        + "they are not read, remove them"
    case .unreadable, .missingSheet, .severalSheets, .missingColumn, .duplicateColumn,
      .missingAnswer, .emptyCell, .otherDocument, .externalLink:
      break  // these say nothing of what was found
    }
    return problem
  }
}

extension SpreadsheetError {
  /// The same without anything that stands in the file, which may be about people.
  var withoutValues: SpreadsheetError {
    var error = self
    switch reason {
    case .ambiguousDelimiter: error.reason = .ambiguousDelimiter(header: "…")
    case .malformedValue(_, let expected):
      error.reason = .malformedValue(found: "…", expected: expected)
    default: break
    }
    return error
  }
}
