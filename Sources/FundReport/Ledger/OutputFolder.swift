import Foundation

/// Paths below `output/`, and the few steps that change what stands there.
struct OutputFolder {
  var root: String

  func year(_ year: Int) -> String { "\(root)/\(year)" }
  func releases(_ year: Int) -> String { "\(root)/\(year)/releases" }
  func release(_ id: String, of year: Int) -> String { "\(releases(year))/\(id)" }
  func current(_ year: Int) -> String { "\(root)/\(year)/current" }
  func closing(_ year: Int) -> String { "\(root)/\(year)/closed.json" }
  func published(_ year: Int) -> String { "\(root)/\(year)/published.json" }
  func changes(_ year: Int) -> String { "\(root)/\(year)/changes" }
  var state: String { root + "/state.sqlite" }
  var lock: String { root + "/.lock" }
  var log: String { root + "/run.log" }

  /// Id of the release in force, nil before the first.
  func currentID(_ year: Int) -> String? {
    let target = try? FileManager.default.destinationOfSymbolicLink(atPath: current(year))
    // No link is no release.
    return target?.split(separator: "/").last.map(String.init)
  }

  /// The years with a release in force, oldest first.
  func years() -> [Int] {
    // A folder that is not there holds no year.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.compactMap(Int.init).filter { currentID($0) != nil }.sorted()
  }

  /// The newest year with a release in force.
  func newestYear() throws -> Int {
    guard let newest = years().last else { throw RunError.noRelease(root) }
    return newest
  }

  /// Removes what an interrupted run left.
  func sweep(_ year: Int) throws {
    let folder = self.year(year)
    guard FileManager.default.fileExists(atPath: folder) else { return }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where [".staging-", ".current-", ".new-"].contains(where: name.hasPrefix) {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }

  /// A new, empty folder beside the releases; what an interrupted run left is removed first.
  func makeStaging(_ year: Int) throws -> String {
    try sweep(year)
    try FileManager.default.createDirectory(
      atPath: releases(year), withIntermediateDirectories: true)
    let staging = "\(self.year(year))/.staging-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: true)
    return staging
  }

  /// Puts a finished folder in its place; a release that is there already is kept if it is whole.
  func commit(_ staging: String, as id: String, of year: Int) throws {
    let place = release(id, of: year)
    guard FileManager.default.fileExists(atPath: place) else {
      try Durable.rename(staging, to: place)
      try Durable.syncFolder(releases(year))
      return
    }
    let differences = try? Manifest.read(from: place).differences(in: place)
    guard differences != [] else {  // nil: the manifest itself is damaged
      try FileManager.default.removeItem(atPath: staging)
      return
    }
    let damaged = "\(self.year(year))/.staging-damaged-\(id)"
    try Durable.rename(place, to: damaged)
    try Durable.rename(staging, to: place)
    try Durable.syncFolder(releases(year))
    try FileManager.default.removeItem(atPath: damaged)
  }

  /// Makes a release the one in force: a new link, then one rename over the old.
  func moveCurrent(to id: String, of year: Int) throws {
    let link = "\(self.year(year))/.current-\(id)"
    if (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) != nil {
      try FileManager.default.removeItem(atPath: link)
    }
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "releases/\(id)")
    try Durable.rename(link, to: current(year))
    try Durable.syncFolder(self.year(year))
  }
}
