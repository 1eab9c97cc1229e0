import Foundation
import Spreadsheet

extension ReleaseDiff {
  private static let mostRows = 3
  private static let mostLines = 20

  /// Half a page a director reads: forms, other inputs, figures with old and new value, rows.
  public func text() -> String {
    let totals = moved.filter(\.move.isTotal)
    var lines = ["# \(year): what changed from release \(old.release) to \(new.release)", ""]
    lines += summary(totals)
    if let restatement = new.restatement {
      lines += ["", "Restated by \(restatement.by) on \(restatement.on): \(restatement.reason)"]
    }
    lines += section("Forms", forms) + section("Refused files and rows", refused)
    lines += section("Other inputs", old.otherInputs(changedIn: new))
    lines += figures(totals) + rows(totals) + corrections.flatMap(correction)
    if totals.isEmpty { lines += section("Categories", moved.map(\.move.line)) }
    lines += section("Names in the public edition", namings)
    lines += section("Figures published for the first time", added)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a director reads: what came, how much moved, and what moved most.
  private func summary(_ totals: [Moved]) -> [String] {
    let counts = [
      (submissions.arrived.count, "new"), (submissions.corrected.count, "corrected"),
      (submissions.gone.count, "gone"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let forms = counts.isEmpty ? "none new" : counts.joined(separator: ", ")
    let rejected = refused.isEmpty ? "" : " Files or rows newly refused: \(refused.count)."
    guard !moved.isEmpty else { return ["Forms: \(forms).\(rejected) No published figure moved."] }
    let number = totals.count == 1 ? "1 total" : "\(totals.count) totals"
    let lines = [
      "Forms: \(forms).\(rejected) \(number) and \(moved.count - totals.count) figures of single "
        + "categories moved."
    ]
    guard totals.count > Self.mostRows else { return lines }
    let largest = totals.enumerated()
      .sorted { ($1.element.move.size, $0.offset) < ($0.element.move.size, $1.offset) }
      .prefix(Self.mostRows).map(\.element.move.line)
    return lines + ["", "The most, for their size:", ""] + list(largest)
  }

  /// Numbered: the figures name them by their numbers.
  private var forms: [String] {
    submissions.all.enumerated().map { index, form in
      let what =
        submissions.arrived.contains(form)
        ? "new" : submissions.corrected.contains(form) ? "corrected" : "gone"
      let identity = form.identity.isEmpty ? "" : " (\(form.identity))"
      return "form \(index + 1), \(what): \(form.file)\(identity)"
    }
  }

  /// Not whose: this page is passed on.
  private var namings: [String] {
    guard let names else { return [] }
    let partners = { $0 == 1 ? "1 partner is" : "\($0) partners are" }
    return (names.went > 0 ? [partners(names.went) + " not named any more"] : [])
      + (names.came > 0
        ? [partners(names.came) + " named that the edition before did not name"] : [])
  }

  private func section(_ title: String, _ entries: [String]) -> [String] {
    entries.isEmpty ? [] : ["", "## \(title)", ""] + list(entries)
  }

  private func list(_ entries: [String]) -> [String] {
    let rest = entries.count - Self.mostLines
    return entries.prefix(Self.mostLines).map { "- " + $0 }
      + (rest > 0 ? ["- and \(rest) more"] : [])
  }

  private func figures(_ totals: [Moved]) -> [String] {
    guard !totals.isEmpty else { return [] }
    return [
      "", "## Figures", "", "| figure | old | new | difference | why |", "|---|---|---|---|---|",
    ]
      + totals.map { moved in
        let move = moved.move
        let why =
          moved.reasons.isEmpty ? "not told by the inputs" : moved.reasons.joined(separator: "; ")
        let cells = [
          "\(move.indicator) \(move.title)", move.shown.old, move.shown.new, move.difference, why,
        ]
        return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
      }
  }

  /// What one corrected form has changed: its rows, and the figures of whose form it is.
  private func correction(_ correction: FormCorrections.Correction) -> [String] {
    let versions =
      correction.oldVersion == correction.newVersion
      ? "version \(correction.newVersion)"
      : "version \(correction.oldVersion) → \(correction.newVersion)"
    let rows = correction.rows.map(\.text)
    let figures = correction.figures.map { "\($0.indicator) \($0.title): \($0.change)" }
    let name = submissions.name(ofFile: correction.file)
    return section(
      "Correction of \(correction.identity), \(versions) (\(name))",
      rows.isEmpty ? ["no accepted row is another"] : rows)
      + (correction.unit.map { unit in
        figures.isEmpty
          ? ["", "No figure of \(unit) moved."]
          : ["", "Figures of \(unit):", ""]
            + list(figures)
      } ?? [])
  }

  private func rows(_ totals: [Moved]) -> [String] {
    var lines: [String] = []
    for moved in totals {
      guard let rows = moved.rows, !(rows.came + rows.went).isEmpty else { continue }
      let words = { (row: CountedRows.Counted) in
        row.name + row.place(naming: submissions.name)
      }
      let entries = rows.came.map { "+ " + words($0) } + rows.went.map { "− " + words($0) }
      let rest = entries.count - Self.mostRows
      let shown = entries.prefix(Self.mostRows) + (rest > 0 ? ["and \(rest) more"] : [])
      lines.append("- \(moved.move.indicator): " + shown.joined(separator: "; "))
    }
    guard !lines.isEmpty else { return [] }
    return ["", "## Rows that came (+) and went (−)", ""] + lines
  }
}
