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
    /// Codes of blocking checks that a person lets pass this once.
    public var accepted: Set<String>
    /// Hears of each stage as it ends.
    public var progress: @Sendable (Int, Timings.Stage) -> Void

    public init(
      pipelineFolder: String, dataFolder: String, outputFolder: String, year: Int,
      cutOff: CalendarDay, accepted: Set<String> = [],
      progress: @escaping @Sendable (Int, Timings.Stage) -> Void = { _, _ in }
    ) {
      self.pipelineFolder = pipelineFolder
      self.dataFolder = dataFolder
      self.outputFolder = outputFolder
      self.year = year
      self.cutOff = cutOff
      self.accepted = accepted
      self.progress = progress
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
      /// The year is closed; what is new moves no published figure.
      case closed
    }

    public var kind: Kind
    public var release: String
    public var releaseFolder: String
    public var workbook: String?
    /// Findings listed in the release, by severity.
    public var findings: [String: Int]
    /// Files refused and rows quarantined that the previous release did not have, each with its
    /// place and what is wrong.
    public var newRefusals: [String] = []
    /// Forms that came after the year was closed, and wait for a restatement.
    public var late: [String] = []
    /// What moved, as a text in Markdown; nil where nothing took another's place.
    public var changes: String?
    public var timings: Timings
  }

  let options: Options
  let output: OutputFolder

  public init(_ options: Options) {
    self.options = options
    output = OutputFolder(root: options.outputFolder)
  }

  /// - Throws: ``DefinitionError``, ``RunError``, or what the disk or the database says.
  public func run() throws -> Outcome { try locked { try nightly($0) } }

  /// The same for a night that holds the lock for all its years.
  func runHoldingLock() throws -> Outcome { try recorded { try nightly($0) } }

  /// Does one thing while holding the lock, and notes in the history and the log how it ended.
  func locked(_ work: (RunHistory) throws -> Outcome) throws -> Outcome {
    try FileManager.default.createDirectory(
      atPath: options.outputFolder, withIntermediateDirectories: true)
    return try RunLock.hold(output.lock) { try recorded(work) }
  }

  private func recorded(_ work: (RunHistory) throws -> Outcome) throws -> Outcome {
    let result = Result {
      let history = try RunHistory(path: output.state)
      let number = try history.start(period: options.year, cutOff: "\(options.cutOff)")
      do {
        let outcome = try work(history)
        try history.remember(
          pipelineFolder: options.pipelineFolder, dataFolder: options.dataFolder, of: options.year)
        try history.end(number, outcome: "\(outcome.kind)", release: outcome.release)
        return outcome
      } catch {
        // A disk that stopped the run may take no note of it either: what stopped it is told.
        try? history.end(number, outcome: "failed: \(error)", release: nil)
        throw error
      }
    }
    RunLog(path: output.log).write(options.year, result)
    return try result.get()
  }

  private func nightly(_ history: RunHistory) throws -> Outcome {
    try output.sweep(options.year)
    var timings = newTimings
    let inputs = try readInputs(&timings)
    if let closing = try Closing.ofYear(options.year, output, history),
      let outcome = try closed(closing, inputs, history, timings)
    {
      return outcome
    }
    if let days = try history.days(of: inputs.digest) {
      let id = inputs.releaseID(waiting: waiting(days))
      if let outcome = try existing(id, timings) { return outcome }
    }
    return try release(inputs, history, &timings)
  }

  /// Builds a release and puts it in force, unless one that is newer is.
  func release(
    _ inputs: RunInputs, _ history: RunHistory, _ timings: inout Timings,
    deciding decide: (String) throws -> Void = { _ in }
  ) throws -> Outcome {
    try build(inputs, &timings) { built, pipeline, timings in
      try history.remember(built.days, of: inputs.digest)
      let id = built.manifest.release
      let isPast = isBeforeCurrent(built.manifest)
      let changes = try timings.measure("commit") {
        try output.commit(built.staging, as: id, of: options.year)
        guard !isPast else { return nil as String? }
        let changes = try ReleaseDiff.write(
          from: output.currentID(options.year), to: id, of: options.year, output, pipeline)
        try decide(id)
        try output.moveCurrent(to: id, of: options.year)
        return changes
      }
      let folder = output.release(id, of: options.year)
      return Outcome(
        kind: isPast ? .releasedAside : .released, release: id, releaseFolder: folder,
        workbook: built.workbook.map { folder + "/" + $0 }, findings: built.manifest.findings,
        newRefusals: built.newRefusals, changes: changes, timings: timings)
    }
  }

  /// Builds a release in a staging folder, which is gone afterwards unless it was put in its place.
  ///
  /// - Parameter isAside: it takes no place, so no check keeps it from being looked at.
  func build<Result>(
    _ inputs: RunInputs, _ timings: inout Timings, isAside: Bool = false,
    then use: (ReleaseBuild.Built, Pipeline, inout Timings) throws -> Result
  ) throws -> Result {
    let definitions = try timings.measure("definitions", amount: \.summary) {
      try Definitions(
        pipelineFolder: options.pipelineFolder, dataFolder: options.dataFolder)
    }
    try checkAccepted(definitions.pipeline)
    var made = options
    if isAside { made.accepted = Set(Self.blocking(definitions.pipeline)) }
    let staging = try output.makeStaging(options.year)
    // What cannot be removed now is removed by the next run.
    defer { try? FileManager.default.removeItem(atPath: staging) }
    let built = try ReleaseBuild(
      options: made, output: output, definitions: definitions, inputs: inputs, staging: staging
    ).build(&timings)
    return try use(built, definitions.pipeline, &timings)
  }

  /// Timings that tell the log, and whoever asked to hear of the stages.
  var newTimings: Timings {
    let (tell, year, log) = (options.progress, options.year, RunLog(path: output.log))
    return Timings {
      log.write(year, $0)
      tell(year, $0)
    }
  }

  func readInputs(_ timings: inout Timings) throws -> RunInputs {
    try timings.measure("inputs", amount: { "\($0.entries.count) files" }) {
      try RunInputs(options, output)
    }
  }

  private static func blocking(_ pipeline: Pipeline) -> [String] {
    pipeline.checks.filter { check in check.queries.contains { $0.refuses == .release } }
      .map(\.code)
  }

  private func checkAccepted(_ pipeline: Pipeline) throws {
    let blocking = Self.blocking(pipeline)
    guard let unknown = options.accepted.sorted().first(where: { !blocking.contains($0) }) else {
      return
    }
    throw RunError.wrongUsage(
      "--accept \(unknown): no such check refuses a release; those that may: "
        + blocking.joined(separator: ", "))
  }

  func waiting(_ days: [String]) -> [String] { days.filter { $0 > "\(options.cutOff)" } }

  /// These inputs have made a release that still stands as it was made.
  ///
  /// Going back to an older one is a release like any other: it is built, and checked against the
  /// one in force.
  func existing(_ id: String, _ timings: Timings) throws -> Outcome? {
    let folder = output.release(id, of: options.year)
    guard let manifest = try? Manifest.read(from: folder),  // none or damaged: it is built again
      try manifest.differences(in: folder).isEmpty
    else { return nil }
    let isInForce = output.currentID(options.year) == id
    guard isInForce || isBeforeCurrent(manifest) else { return nil }
    return Outcome(
      kind: isInForce ? .nothingNew : .releasedAside, release: id,
      releaseFolder: folder, workbook: manifest.workbook.map { folder + "/" + $0 },
      findings: manifest.findings, timings: timings)
  }

  /// Whether the release in force counts a form newer than this run's cut-off.
  func isBeforeCurrent(_ manifest: Manifest) -> Bool {
    guard let id = output.currentID(options.year),
      let current = try? Manifest.read(from: output.release(id, of: options.year))
    else { return false }  // no release in force that could be read: this one takes its place
    return (current.dataAsOf ?? "") > "\(options.cutOff)"
  }
}
