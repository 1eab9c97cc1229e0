import Foundation
import GRDB
import Spreadsheet

/// Years that a person has closed: a run computes aside, and only a restatement moves them.
extension ReportRun {
  /// Who decides about a year, when and why.
  public struct Decision: Sendable {
    public var by: String
    public var reason: String
    public var on: CalendarDay

    public init(by: String, reason: String, on: CalendarDay) {
      self.by = by
      self.reason = reason
      self.on = on
    }
  }

  /// Closes the year: the release in force stays so until it is restated.
  ///
  /// - Throws: ``RunError/wrongUsage(_:)`` when it is closed already; ``RunError/noRelease(_:)``
  ///   when there is nothing to close.
  public func freeze(_ decision: Decision) throws -> Outcome {
    try locked { history in
      try check(decision)
      if let act = try Closing.ofYear(options.year, output, history)?.acts.first {
        throw RunError.wrongUsage("\(options.year) was closed by \(act.by) on \(act.on)")
      }
      guard let id = output.currentID(options.year) else {
        throw RunError.noRelease(output.current(options.year))
      }
      let manifest = try wholeRelease(id)
      let act = Closing.Act(
        kind: .freeze, release: id, reason: decision.reason, by: decision.by,
        on: "\(decision.on)")
      try Closing(acts: [act]).record(options.year, output, history)
      return outcome(.closed, manifest, Timings())
    }
  }

  /// Makes a release of a closed year from what there is now, and puts it in force.
  ///
  /// - Throws: ``RunError/wrongUsage(_:)`` when the year is not closed.
  public func restate(_ decision: Decision) throws -> Outcome {
    try locked { history in
      try check(decision)
      guard var closing = try Closing.ofYear(options.year, output, history) else {
        throw RunError.wrongUsage(
          "\(options.year) is not closed; `fundreport run` moves it, `fundreport freeze` closes it")
      }
      _ = try inForce(closing)
      var timings = newTimings
      var inputs = try readInputs(&timings)
      let previous = closing.release
      inputs.restatement = closing.restatement
      if let days = try history.days(of: inputs.digest),
        inputs.releaseID(waiting: waiting(days)) == previous
      {
        return outcome(.nothingNew, try wholeRelease(previous), timings)
      }
      inputs.restatement = .init(
        previous: previous, reason: decision.reason, by: decision.by, on: "\(decision.on)")
      return try release(inputs, history, &timings) { id in
        closing.acts.append(
          .init(
            kind: .restate, release: id, previous: previous, reason: decision.reason,
            by: decision.by, on: "\(decision.on)"))
        // From here on the restatement holds: a run that finds the link behind moves it.
        try closing.record(options.year, output, history)
      }
    }
  }

  /// What a run does on a closed year; nil for a past day, whose release is made aside in any case.
  ///
  /// Forms that came since wait. Everything else that is new is computed aside, once.
  ///
  /// - Throws: ``RunError/closedYearWouldMove(_:_:)`` when a published figure would move.
  func closed(
    _ closing: Closing, _ inputs: RunInputs, _ history: RunHistory, _ timings: Timings
  ) throws -> Outcome? {
    let manifest = try inForce(closing)
    guard !isBeforeCurrent(manifest) else { return nil }
    var timings = timings
    let kept = inputs.knowing(manifest.inputs)
    let now = kept.changing(manifest)
    let late = inputs.late(for: manifest.inputs)
    guard now != manifest else { return outcome(.nothingNew, manifest, timings, late) }
    // Forms that had not come to count when the year was closed go on waiting.
    var asThen = options
    if let day = manifest.waiting.first.flatMap(CalendarDay.init(iso8601:)), day <= asThen.cutOff {
      asThen.cutOff = CalendarDay(daysSince1970: day.daysSince1970 - 1)
    }
    let aside = ReportRun(asThen)
    let moved =
      try aside.knownMoves(kept, from: closing.release, history)
      ?? aside.moves(kept, from: closing.release, history, &timings)
    guard moved.isEmpty else {
      let causes = inputs.forms(gone: manifest.inputs) + manifest.otherInputs(changedIn: now)
      throw RunError.closedYearWouldMove(
        options.year, because: Self.shown(causes), moves: moved)
    }
    return outcome(.closed, manifest, timings, late)
  }

  /// What an earlier night computed from the same inputs.
  private func knownMoves(
    _ inputs: RunInputs, from closed: String, _ history: RunHistory
  ) throws -> [String]? {
    guard let days = try history.days(of: inputs.digest) else { return nil }
    return try history.moves(from: closed, to: inputs.releaseID(waiting: waiting(days)))
  }

  private func moves(
    _ inputs: RunInputs, from closed: String, _ history: RunHistory, _ timings: inout Timings
  ) throws -> [String] {
    try build(inputs, &timings, isAside: true) { built, pipeline, timings in
      let words = { (moves: [FigureMove]) in "\(moves.count) figures would move" }
      let moved = try timings.measure("compare", amount: words) {
        try moves(pipeline, from: output.release(closed, of: options.year), to: built.staging)
      }
      let lines = Self.lines(moved)
      try history.remember(built.days, of: inputs.digest)
      try history.remember(lines, from: closed, to: built.manifest.release)
      return lines
    }
  }

  /// The totals that would move, or where none does the categories; at most twenty lines.
  private static func lines(_ moves: [FigureMove]) -> [String] {
    let totals = moves.filter(\.isTotal)
    let shown = (totals.isEmpty ? moves : totals).prefix(20).map { "  " + $0.line }
    let rest = moves.count - shown.count
    return shown + (rest > 0 ? ["  and \(rest) more, categories included"] : [])
  }

  private static func shown(_ causes: [String]) -> [String] {
    let rest = causes.count - 20
    return causes.prefix(20).map { "  " + $0 } + (rest > 0 ? ["  and \(rest) more"] : [])
  }

  private func moves(_ pipeline: Pipeline, from old: String, to new: String) throws -> [FigureMove]
  {
    let before = try RunStore.openRelease(path: try Evidence.path(in: old))
    let after = try RunStore.openRelease(path: try Evidence.path(in: new))
    let moves = try before.read { old in
      try after.read { try FigureMove.all(pipeline, from: old, to: $0) }
    }
    try before.close()
    try after.close()
    return moves
  }

  /// The release the record names, put in force if a crash came between the two.
  private func inForce(_ closing: Closing) throws -> Manifest {
    let manifest = try wholeRelease(closing.release)
    if output.currentID(options.year) != closing.release {
      try output.moveCurrent(to: closing.release, of: options.year)
    }
    return manifest
  }

  private func wholeRelease(_ id: String) throws -> Manifest {
    let folder = output.release(id, of: options.year)
    // No manifest, or one that cannot be read, is damage too.
    guard let manifest = try? Manifest.read(from: folder),
      try manifest.differences(in: folder).isEmpty
    else { throw RunError.damagedClosedYear(folder) }
    return manifest
  }

  private func check(_ decision: Decision) throws {
    for (name, text) in [("--reason", decision.reason), ("--by", decision.by)]
    where text.allSatisfy(\.isWhitespace) {
      throw RunError.wrongUsage("\(name) is empty; a closed year keeps who decided what, and why")
    }
  }

  private func outcome(
    _ kind: Outcome.Kind, _ manifest: Manifest, _ timings: Timings, _ late: [String] = []
  ) -> Outcome {
    let folder = output.release(manifest.release, of: options.year)
    return Outcome(
      kind: kind, release: manifest.release, releaseFolder: folder,
      workbook: manifest.workbook.map { folder + "/" + $0 }, findings: manifest.findings,
      late: late, timings: timings)
  }
}
