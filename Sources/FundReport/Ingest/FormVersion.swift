import Spreadsheet

/// Which layout a form says it has.
struct FormVersion {
  struct Stated {
    var text: String
    /// Nil where there is such a layout.
    var problem: ReadingProblem?
  }

  var sources: [SourceDefinition]
  var former: [SourceDefinition]
  var cells: CellReading

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
    guard !known.isEmpty, !known.contains(text) else { return nil }
    let versions = Set(known).sorted().joined(separator: ", ")
    return ReadingProblem(
      kind: .ignoredAnswer, sheet: sheet, row: row, column: row == nil ? nil : 2,
      found: CellText.quoted(.text(text)),
      expected: Wording(.knownLayout, ["versions": .text(versions)]),
      message: Wording(.unknownLayout, ["version": .text(CellText.quoted(.text(text)))]))
  }
}
