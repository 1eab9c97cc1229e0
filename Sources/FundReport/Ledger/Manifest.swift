import Foundation

/// Every input and output of a release with its size and digest.
struct Manifest: Codable, Hashable {
  struct File: Codable, Hashable {
    var path: String
    var bytes: Int
    var sha256: String
  }

  struct Input: Codable, Hashable {
    var path: String
    var sha256: String
  }

  /// That a closed year was restated: who decided it, why and when, and what it replaces.
  struct Restatement: Codable, Hashable {
    var previous: String
    var reason: String
    var by: String
    var on: String
  }

  var release: String
  var period: Int
  var program: String
  /// SHA-256 over all definition files.
  var definitions: String
  /// Id of the release of the year before that was in force; nil when there was none.
  var previousYear: String?
  /// Nil for every release that restates nothing.
  var restatement: Restatement?
  var inputs: [Input]
  /// Newest day up to the cut-off that a form is dated; nil when there is none.
  var dataAsOf: String?
  /// Days of forms dated after the cut-off, which therefore do not count.
  var waiting: [String]
  /// How many findings are listed, by severity.
  var findings: [String: Int]
  var outputs: [File]

  static let name = "manifest.json"

  /// Registers and code lists that came, went or changed, by their paths.
  func references(changedIn later: Manifest) -> [String] {
    let references = { (manifest: Manifest) in
      Set(manifest.inputs.filter { !$0.path.hasPrefix("reports/") })
    }
    return Set(references(self).symmetricDifference(references(later)).map(\.path)).sorted()
  }

  /// What else than forms a later release rests on otherwise, one line each.
  func otherInputs(changedIn later: Manifest) -> [String] {
    var lines = references(changedIn: later).map { "changed: \($0)" }
    if definitions != later.definitions { lines.append("changed: definitions") }
    if program != later.program { lines.append("program: \(program) → \(later.program)") }
    if previousYear != later.previousYear {
      lines.append(
        "last year's release: \(previousYear ?? "none") → \(later.previousYear ?? "none")")
    }
    return lines
  }

  /// The first workbook of the release itself; those in folders of their own go elsewhere.
  var workbook: String? {
    outputs.map(\.path).first { path in
      path.hasSuffix(".xlsx") && path.split(separator: "/").count == 2
    }
  }

  func write(to folder: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let path = folder + "/" + Self.name
    try encoder.encode(self).write(to: URL(fileURLWithPath: path))
    // Whatever the umask: the same in every release, and written by nobody else. All may pass through
    // the folder to the public edition; this file says names of forms and of who restated, and why.
    for (path, permissions) in [(path, 0o640), (folder, 0o755)] {
      try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
    }
  }

  static func read(from folder: String) throws -> Manifest {
    guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
      throw RunError.noRelease(folder)
    }
    return try JSONDecoder().decode(Manifest.self, from: data)
  }

  /// The files below a folder, with their digests, in the order of their paths' bytes.
  static func files(in folder: String) throws -> [File] {
    let paths = FileManager.default.subpaths(atPath: folder) ?? []
    return try paths.sorted(by: byteOrder).compactMap { path in
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + path)
      let isFile = attributes[.type] as? FileAttributeType == .typeRegular
      guard isFile, path != name else { return nil }
      return File(
        path: path, bytes: (attributes[.size] as? Int) ?? 0,
        sha256: try FileDigest.sha256(ofFile: folder + "/" + path))
    }
  }

  /// What a folder holds other than this manifest says; empty when all is as it was released.
  func differences(in folder: String) throws -> [String] {
    let found = Dictionary(
      try Self.files(in: folder).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let listed = Set(outputs.map(\.path))
    var differences = outputs.compactMap { file -> String? in
      guard let there = found[file.path] else { return "\(file.path): is missing" }
      guard there != file else { return nil }
      return "\(file.path): has other content than when it was released"
    }
    for path in found.keys.sorted() where !listed.contains(path) {
      differences.append("\(path): does not belong to the release")
    }
    return differences
  }
}

/// Compares a release with what its manifest says.
public enum ReleaseVerification {
  /// The release in force of the newest year that has one.
  ///
  /// - Throws: ``RunError/noRelease(_:)`` when there is none.
  public static func newest(in outputFolder: String) throws -> String {
    let output = OutputFolder(root: outputFolder)
    return output.current(try output.newestYear())
  }

  /// What is missing, changed or added in a release or a public edition, one sentence each; empty
  /// when all is as released.
  ///
  /// - Throws: ``RunError/noRelease(_:)`` when the folder has no manifest.
  public static func differences(in folder: String) throws -> [String] {
    // A folder named by a link, as the release in force is, would list no files.
    let folder = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    do {
      return try Manifest.read(from: folder).differences(in: folder)
    } catch let error as DecodingError {
      guard let edition = try? PublicManifest.read(from: folder) else { throw error }
      return try edition.differences(in: folder)
    }
  }
}
