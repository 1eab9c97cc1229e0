/// The parts that a part points at (ECMA-376 part 2, clause 9.3).
struct Relationships {
  /// One arrow from a part to another.
  struct Relationship {
    /// The last word of the type, such as `worksheet`; the same in usual and strict files.
    var kind: Substring
    /// The path of the part it points at, from the root of the archive.
    var path: String
  }

  fileprivate(set) var byIdentifier: [String: Relationship] = [:]

  /// The path of the part of that kind, for kinds of which there is one.
  func path(ofKind kind: String) -> String? {
    byIdentifier.values.filter { $0.kind == kind }.map(\.path).min()
  }

  /// Reads what a part points at; nothing if the archive does not say.
  ///
  /// The archive itself is the part `""`: it points at the workbook.
  init(
    of part: String, in archive: ZipArchive, limits: ReadingLimits
  ) throws(SpreadsheetError.Reason) {
    let name = part.split(separator: "/").last ?? ""
    let folder = part.dropLast(name.count)
    guard let entry = try archive.entry("\(folder)_rels/\(name).rels") else { return }
    let handler = RelationshipsPart(folder: folder, limits: limits)
    try XMLStream.parse(archive.open(entry), to: handler, limits: limits)
    byIdentifier = handler.found
  }

  /// The path from the root of the archive; a target with a leading slash has it already.
  static func path(_ target: String, from folder: Substring) -> String {
    let whole = target.hasPrefix("/") ? target : folder + "/" + target
    var steps: [Substring] = []
    for step in whole.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}

private final class RelationshipsPart: XMLHandler {
  private(set) var found: [String: Relationships.Relationship] = [:]
  private let folder: Substring
  private let limits: ReadingLimits

  init(folder: Substring, limits: ReadingLimits) {
    self.folder = folder
    self.limits = limits
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError.Reason) {
    guard name == "Relationship", attributes["TargetMode"] != "External",
      let identifier = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"]
    else { return }
    found[identifier] = Relationships.Relationship(
      kind: type.split(separator: "/").last ?? "", path: Relationships.path(target, from: folder))
    guard found.count <= limits.relationships else {
      throw .tooLarge(what: "what its parts point at", limit: limits.relationships)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ name: XMLName) {}
}
