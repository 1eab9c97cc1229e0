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
  /// Layouts the sheets had in earlier forms.
  var former: [SourceDefinition] = []
  var cells: CellReading
  var corrections = Corrections()
  var dataFolder: String

  func read(_ entry: Inbox.Entry) -> ReadSubmission {
    var submission = ReadSubmission(entry: entry)
    guard entry.kind != .document else {
      submission.problems = [
        ReadingProblem(
          kind: .otherDocument, found: entry.path, expected: Wording(.reportingForm),
          message: Wording(.document))
      ]
      return submission
    }
    guard entry.kind != .other else {
      return refused(submission, Wording(.otherFile))
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
          kind: .externalLink, found: "links to other workbooks", expected: Wording(.values),
          message: Wording(.externalLinks)))
    }
    let version = FormVersion(
      sources: sources, former: former, cells: cells, year: entry.folderYear
    ).stated(in: file)
    for source in sources {
      let layout = former.first { $0.name == source.name && $0.former?.version == version?.text }
      read(source, as: layout ?? source, from: file, into: &submission)
      // A workbook with a damaged sheet must be sent anew: the others need not be tried.
      let isDamaged = submission.problems.contains { $0.kind == .unreadable }
      if isDamaged, entry.kind == .workbook { return submission }
    }
    if let problem = version?.problem,
      let head = submission.sheets.firstIndex(where: { $0.source.head != nil })
    {
      submission.sheets[head].problems.append(problem)
    }
    if submission.sheets.isEmpty, !submission.isRefused {
      let present = file.names.map { "“\($0)”" }.joined(separator: ", ")
      return refused(submission, Wording(.noSheet, ["present": .text(present)]))
    }
    return submission
  }

  private func read(
    _ source: SourceDefinition, as layout: SourceDefinition, from file: SubmissionSheets,
    into submission: inout ReadSubmission
  ) {
    do {
      var candidates: [(name: String, rows: [SheetRow])] = []
      for name in file.candidates(for: layout) {
        let rows = try file.rows(of: name, for: layout)
        if layout.sheets.isEmpty, layout.csv == nil, !HeaderSearch(layout).holdsTable(rows) {
          continue
        }
        candidates.append((name, rows))
      }
      guard let only = candidates.first, candidates.count == 1 else {
        if let problem = noSingleSheet(layout, candidates.map(\.name), file) {
          submission.problems.append(problem)
        }
        return
      }
      var cells = cells
      cells.year = min(submission.entry.folderYear, layout.former?.until ?? .max)
      let reading = SheetReading(
        source: layout, cells: cells, corrections: corrections.ofFile(submission.entry.sha256))
      submission.sheets.append(reading.read(only.rows, sheet: only.name).landing(in: source))
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
      let values = ["sheet": sheetName(source, expected)]
      return ReadingProblem(
        kind: .missingSheet, sheet: expected, found: present,
        expected: Wording(.sheetNamed, values), message: Wording(.missingSheet, values))
    }
    let present = names.map { "“\($0)”" }.joined(separator: ", ")
    let values = ["sheet": sheetName(source, expected), "present": .text(present)]
    return ReadingProblem(
      kind: .severalSheets, sheet: names[1], row: 1, column: 1, found: present,
      expected: Wording(.oneSheetNamed, values), message: Wording(.severalSheets, values))
  }

  /// The sheet's name in each language; a file of the CSV folder has but one.
  private func sheetName(_ source: SourceDefinition, _ expected: String) -> Wording.Value {
    guard let name = source.sheetName, name.english == expected else { return .text(expected) }
    return .words(name)
  }

  private func refused(_ submission: ReadSubmission, _ message: Wording) -> ReadSubmission {
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
        expected: Wording(.openingForm), message: problem.message))
    return submission
  }
}
