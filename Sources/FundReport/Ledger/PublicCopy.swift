import Foundation

/// Copies the public edition of the release in force to where the public can read it.
public struct PublicCopy {
  /// What differs between the edition and what the public reads now, by path.
  public struct Change: Sendable {
    public var release: String
    public var appear: [String]
    public var change: [String]
    public var disappear: [String]

    public var isEmpty: Bool { appear.isEmpty && change.isEmpty && disappear.isEmpty }
  }

  private let release: String
  private var edition: String { release + "/" + Self.folder }
  private let place: String

  /// - Parameter place: the folder that becomes the edition; what is in it must be an edition.
  public init(outputFolder: String, year: Int, to place: String) throws {
    let output = OutputFolder(root: outputFolder)
    guard let id = output.currentID(year) else { throw RunError.noRelease(output.current(year)) }
    release = output.release(id, of: year)
    self.place = URL(fileURLWithPath: place).standardizedFileURL.path
  }

  static let folder = "public"

  /// Compares, after both sides were hashed.
  ///
  /// - Throws: ``RunError/wrongUsage(_:)`` when the release has no public edition, or the place
  ///   holds anything but one; ``RunError/damagedEdition(_:)`` when the edition is not as released.
  public func change() throws -> Change {
    guard let new = try PublicManifest.read(from: edition) else {
      throw RunError.wrongUsage(
        "\(edition): this release has no public edition; run the year again with definitions that "
          + "have 5-publications/public/edition.yml")
    }
    let differences = try Manifest.read(from: release).differences(in: release)
      .filter { $0.hasPrefix(Self.folder + "/") }
    guard differences.isEmpty else {
      throw RunError.damagedEdition(release + ": " + differences.joined(separator: "; "))
    }
    let old = try published()
    let before = Dictionary((old?.files ?? []).map { ($0.path, $0) }) { first, _ in first }
    let after = Dictionary(new.files.map { ($0.path, $0) }) { first, _ in first }
    return Change(
      release: new.release, appear: after.keys.filter { before[$0] == nil }.sorted(),
      change: after.keys.filter { before[$0] != nil && before[$0] != after[$0] }.sorted(),
      disappear: before.keys.filter { after[$0] == nil }.sorted())
  }

  /// Puts the edition in its place with one rename; readers see the old one or the new one, whole.
  public func publish() throws -> Change {
    let change = try change()
    guard !change.isEmpty else { return change }
    let manager = FileManager.default
    let parent = URL(fileURLWithPath: place).deletingLastPathComponent().path
    try manager.createDirectory(atPath: parent, withIntermediateDirectories: true)
    let name = URL(fileURLWithPath: place).lastPathComponent
    let staging = "\(parent)/.\(name)-\(ProcessInfo.processInfo.processIdentifier)"
    try? manager.removeItem(atPath: staging)  // what an interrupted run left
    do {
      try manager.copyItem(atPath: edition, toPath: staging)
      try PublicEdition.open(staging)
      let differences = try PublicManifest.read(from: staging)?.differences(in: staging)
      guard differences == [] else { throw RunError.damagedEdition(staging) }
      try Durable.syncTree(staging)
      try put(staging)
      try Durable.syncFolder(parent)
    } catch {
      try? manager.removeItem(atPath: staging)  // nobody reads it
      throw error
    }
    return change
  }

  private func put(_ staging: String) throws {
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
