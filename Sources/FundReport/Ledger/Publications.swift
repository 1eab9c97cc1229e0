import Foundation
import GRDB

/// Which editions of a year persons have published, in order: a new one is held against them.
struct Publications: Codable {
  struct Act: Codable, Hashable {
    var release: String
    /// What the edition withheld.
    var withheld: [FigurePlace]
  }

  /// An edition where the public reads it.
  struct Edition: Codable, Hashable {
    var place: String
    var release: String
    /// Digests of those whom it names.
    var named: [String]
  }

  var acts: [Act]
  /// One of each place; nil in a record of an older version.
  var editions: [Edition]?

  static func ofYear(_ year: Int, _ output: OutputFolder) throws -> Publications {
    guard let data = try FileContents.read(output.published(year)) else {
      return Publications(acts: [])
    }
    return try JSONDecoder().decode(Publications.self, from: data)
  }

  /// Notes an edition that is about to be published; one that was published before is noted already.
  static func record(_ act: Act, of year: Int, _ output: OutputFolder) throws {
    var publications = try ofYear(year, output)
    guard !publications.acts.contains(act) else { return }
    publications.acts.append(act)
    try publications.write(year, output)
  }

  /// Notes what the public reads in a place from now on.
  static func record(_ edition: Edition, of year: Int, _ output: OutputFolder) throws {
    var publications = try ofYear(year, output)
    let others = (publications.editions ?? []).filter { $0.place != edition.place }
    let editions = (others + [edition]).sorted { byteOrder($0.place, $1.place) }
    guard publications.editions != editions else { return }
    publications.editions = editions
    try publications.write(year, output)
  }

  private func write(_ year: Int, _ output: OutputFolder) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try Durable.write(try encoder.encode(self), to: output.published(year))
  }
}

/// An edition that was published, with the problem its release solved.
struct PublishedEdition {
  private var withheld: Set<FigurePlace>
  private var problems: [String: Suppression.Problem] = [:]

  /// - Throws: ``RunError/lostEdition(_:)`` when the release is not there any more.
  init(_ act: Publications.Act, of year: Int, _ output: OutputFolder) throws {
    withheld = Set(act.withheld)
    problems = try Self.read(act.release, of: year, output) { db in
      let kinds = try String.fetchAll(db, sql: "SELECT kind FROM disclosure_problem")
      return try Dictionary(
        uniqueKeysWithValues: kinds.map { ($0, try Disclosure.problem(of: $0, db)) })
    }
  }

  /// What it showed and withheld of one kind; nil when it knew no such kind.
  func edition(of kind: String) -> EarlierEdition? {
    problems[kind].map { problem in
      let unlisted = problem.figures.filter { !$0.isListed }.map(\.place)
      return EarlierEdition(problem: problem, withheld: withheld.union(unlisted))
    }
  }

  /// The editions that a new one is held against: those published, and those of releases of a
  /// closed year, which have been printed.
  ///
  /// - Parameter standing: the release whose edition the public reads now, should it not be noted.
  static func acts(of year: Int, _ output: OutputFolder, standing: String?) throws
    -> [Publications.Act]
  {
    var acts = try Publications.ofYear(year, output).acts
    let closing = try Closing.ofYear(year, output, RunHistory(path: output.state))
    let releases = (closing?.acts.map(\.release) ?? []) + [standing].compactMap { $0 }
    for id in releases where !acts.contains(where: { $0.release == id }) {
      var act = Publications.Act(
        release: id, withheld: try read(id, of: year, output, Self.withheld))
      if !acts.isEmpty {
        let before = try acts.map { try PublishedEdition($0, of: year, output) }
        let more = try PublishedEdition(act, of: year, output).withheld(after: before)
        act.withheld += more.filter { !act.withheld.contains($0) }
      }
      acts.append(act)
    }
    return acts
  }

  /// What it would have had to withhold, had it been published after others.
  private func withheld(after editions: [PublishedEdition]) -> [FigurePlace] {
    problems.keys.sorted().flatMap { kind in
      let problem = edition(of: kind)?.problem
      let decisions = problem.map {
        Suppression($0, after: editions.compactMap { $0.edition(of: kind) }).decisions
      }
      return (problem?.figures ?? []).filter { $0.isListed && decisions?[$0.id] != nil }
        .map(\.place)
    }
  }

  /// The figures that are withheld, by the evidence of a release or a copy of it.
  static func withheld(_ db: Database) throws -> [FigurePlace] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT f.indicator, f.dimension, f.category FROM disclosed d
        JOIN figure f ON f.figure = d.figure WHERE d.state = 'suppressed' ORDER BY f.figure
        """
    ).map { FigurePlace(indicator: $0[0], dimension: $0[1], category: $0[2]) }
  }

  private static func read<Result>(
    _ id: String, of year: Int, _ output: OutputFolder, _ read: (Database) throws -> Result
  ) throws -> Result {
    let folder = output.release(id, of: year)
    guard let path = try? Evidence.path(in: folder) else { throw RunError.lostEdition(folder) }
    let store = try RunStore.openRelease(path: path)
    defer { try? store.close() }  // only read: nothing is lost
    return try store.read { db in
      guard try db.tableExists("disclosure_problem") else { throw RunError.lostEdition(folder) }
      return try read(db)
    }
  }
}
