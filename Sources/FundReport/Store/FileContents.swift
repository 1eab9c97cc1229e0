import Foundation

/// What stands in files that need not be there.
///
/// A file that is missing and one that cannot be read are not the same: a register that nobody may
/// read is no empty register.
enum FileContents {
  /// The bytes of a file; nil where there is none.
  ///
  /// - Throws: what the disk says of one that is there and cannot be read.
  static func read(_ path: String) throws -> Data? {
    try unlessMissing { try Data(contentsOf: URL(fileURLWithPath: path)) }
  }

  /// The names in a folder; none where there is no such folder.
  ///
  /// - Throws: what the disk says of one that is there and cannot be read.
  static func names(in folder: String) throws -> [String] {
    try unlessMissing { try FileManager.default.contentsOfDirectory(atPath: folder) } ?? []
  }

  /// The paths of all that lies below a folder; none where there is no such folder.
  ///
  /// - Throws: what the disk says of a folder, itself or below, that cannot be read.
  static func paths(below folder: String) throws -> [String] {
    // With the slash a folder named by a link is followed.
    try unlessMissing { try FileManager.default.subpathsOfDirectory(atPath: folder + "/") } ?? []
  }

  private static func unlessMissing<Result>(_ read: () throws -> Result) throws -> Result? {
    do {
      return try read()
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      return nil
    }
  }
}
