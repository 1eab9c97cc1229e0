import Foundation
import GRDB
import Spreadsheet

/// How the nights went, which releases are in force, and what is still to come.
public struct Status: Encodable {
  /// One year that has a release.
  public struct Year: Encodable {
    public var year: Int
    public var release: String
    /// When it was put in force; nil where the history does not know.
    public var releasedAt: String?
    public var lastAttempt: String?
    public var lastSuccess: String?
    public var hoursSinceSuccess: Double?
    public var closed: Closing?
    /// Forms that the release in force does not know: of a closed year they wait, of another they
    /// came since, perhaps after the last day on which it is open.
    public var late: [String]
    /// Public editions of the year, where the public reads them.
    public var published: [Edition]
    /// Lines of the published table of what is still to come; nil where the definitions that make it
    /// cannot be read.
    public var outstanding: [Outstanding]?
  }

  /// A public edition that a person has published.
  public struct Edition: Encodable {
    public var place: String
    /// How many it names that have refused since; nil where that cannot be told.
    public var refusedSince: Int?
  }

  /// Something still to come.
  public struct Outstanding: Encodable {
    /// What the table says of it, in the order of its columns.
    public var says: [String]
    public var dueOn: String?
    /// Days since it was due, negative before; nil without a day.
    public var daysLate: Int?
  }

  /// One run as it went.
  public struct Run: Encodable {
    /// Nil of a night that came to no year.
    public var year: Int?
    public var startedAt: String
    public var endedAt: String?
    public var outcome: String?
    public var release: String?
  }

  public var years: [Year]
  /// When anything last ended well, a night without an open year included; nil for never.
  public var lastSuccess: String?
  /// Whether a run is at work; one that has not ended otherwise was stopped.
  public var isAtWork: Bool
  /// The latest first.
  public var runs: [Run]

  /// Where the last run read definitions and data; nil where nothing ran yet.
  public static func foldersOfLastRun(_ outputFolder: String) throws
    -> (pipeline: String, data: String)?
  {
    try RunHistory(reading: OutputFolder(root: outputFolder).state)?.folders()
  }

  /// - Parameter today: days late are counted to this day.
  public init(
    pipelineFolder: String, dataFolder: String, outputFolder: String, today: CalendarDay,
    now: Date
  ) throws {
    let output = OutputFolder(root: outputFolder)
    let mistakes = MistakeList()
    let pipeline = Pipeline(folder: pipelineFolder, mistakes: mistakes)
    let history = try RunHistory(reading: output.state)
    runs =
      try history?.runs(limit: 10).map {
        Run(
          year: $0.period == RunHistory.noYear ? nil : $0.period, startedAt: $0.startedAt,
          endedAt: $0.endedAt, outcome: $0.outcome, release: $0.release)
      } ?? []
    lastSuccess = try history?.lastSuccess()
    isAtWork = RunLock.isHeld(output.lock)
    let isReadable = mistakes.all.isEmpty
    let table = pipeline.workbooks.first?.outstanding.flatMap { name in
      pipeline.tables.first { $0.name == name }
    }
    // All forms are read for it, so only where something is published. Nil where a definition,
    // register or form cannot be read: it cannot be told then who refuses.
    lazy var refusals = try? Refusals(
      pipelineFolder: pipelineFolder, dataFolder: dataFolder, today: today
    ).names()
    years = try output.years().map { year in
      let release = output.currentID(year) ?? ""
      let latest = try history?.latest(of: year, release: release)
      let data = try FileContents.read(output.closing(year))
      let closed = try data.map { try JSONDecoder().decode(Closing.self, from: $0) }
      var options = ReportRun.Options(
        pipelineFolder: pipelineFolder, dataFolder: dataFolder, outputFolder: outputFolder,
        year: year, cutOff: today)
      options.year = year
      var late: [String] = []
      if let manifest = try? Manifest.read(from: output.release(release, of: year)) {
        do {
          late = try RunInputs(options, output).late(for: manifest.inputs)
            .filter { closed != nil || $0.hasPrefix("reports/\(year)/") }
        } catch RunError.missingFolder {
          // Without the data it cannot be told; the runs say what stops them.
        }
      }
      return Year(
        year: year, release: release, releasedAt: latest?.released, lastAttempt: latest?.attempt,
        lastSuccess: latest?.success,
        hoursSinceSuccess: try latest?.success.map {
          now.timeIntervalSince(try Date($0, strategy: .iso8601)) / 3600
        }, closed: closed, late: late,
        published: try Publications.ofYear(year, output).editions?.compactMap { edition in
          try Self.published(edition, of: year, output, refusals)
        } ?? [],
        outstanding: isReadable
          ? try table.map { try Self.outstanding($0, output.release(release, of: year), today) }
            ?? []
          : nil)
    }
  }

  /// Whether nothing has gone well for so long: no night at all, or none of a year that is tried.
  public func isOlder(than hours: Double, now: Date) -> Bool {
    let limit = now.addingTimeInterval(-hours * 3600).formatted(.iso8601)
    // Times are UTC, written alike: the order of the texts is theirs.
    guard (lastSuccess ?? "") > limit else { return true }
    return years.contains { year in
      let success = year.lastSuccess ?? ""
      return (year.lastAttempt ?? "") > success && success <= limit
    }
  }

  /// Nil where a person has taken the edition away.
  private static func published(
    _ edition: Publications.Edition, of year: Int, _ output: OutputFolder, _ refusals: [String]?
  ) throws -> Edition? {
    guard FileManager.default.fileExists(atPath: edition.place) else { return nil }
    let named = try refusals.map {
      try PublicNames.digests(of: output.release(edition.release, of: year), refusals: $0)
    }
    return Edition(
      place: edition.place, refusedSince: named.map { Set(edition.named).subtracting($0).count })
  }

  private static func outstanding(
    _ table: ModelDefinition, _ folder: String, _ today: CalendarDay
  ) throws -> [Outstanding] {
    // A release of older definitions has no such table.
    guard
      let data = FileManager.default.contents(
        atPath: "\(folder)/internal/csv/\(table.name.name).csv")
    else { return [] }
    let rows = try CSVReader.rows(of: [UInt8](data), file: table.name.name)
    let due = table.columns.firstIndex { $0.type == .date }
    return rows.dropFirst().map { row in
      var says = Array(repeating: "", count: table.columns.count)
      for cell in row.cells {
        if case .text(let text) = cell.value, cell.reference.column <= says.count {
          says[cell.reference.column - 1] = text
        }
      }
      let dueOn = due.map { says.remove(at: $0) }.flatMap { CalendarDay(iso8601: $0) }
      return Outstanding(
        says: says, dueOn: dueOn.map { "\($0)" },
        daysLate: dueOn.map { today.daysSince1970 - $0.daysSince1970 })
    }
  }
}
