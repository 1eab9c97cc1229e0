import Foundation
import Spreadsheet

/// Puts the public edition of the release in force where the public can read it.
public struct PublicCopy {
  /// What differs between the edition and what the public reads now, by path.
  public struct Change: Sendable {
    /// The release whose edition it is.
    public var release: String
    /// Files that are not there yet.
    public var appear: [String]
    /// Files with other content.
    public var change: [String]
    /// Of each table that changes, how many lines come and go.
    public var lines: [String: (come: Int, go: Int)]
    /// Files that are in no such edition any more.
    public var disappear: [String]
    /// How many names come and go; nil where nobody knows whom the edition before named.
    public var names: (come: Int, go: Int)?

    /// Whether the public reads this edition already.
    public var isEmpty: Bool { appear.isEmpty && change.isEmpty && disappear.isEmpty }
  }

  private let output: OutputFolder
  public let year: Int
  private let id: String
  private let folders: (pipeline: String?, data: String?)
  private let today: CalendarDay
  /// The folder that becomes the edition.
  public let place: String

  private var release: String { output.release(id, of: year) }

  /// - Parameters:
  ///   - place: the folder that becomes the edition; what is in it must be an edition.
  ///   - pipelineFolder: definitions; those of the last run if not given.
  ///   - dataFolder: forms and registers that say who refuses to be named; those of the last run if
  ///     not given.
  ///   - today: forms dated later have not been sent yet.
  public init(
    outputFolder: String, year: Int, to place: String, pipelineFolder: String? = nil,
    dataFolder: String? = nil, today: CalendarDay
  ) throws {
    output = OutputFolder(root: outputFolder)
    self.year = year
    guard let id = output.currentID(year) else { throw RunError.noRelease(output.current(year)) }
    self.id = id
    folders = (pipelineFolder, dataFolder)
    self.today = today
    self.place = URL(fileURLWithPath: place).standardizedFileURL.path
  }

  static let folder = "public"

  /// The editions of all years that were published before to a folder of their year, oldest first.
  ///
  /// - Parameter place: the folder that holds these folders.
  /// - Throws: ``RunError/wrongUsage(_:)`` when there is none: to publish a year for the first time is
  ///   a decision of its own.
  public static func ofAllYears(
    outputFolder: String, in place: String, pipelineFolder: String? = nil,
    dataFolder: String? = nil, today: CalendarDay
  ) throws -> [PublicCopy] {
    let output = OutputFolder(root: outputFolder)
    let copies = try output.years().map { year in
      try PublicCopy(
        outputFolder: outputFolder, year: year, to: "\(place)/\(year)",
        pipelineFolder: pipelineFolder, dataFolder: dataFolder, today: today)
    }
    let published = try copies.filter { copy in
      let editions = try Publications.ofYear(copy.year, output).editions ?? []
      return editions.contains { $0.place == copy.place }
    }
    guard !published.isEmpty else {
      throw RunError.wrongUsage(
        "\(place): no year was published to a folder of its own in it yet; publish each once, such as "
          + "with --period 2025 --to \(place)/2025")
    }
    return published
  }

  /// Makes the editions aside, compares, and leaves everything as it is.
  ///
  /// - Throws: ``RunError/wrongUsage(_:)`` when a release has no public edition, or its place
  ///   holds anything but one; ``RunError/damagedEdition(_:)`` when the release is not as it was
  ///   made; ``RunError/lostEdition(_:)`` when an edition it must be held against is gone.
  public static func changes(of copies: [PublicCopy]) throws -> [Change] {
    let refusals = try copies.first?.refusals() ?? []
    return try copies.map { copy in
      let old = try copy.published()
      let aside = FileManager.default.temporaryDirectory.path + "/edition-" + UUID().uuidString
      defer { try? FileManager.default.removeItem(atPath: aside) }  // as public as what it compares
      let (_, edition) = try copy.write(to: aside, beside: old, refusals)
      return try copy.change(from: old, to: aside, edition)
    }
  }

  /// Puts each edition of one output folder in its place, when all are made and checked.
  ///
  /// Each takes its place with one rename: readers see the old one or the new one, whole.
  ///
  /// - Throws: the same as ``changes(of:)``.
  public static func publish(_ copies: [PublicCopy]) throws -> [Change] {
    guard let output = copies.first?.output else { return [] }
    return try RunLock.hold(output.lock) {
      // Nobody reads them.
      defer { copies.forEach { try? FileManager.default.removeItem(atPath: $0.staging) } }
      // Read once, so that all years know of the same.
      let refusals = try copies.first?.refusals() ?? []
      let made = try copies.map { try $0.make(refusals) }
      return try zip(copies, made).map { try $0.put($1.edition, $1.change) }
    }
  }

  private func make(_ refusals: [String]) throws -> (edition: Publications.Edition, change: Change)
  {
    let old = try published()
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try sweep()
    let (act, edition) = try write(to: staging, beside: old, refusals)
    let change = try change(from: old, to: staging, edition)
    // Noted first: an edition nobody came to read costs nothing, one nobody noted gives away. The
    // edition of a later year is held against it.
    try Publications.record(act, of: year, output)
    return (edition, change)
  }

  private func put(_ edition: Publications.Edition, _ change: Change) throws -> Change {
    if !change.isEmpty {
      try Durable.syncTree(staging)
      try exchange()
      try Durable.syncFolder(parent)
    }
    // Noted last: until then the public may still read the names of the edition before.
    try Publications.record(edition, of: year, output)
    return change
  }

  private var parent: String { URL(fileURLWithPath: place).deletingLastPathComponent().path }
  /// Where editions are made, beside their place.
  private var aside: String { "\(parent)/.\(URL(fileURLWithPath: place).lastPathComponent)-" }
  private var staging: String { aside + String(ProcessInfo.processInfo.processIdentifier) }

  /// Removes what interrupted runs left beside the place: an edition of before may name somebody
  /// who has refused since.
  private func sweep() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: parent) {
      let path = parent + "/" + name
      let number = path.hasPrefix(aside) ? path.dropFirst(aside.count) : ""
      guard !number.isEmpty, number.allSatisfy(\.isNumber) else { continue }
      try FileManager.default.removeItem(atPath: path)
    }
  }

  private func write(
    to folder: String, beside old: PublicManifest?, _ refusals: [String]
  ) throws -> (Publications.Act, Publications.Edition) {
    guard FileManager.default.fileExists(atPath: "\(release)/\(Self.folder)/\(Manifest.name)")
    else {
      throw RunError.wrongUsage(
        "\(release)/\(Self.folder): this release has no public edition; run the year again with "
          + "definitions that have 5-publications/public/edition.yml")
    }
    let differences = try Manifest.read(from: release).differences(in: release)
      .filter { $0.hasPrefix(Self.folder + "/") || $0.contains(".sqlite:") }
    guard differences.isEmpty else {
      throw RunError.damagedEdition(release + ": " + differences.joined(separator: "; "))
    }
    let act = try CurrentEdition(
      output: output, year: year, release: id, refusals: refusals,
      standing: old.flatMap { $0.period == year ? $0.release : nil }
    ).write(to: folder)
    try PublicEdition.open(folder)
    guard try PublicManifest.read(from: folder)?.differences(in: folder) == [] else {
      throw RunError.damagedEdition(folder)
    }
    let named = try PublicNames.digests(of: release, refusals: refusals)
    return (act, .init(place: place, release: id, named: named))
  }

  private func refusals() throws -> [String] {
    let last = try RunHistory(path: output.state).folders()
    guard let pipeline = folders.pipeline ?? last?.pipeline, let data = folders.data ?? last?.data
    else {
      throw RunError.wrongUsage(
        "\(output.state): does not say where the forms are that tell who refuses to be named; name "
          + "them with --data and --pipeline")
    }
    return try Refusals(pipelineFolder: pipeline, dataFolder: data, today: today).names()
  }

  private func change(
    from old: PublicManifest?, to folder: String, _ edition: Publications.Edition
  ) throws -> Change {
    guard let new = try PublicManifest.read(from: folder) else {
      throw RunError.damagedEdition(folder)
    }
    let before = Dictionary((old?.files ?? []).map { ($0.path, $0) }) { first, _ in first }
    let after = Dictionary(new.files.map { ($0.path, $0) }) { first, _ in first }
    let standing = try Publications.ofYear(year, output).editions?.first { $0.place == place }
    let names = standing.map { (Set(edition.named), Set($0.named)) }
    let changed = after.keys.filter { before[$0] != nil && before[$0] != after[$0] }.sorted()
    return Change(
      release: new.release, appear: after.keys.filter { before[$0] == nil }.sorted(),
      change: changed,
      lines: try Dictionary(
        uniqueKeysWithValues: changed.filter { $0.hasSuffix(".csv") }
          .map { ($0, try lines(of: $0, in: folder)) }),
      disappear: before.keys.filter { after[$0] == nil }.sorted(),
      names: names.map { ($0.subtracting($1).count, $1.subtracting($0).count) })
  }

  private func lines(of table: String, in folder: String) throws -> (come: Int, go: Int) {
    let lines = { (folder: String) in
      try String(contentsOfFile: "\(folder)/\(table)", encoding: .utf8)
        .split(whereSeparator: \.isNewline)
    }
    let difference = try lines(folder).difference(from: lines(place))
    return (difference.insertions.count, difference.removals.count)
  }

  private func exchange() throws {
    guard FileManager.default.fileExists(atPath: place) else {
      try Durable.rename(staging, to: place)
      return
    }
    try Durable.exchange(staging, with: place)
    try FileManager.default.removeItem(atPath: staging)
  }

  /// The edition that stands in the place; nil when nothing does.
  private func published() throws -> PublicManifest? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else { return nil }
    guard isFolder.boolValue else {
      throw RunError.wrongUsage("\(place): is a file; name a folder with --to")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: place)
    if names.isEmpty { return nil }
    let foreign: [String]
    do {
      guard let manifest = try PublicManifest.read(from: place) else {
        throw RunError.wrongUsage(notAnEdition)
      }
      let listed = Set(manifest.files.map(\.path))
      foreign = try Manifest.files(in: place).map(\.path).filter { !listed.contains($0) }
      if foreign.isEmpty { return manifest }
    } catch is DecodingError {
      throw RunError.wrongUsage(notAnEdition)
    }
    throw RunError.wrongUsage(
      "\(place): holds what no public edition does, and it would be lost: "
        + foreign.joined(separator: ", "))
  }

  private var notAnEdition: String {
    "\(place): is not empty and holds no public edition; name a folder of its own with --to"
  }
}
