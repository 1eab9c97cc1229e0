import Foundation

/// Removes old releases, never one that anything rests on.
struct Retention {
  var output: OutputFolder
  var year: Int

  /// Removes all but the newest releases, those in force now and before, those a closing or a
  /// restatement names, those that were published, and those another year is compared with.
  func remove(keeping count: Int) throws {
    let manager = FileManager.default
    let folder = output.releases(year)
    guard let names = try? manager.contentsOfDirectory(atPath: folder) else { return }
    var kept = try needed()
    let dated = try names.map { name in
      let attributes = try manager.attributesOfItem(atPath: "\(folder)/\(name)")
      return (name: name, date: attributes[.modificationDate] as? Date ?? .distantPast)
    }
    let newest = dated.sorted { ($0.date, $0.name) > ($1.date, $1.name) }.map(\.name)
    kept.formUnion(newest.prefix(count))
    for name in names where !kept.contains(name) {
      // Out of sight in one step: what is half removed is no release.
      let aside = "\(output.year(year))/.staging-removed-\(name)"
      try Durable.rename("\(folder)/\(name)", to: aside)
      try manager.removeItem(atPath: aside)
    }
  }

  private func needed() throws -> Set<String> {
    var needed: Set<String> = []
    let history = try RunHistory(path: output.state)
    needed.formUnion(try history.inForce(year).prefix(2))
    if let id = output.currentID(year) { needed.insert(id) }
    for act in try Closing.ofYear(year, output, history)?.acts ?? [] {
      needed.formUnion([act.release, act.previous].compactMap { $0 })
    }
    needed.formUnion(try Publications.ofYear(year, output).acts.map(\.release))
    for other in output.years() {
      guard let id = output.currentID(other),
        let manifest = try? Manifest.read(from: output.release(id, of: other))
      else { continue }  // damaged: it is built again, and reads the release in force
      if let previous = manifest.previousYear { needed.insert(previous) }
    }
    return needed
  }
}
