import Foundation
import Spreadsheet

extension ReleaseDiff {
  private static let mostRows = 3
  private static let mostLines = 20

  /// Half a page a director reads: forms, other inputs, figures with old and new value, rows.
  public func text() -> String {
    let totals = moved.filter(\.move.isTotal)
    var lines = ["# \(year): what changed from release \(old.release) to \(new.release)", ""]
    lines.append(summary(totals.count, moved.count - totals.count))
    if let restatement = new.restatement {
      lines += ["", "Restated by \(restatement.by) on \(restatement.on): \(restatement.reason)"]
    }
    lines += section("Forms", forms) + section("Other inputs", inputs)
    lines += figures(totals) + rows(totals) + corrections.flatMap(correction)
    if totals.isEmpty { lines += section("Categories", moved.map(\.move.line)) }
    lines += section("Names in the public edition", namings)
    lines += section("Figures published for the first time", added)
    return lines.joined(separator: "\n") + "\n"
  }

  private func summary(_ totals: Int, _ categories: Int) -> String {
    guard totals + categories > 0 else { return "No published figure moved." }
    let first = totals == 1 ? "1 total" : "\(totals) totals"
    return "\(first) and \(categories) figures of single categories moved."
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

  private var inputs: [String] {
    var lines = references.map { "changed: \($0)" }
    if old.definitions != new.definitions { lines.append("changed: definitions") }
    if old.program != new.program { lines.append("program: \(old.program) → \(new.program)") }
    if old.previousYear != new.previousYear {
      lines.append(
        "last year's release: \(old.previousYear ?? "none") → \(new.previousYear ?? "none")")
    }
    return lines
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
        let difference =
          if let old = move.old, let new = move.new {
            FigureText.change(new - old, move.unit)
          } else {
            ""
          }
        let why =
          moved.reasons.isEmpty ? "not told by the inputs" : moved.reasons.joined(separator: "; ")
        let cells = [
          "\(move.indicator) \(move.title)", move.shown(move.old, move.oldReason),
          move.shown(move.new, move.newReason), difference, why,
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
    let figures = correction.figures.map { move in
      "\(move.indicator) \(move.title): \(move.shown(move.old, move.oldReason)) → "
        + move.shown(move.new, move.newReason)
    }
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
