import Foundation
import GRDB

/// What moved between two releases, and why.
public struct ReleaseDiff {
  struct Moved {
    var move: FigureMove
    var rows: CountedRows.Difference?
    var reasons: [String]
  }

  var year: Int
  var old: Manifest
  var new: Manifest
  var submissions: SubmissionChanges
  /// Files and rows refused that the old release did not have, with place and message.
  var refused: [String]
  var moved: [Moved]
  /// What corrected forms have changed.
  var corrections: [FormCorrections.Correction]
  /// How many partners the public edition names that the one before did not, and the other way
  /// round; nil where that cannot be told.
  var names: (came: Int, went: Int)?
  /// Figures only the new release has.
  var added: [String]

  /// Writes `changes/<old>-<new>.md` and returns its text; nil where nothing was in force, where it
  /// is the same release, or where the old one cannot be read.
  static func write(
    from old: String?, to new: String, of year: Int, _ output: OutputFolder, _ pipeline: Pipeline
  ) throws -> String? {
    guard let old, old != new else { return nil }
    let text: String
    do {
      text = try ReleaseDiff(
        from: output.release(old, of: year), to: output.release(new, of: year), pipeline
      ).text()
    } catch let error as DatabaseError where !error.isOfTheDisk {
      return nil  // damaged, or of another version: the night goes on without
    } catch is DecodingError {
      return nil
    } catch RunError.noRelease {
      return nil
    }
    // It names partners: readable by owner and group only, as internal files are.
    try FileManager.default.createDirectory(
      atPath: output.changes(year), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o750])
    try Durable.write(
      Data(text.utf8), to: "\(output.changes(year))/\(old)-\(new).md")
    return text
  }

  /// Compares two release folders.
  init(from oldFolder: String, to newFolder: String, _ pipeline: Pipeline) throws {
    old = try Manifest.read(from: oldFolder)
    new = try Manifest.read(from: newFolder)
    year = new.period
    let before = try RunStore.openRelease(path: try Evidence.path(in: oldFolder))
    let after = try RunStore.openRelease(path: try Evidence.path(in: newFolder))
    let manifests = (old, new)
    (submissions, refused, moved, corrections, names, added) = try before.read { old in
      try after.read { new in
        let submissions = try SubmissionChanges(pipeline, from: old, to: new)
        let causes = try Causes(
          pipeline: pipeline, submissions: submissions,
          references: manifests.0.references(changedIn: manifests.1),
          isOtherProgram: manifests.0.program != manifests.1.program, old: old, new: new)
        let rows = CountedRows(pipeline: pipeline)
        let moves = try FigureMove.all(pipeline, from: old, to: new)
        let corrections = try FormCorrections(pipeline, submissions, moves, from: old, to: new)
        let moved = try moves.map { move in
          let rows = move.isTotal ? try rows.difference(move, from: old, to: new) : nil
          return Moved(move: move, rows: rows, reasons: try causes.of(move, rows))
        }
        let codes = { try Set(String.fetchAll($0, sql: "SELECT DISTINCT indicator FROM figure")) }
        return (
          submissions, try PreviousRelease.refusals(new, notIn: PreviousRelease.refusals(old)),
          moved, corrections.all, Self.names(pipeline, from: old, to: new),
          try codes(new).subtracting(codes(old)).sorted()
        )
      }
    }
    try before.close()
    try after.close()
  }

  private static func names(_ pipeline: Pipeline, from old: Database, to new: Database)
    -> (came: Int, went: Int)?
  {
    // Definitions that have changed since may not fit the evidence.
    guard let before = try? PublicNames.all(old, pipeline),
      let after = try? PublicNames.all(new, pipeline)
    else { return nil }
    return (after.subtracting(before).count, before.subtracting(after).count)
  }
}

/// Why a figure moved, told from what it reads and from what changed.
private struct Causes {
  var pipeline: Pipeline
  var submissions: SubmissionChanges
  var references: [String]
  var isOtherProgram: Bool
  var old: Database
  var new: Database
  private var lineage: Lineage?

  init(
    pipeline: Pipeline, submissions: SubmissionChanges, references: [String], isOtherProgram: Bool,
    old: Database, new: Database
  ) throws {
    self.pipeline = pipeline
    self.submissions = submissions
    self.references = references
    self.isOtherProgram = isOtherProgram
    self.old = old
    self.new = new
    // Definitions that have changed since may not fit the evidence.
    lineage = try? Lineage(pipeline, in: new)
  }

  func of(_ move: FigureMove, _ rows: CountedRows.Difference?) throws -> [String] {
    var reasons: [String] = []
    if try isRedefined(move) { reasons.append("definition") }
    if isOtherProgram { reasons.append("program") }
    var isExplained = false
    if let rows, !(rows.came + rows.went).isEmpty {
      let came = rows.came.map { submissions.cause(ofFile: $0.file ?? "", isNew: true) }
      let went = rows.went.map { submissions.cause(ofFile: $0.file ?? "", isNew: false) }
      reasons += SubmissionChanges.words(Set((came + went).compactMap { $0 }))
      isExplained = !(came + went).contains(nil)
    }
    guard !isExplained else { return reasons }
    let indicator = pipeline.indicator(move.indicator)
    let models = indicator.map { indicator in
      [indicator.total.measure.from] + (indicator.total.outOf.map { [$0.from] } ?? [])
    }
    let reads = (models ?? []).reduce(into: Set<String>()) {
      $0.formUnion(lineage?.reads($1.name) ?? [])
    }
    let registers = references.filter { path in
      let name = path.split(separator: "/").last?.dropLast(".csv".count) ?? ""
      let register = pipeline.registers.first { path == "registers/" + ($0.csv ?? "") }
      // Corrections are applied while files are read.
      return register?.corrects != nil
        || reads.contains(register?.view ?? "list_" + name) || lineage == nil
    }
    reasons += registers.map { path in
      (path.hasPrefix("registers/") ? "register " : "code list ")
        + (path.split(separator: "/").last.map(String.init) ?? path)
    }
    let hasForms = models?.contains { lineage?.restsOnSubmissions($0) ?? true } ?? true
    let isUntraced = ((rows?.came ?? []) + (rows?.went ?? [])).contains { $0.file == nil }
    // Where neither a row nor a register tells it, a form must have: one by which another row counts.
    if rows == nil || isUntraced || reasons.isEmpty, hasForms {
      if !submissions.arrived.isEmpty { reasons.append("new data") }
      if !submissions.corrected.isEmpty { reasons.append("corrected data") }
      if submissions.corrected.isEmpty, !submissions.gone.isEmpty { reasons.append("forms gone") }
    }
    return reasons
  }

  private func isRedefined(_ move: FigureMove) throws -> Bool {
    let meaning = { (db: Database) in
      try String.fetchOne(
        db,
        sql: "SELECT definition FROM figure_definition WHERE indicator = ? AND dimension IS ?",
        arguments: [move.indicator, move.dimension])
    }
    return try meaning(old) != meaning(new)
  }
}

extension ReleaseDiff {
  /// Compares two releases of one year by their ids; the one in force with the one before it where
  /// none are named.
  ///
  /// - Throws: ``RunError/noRelease(_:)`` where there are not two.
  public init(
    pipelineFolder: String, outputFolder: String, year: Int?, releases: (String, String)?
  ) throws {
    let output = OutputFolder(root: outputFolder)
    let year = try year ?? output.newestYear()
    let mistakes = MistakeList()
    let pipeline = Pipeline(folder: pipelineFolder, mistakes: mistakes)
    guard mistakes.all.isEmpty else { throw DefinitionError(mistakes.all) }
    var pair = releases
    if pair == nil, let current = output.currentID(year) {
      let before = try RunHistory(reading: output.state)?.inForce(year)
        .first { $0 != current && Evidence.exists(in: output.release($0, of: year)) }
      pair = before.map { ($0, current) }
    }
    for id in [releases?.0, releases?.1].compactMap({ $0 })
    where !Evidence.exists(in: output.release(id, of: year)) {
      throw RunError.wrongUsage(Self.unknown(id, of: year, output))
    }
    guard let pair else {
      throw RunError.wrongUsage(
        "\(year) has no two releases to compare; name them, old and new")
    }
    try self.init(
      from: output.release(pair.0, of: year), to: output.release(pair.1, of: year), pipeline)
  }

  private static func unknown(_ id: String, of year: Int, _ output: OutputFolder) -> String {
    // A year without the folder has none.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: output.releases(year))) ?? []
    let known = names.sorted(by: byteOrder)
      .map { $0 == output.currentID(year) ? "\($0) (in force)" : $0 }
    return "\(year) has no release \(id); "
      + (known.isEmpty ? "it has none" : "there are: " + known.joined(separator: ", "))
  }
}
