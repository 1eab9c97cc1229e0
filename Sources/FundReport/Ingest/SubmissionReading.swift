import Spreadsheet

/// One submission as read: its sheets, and what is wrong with the file as a whole.
struct ReadSubmission {
  var entry: Inbox.Entry
  var sheets: [ReadSheet] = []
  var problems: [ReadingProblem] = []

  var isRefused: Bool {
    (problems + sheets.flatMap(\.problems)).contains { $0.kind.loss == .file }
  }
}

/// Reads one file of the inbox into the rows of the sources.
struct SubmissionReading {
  var sources: [SourceDefinition]
  var cells: CellReading
  var corrections = Corrections()
  var dataFolder: String

  func read(_ entry: Inbox.Entry) -> ReadSubmission {
    var submission = ReadSubmission(entry: entry)
    guard entry.kind != .document else {
      submission.problems = [
        ReadingProblem(
          kind: .otherDocument, found: entry.path, expected: "a reporting form",
          message: "a document, not a reporting form: it was not read and may stay")
      ]
      return submission
    }
    guard entry.kind != .other else {
      return refused(
        submission,
        "no reporting form: neither a workbook (.xlsx) nor a folder of CSV files; "
          + "move it out of the reports or send it as a form")
    }
    let file: SubmissionSheets
    do {
      file = try SubmissionSheets(entry, dataFolder: dataFolder)
    } catch {
      return refused(submission, error)
    }
    if file.hasExternalLinks {
      submission.problems.append(
        ReadingProblem(
          kind: .externalLink, found: "links to other workbooks", expected: "values",
          message: "formulas may take values from other files; those were not opened, and what was "
            + "saved with the formulas counts; type the values"))
    }
    for source in sources {
      read(source, from: file, into: &submission)
      // A workbook with a damaged sheet must be sent anew: the others need not be tried.
      let isDamaged = submission.problems.contains { $0.kind == .unreadable }
      if isDamaged, entry.kind == .workbook { return submission }
    }
    if submission.sheets.isEmpty, !submission.isRefused {
      let present = file.names.map { "“\($0)”" }.joined(separator: ", ")
      return refused(submission, "none of the sheets is one of the form: \(present)")
    }
    return submission
  }

  private func read(
    _ source: SourceDefinition, from file: SubmissionSheets, into submission: inout ReadSubmission
  ) {
    do {
      var candidates: [(name: String, rows: [SheetRow])] = []
      for name in file.candidates(for: source) {
        let rows = try file.rows(of: name, for: source)
        if source.sheets.isEmpty, source.csv == nil, !HeaderSearch(source).holdsTable(rows) {
          continue
        }
        candidates.append((name, rows))
      }
      guard let only = candidates.first, candidates.count == 1 else {
        if let problem = noSingleSheet(source, candidates.map(\.name), file) {
          submission.problems.append(problem)
        }
        return
      }
      let reading = SheetReading(
        source: source, cells: cells, corrections: corrections.ofFile(submission.entry.sha256))
      submission.sheets.append(reading.read(only.rows, sheet: only.name))
    } catch {
      submission = refused(submission, error)
    }
  }

  private func noSingleSheet(
    _ source: SourceDefinition, _ names: [String], _ file: SubmissionSheets
  ) -> ReadingProblem? {
    let expected = file.expectedName(for: source)
    if names.isEmpty {
      guard source.isRequired else { return nil }
      let present = file.names.map { "“\($0)”" }.joined(separator: ", ")
      return ReadingProblem(
        kind: .missingSheet, sheet: expected, found: present, expected: "a sheet “\(expected)”",
        message: "the sheet “\(expected)” is missing; add it from the form, empty if there is "
          + "nothing to report, and send the file again")
    }
    let present = names.map { "“\($0)”" }.joined(separator: ", ")
    return ReadingProblem(
      kind: .severalSheets, sheet: names[1], row: 1, column: 1, found: present,
      expected: "one sheet “\(expected)”",
      message: "several sheets could be “\(expected)”: \(present); keep one of them and send the "
        + "file again")
  }

  private func refused(_ submission: ReadSubmission, _ message: String) -> ReadSubmission {
    refused(submission, SpreadsheetProblem(message: message))
  }

  private func refused(_ submission: ReadSubmission, _ problem: SpreadsheetProblem)
    -> ReadSubmission
  {
    var submission = submission
    let name = submission.entry.path.split(separator: "/").last.map(String.init)
    let member = submission.entry.kind == .csvFolder ? problem.sheet : nil
    submission.problems.append(
      ReadingProblem(
        kind: .unreadable, sheet: problem.sheet, row: problem.row, column: problem.column,
        found: member ?? name ?? "",
        expected: "a reporting form that opens", message: problem.message))
    return submission
  }
}
