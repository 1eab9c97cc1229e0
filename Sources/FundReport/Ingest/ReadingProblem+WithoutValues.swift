import Spreadsheet

extension ReadingProblem {
  /// The same without anything that stands in the file, which may be about people.
  var withoutValues: ReadingProblem {
    var problem = self
    problem.found = ""
    switch kind {
    case .wrongCell, .unknownCode, .tooSmall, .rounded, .droppedTime, .wrongAnswer, .ignoredAnswer:
      problem.message = Wording(.withheldValue, ["expected": .wording(expected)])
    case .unknownColumn:
      problem.message = Wording(.withheldColumns, ["column": .text(column ?? 0)])
    case .unreadable, .missingSheet, .severalSheets, .missingColumn, .duplicateColumn,
      .missingAnswer, .tooManyWrongCells, .emptyCell, .formerLayout, .otherDocument, .externalLink:
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
