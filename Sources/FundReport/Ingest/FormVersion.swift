import Spreadsheet

/// Which layout a form says it has.
struct FormVersion {
  struct Stated {
    var text: String
    /// Nil where there is such a layout and forms of the year have it.
    var problem: ReadingProblem?
  }

  var sources: [SourceDefinition]
  var former: [SourceDefinition]
  var cells: CellReading
  /// The reporting year the form lies under.
  var year: Int

  /// The version a form names; nil where it names none, or none is asked for.
  ///
  /// The question may have stood elsewhere in an earlier form.
  func stated(in file: SubmissionSheets) -> Stated? {
    guard let today = sources.first(where: { $0.head?.layout != nil }),
      let head = today.head, let field = head.layout
    else { return nil }
    for layout in [today] + former.filter({ $0.name == today.name }) {
      let candidates = file.candidates(for: layout)
      guard candidates.count == 1, let rows = try? file.rows(of: candidates[0], for: layout)
      else { continue }  // what is wrong with the sheet is said when it is read
      let sheet = SheetReading(source: layout, cells: cells).read(rows, sheet: candidates[0])
      guard let index = layout.fields.firstIndex(where: { $0.name == field }),
        case .text(let text) = sheet.rows.first?.values[index]
      else { continue }
      let row = sheet.answerRows.isEmpty ? nil : sheet.answerRows[index]
      return Stated(text: text, problem: problem(text, head, candidates[0], row))
    }
    return nil
  }

  private func problem(
    _ text: String, _ head: SourceDefinition.Head, _ sheet: String, _ row: Int?
  ) -> ReadingProblem? {
    let known = former.compactMap(\.former?.version) + [head.today].compactMap { $0 }
    guard !known.isEmpty else { return nil }
    let found = CellText.quoted(.text(text))
    let problem = { (kind: ReadingProblem.Kind, expected: Wording, message: Wording) in
      ReadingProblem(
        kind: kind, sheet: sheet, row: row, column: row == nil ? nil : 2, found: found,
        expected: expected, message: message)
    }
    guard known.contains(text) else {
      let versions = Set(known).sorted().joined(separator: ", ")
      return problem(
        .ignoredAnswer, Wording(.knownLayout, ["versions": .text(versions)]),
        Wording(.unknownLayout, ["version": .text(found)]))
    }
    // A sheet may have changed later than another; its form is sent out as long as any is.
    let until = former.compactMap(\.former).filter { $0.version == text }.map(\.until).max()
    guard let until, until < year, let today = head.today else { return nil }
    return problem(
      .formerLayout, Wording(.layoutOfToday, ["version": .text(today)]),
      Wording(
        .formerLayout,
        [
          "version": .text(found), "until": .text(until), "year": .text(year),
          "today": .text(today),
        ]))
  }
}
