import Foundation
import GRDB
import Spreadsheet

/// One night's work for one reporting year: everything, or nothing if nothing changed.
public struct ReportRun {
  /// Where things stand, and which year is reported on.
  public struct Options: Sendable {
    public var pipelineFolder: String
    public var dataFolder: String
    public var outputFolder: String
    public var year: Int
    /// Versions dated after this day wait.
    public var cutOff: CalendarDay

    public init(
      pipelineFolder: String, dataFolder: String, outputFolder: String, year: Int,
      cutOff: CalendarDay
    ) {
      self.pipelineFolder = pipelineFolder
      self.dataFolder = dataFolder
      self.outputFolder = outputFolder
      self.year = year
      self.cutOff = cutOff
    }
  }

  /// What a run came to.
  public struct Outcome: Sendable {
    public enum Kind: Sendable {
      /// The release in force is what these inputs make.
      case nothingNew
      case released
      /// Built for a past day; the release in force stays.
      case releasedAside
    }

    public var kind: Kind
    public var release: String
    public var releaseFolder: String
    public var workbook: String?
    /// Findings listed in the release, by severity.
    public var findings: [String: Int]
    /// Files refused and rows quarantined that the previous release did not have.
    public var newRefusals: Int
    public var timings: Timings
  }

  private let options: Options
  private let output: OutputFolder

  public init(_ options: Options) {
    self.options = options
    output = OutputFolder(root: options.outputFolder)
  }

  /// - Throws: ``DefinitionError``, ``RunError``, or what the disk or the database says.
  public func run() throws -> Outcome {
    try FileManager.default.createDirectory(
      atPath: options.outputFolder, withIntermediateDirectories: true)
    return try RunLock.hold(output.lock) { try recorded() }
  }

  private func recorded() throws -> Outcome {
    let history = try RunHistory(path: output.state)
    let number = try history.start(period: options.year, cutOff: "\(options.cutOff)")
    do {
      let outcome = try run(history)
      try history.end(number, outcome: "\(outcome.kind)", release: outcome.release)
      return outcome
    } catch {
      try history.end(number, outcome: "failed: \(error)", release: nil)
      throw error
    }
  }

  private func run(_ history: RunHistory) throws -> Outcome {
    var timings = Timings()
    let inputs = try timings.measure("inputs") { try RunInputs(options, output) }
    if let days = try history.days(of: inputs.digest) {
      let id = inputs.releaseID(waiting: waiting(days))
      if let outcome = try existing(id, newest: newest(days), timings) { return outcome }
    }
    let definitions = try timings.measure("definitions") {
      try Definitions(
        pipelineFolder: options.pipelineFolder, dataFolder: options.dataFolder)
    }
    let staging = try output.makeStaging(options.year)
    do {
      let built = try ReleaseBuild(
        options: options, output: output, definitions: definitions, inputs: inputs, staging: staging
      ).build(&timings)
      try history.remember(built.days, of: inputs.digest)
      let isPast = isBeforeCurrent(built.manifest)
      try timings.measure("commit") {
        try output.commit(staging, as: built.manifest.release, of: options.year)
        if !isPast { try output.moveCurrent(to: built.manifest.release, of: options.year) }
      }
      let folder = output.release(built.manifest.release, of: options.year)
      return Outcome(
        kind: isPast ? .releasedAside : .released, release: built.manifest.release,
        releaseFolder: folder, workbook: built.workbook.map { folder + "/" + $0 },
        findings: built.manifest.findings, newRefusals: built.newRefusals, timings: timings)
    } catch {
      try? FileManager.default.removeItem(atPath: staging)  // the next run removes what is left
      throw error
    }
  }

  private func waiting(_ days: [String]) -> [String] { days.filter { $0 > "\(options.cutOff)" } }

  private func newest(_ days: [String]) -> String? { days.last { $0 <= "\(options.cutOff)" } }

  /// These inputs have made a release that still stands as it was made.
  private func existing(_ id: String, newest: String?, _ timings: Timings) throws -> Outcome? {
    let folder = output.release(id, of: options.year)
    guard let manifest = try? Manifest.read(from: folder),  // none or damaged: it is built again
      try manifest.differences(in: folder).isEmpty
    else { return nil }
    let isInForce = output.currentID(options.year) == id
    let isPast = !isInForce && isBeforeCurrent(manifest)
    if !isInForce, !isPast { try output.moveCurrent(to: id, of: options.year) }
    return Outcome(
      kind: isInForce ? .nothingNew : isPast ? .releasedAside : .released, release: id,
      releaseFolder: folder, workbook: manifest.workbook.map { folder + "/" + $0 },
      findings: manifest.findings, newRefusals: 0, timings: timings)
  }

  /// Whether the release in force counts a form newer than this run's cut-off.
  private func isBeforeCurrent(_ manifest: Manifest) -> Bool {
    guard let id = output.currentID(options.year),
      let current = try? Manifest.read(from: output.release(id, of: options.year))
    else { return false }  // no release in force that could be read: this one takes its place
    return (current.dataAsOf ?? "") > "\(options.cutOff)"
  }
}
