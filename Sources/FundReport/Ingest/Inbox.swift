import Foundation

/// The submissions as received, below `reports/<year>/`.
struct Inbox {
  /// One file or CSV folder that is, or should have been, a submission.
  struct Entry: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable {
      case workbook, csvFolder, csvFile
      /// No submission, and nothing that belongs here.
      case other
      /// A text or document beside the submissions: left alone, with a notice.
      case document
    }

    /// Relative to the data folder, with `/`.
    var path: String
    var folderYear: Int
    var kind: Kind
    var sha256: String
    /// Members of a CSV folder: file name and digest.
    var members: [String]
  }

  var dataFolder: String
  /// Name of the CSV file that makes a folder a submission; nil where any CSV file is one.
  var headFile: String?

  /// - Throws: ``RunError/missingFolder(_:)``: a disk that is not there is no empty inbox.
  static func reports(in dataFolder: String) throws -> String {
    let reports = dataFolder + "/reports"
    guard FileManager.default.fileExists(atPath: reports) else {
      throw RunError.missingFolder(reports)
    }
    return reports
  }

  /// Everything below the folders of the years up to `year`, in the order of the paths' bytes.
  func entries(upTo year: Int) throws -> [Entry] {
    let reports = try Self.reports(in: dataFolder)
    var entries: [Entry] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: reports) {
      guard name.utf8.count == 4, let folderYear = Int(name), folderYear <= year else { continue }
      try collect("reports/" + name, folderYear, into: &entries)
    }
    return entries.sorted { byteOrder($0.path, $1.path) }
  }

  /// One file or CSV folder by its path, wherever it lies.
  func entry(_ path: String) throws -> Entry {
    guard try fileType(path) == .typeDirectory else { return try file(path, 0) }
    let names = try FileManager.default.contentsOfDirectory(atPath: dataFolder + "/" + path)
      .filter { !isLeftAlone($0) }.sorted(by: byteOrder)
    return try csvFolder(path, 0, names)
  }

  private func collect(_ folder: String, _ year: Int, into entries: inout [Entry]) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: dataFolder + "/" + folder)
      .filter { !isLeftAlone($0) }.sorted(by: byteOrder)
    var members: Set<String> = []
    if let headFile, names.contains(where: { $0.lowercased() == headFile }) {
      let entry = try csvFolder(folder, year, names)
      members.formUnion(entry.members)
      entries.append(entry)
    }
    // What else lies in such a folder, a workbook perhaps, is not lost.
    for name in names where !members.contains(name) {
      let path = folder + "/" + name
      switch try typeIfNamed(path) {
      case .typeDirectory?: try collect(path, year, into: &entries)
      case .typeRegular?: entries.append(try file(path, year))
      default:
        entries.append(
          Entry(path: path, folderYear: year, kind: .other, sha256: "", members: []))
      }
    }
  }

  /// Lock files, unfinished copies and hidden files are not looked at.
  private func isLeftAlone(_ name: String) -> Bool {
    name.hasPrefix("~$") || name.hasPrefix(".") || name.hasSuffix(".part")
  }

  private func fileType(_ path: String) throws -> FileAttributeType? {
    let attributes = try FileManager.default.attributesOfItem(atPath: dataFolder + "/" + path)
    return attributes[.type] as? FileAttributeType
  }

  /// Nil where the name is no UTF-8 text, as zip programs of other systems leave them.
  ///
  /// - Throws: that nobody may look into the folder: its forms must not pass for something else.
  private func typeIfNamed(_ path: String) throws -> FileAttributeType? {
    do {
      return try fileType(path)
    } catch let error as CocoaError where error.code != .fileReadNoPermission {
      return nil
    }
  }

  private func file(_ path: String, _ year: Int) throws -> Entry {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let kind: Entry.Kind =
      switch ending {
      case "pdf", "docx", "txt", "md": .document
      case "xlsx", "xlsm", "xls": .workbook
      case "csv" where headFile == nil: .csvFile
      default: .other
      }
    let sha256 = try FileDigest.sha256(ofFile: dataFolder + "/" + path)
    return Entry(path: path, folderYear: year, kind: kind, sha256: sha256, members: [])
  }

  /// A folder's digest is over the names and digests of its files.
  private func csvFolder(_ folder: String, _ year: Int, _ names: [String]) throws -> Entry {
    var members: [String] = []
    var list = ""
    for name in names where try typeIfNamed(folder + "/" + name) == .typeRegular {
      guard name.lowercased().hasSuffix(".csv") || name == "datapackage.json" else { continue }
      members.append(name)
      list += name + " " + (try FileDigest.sha256(ofFile: "\(dataFolder)/\(folder)/\(name)")) + "\n"
    }
    return Entry(
      path: folder, folderYear: year, kind: .csvFolder, sha256: FileDigest.sha256(of: list),
      members: members)
  }
}
