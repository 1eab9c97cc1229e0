import CLinux
import Foundation

/// What must be on the disk before the next step may be taken.
enum Durable {
  struct Failure: Error, CustomStringConvertible {
    var path: String
    var action: String
    var code: Int32

    var description: String { "\(path): cannot \(action): \(String(cString: strerror(code)))" }
  }

  /// Flushes every file and folder below a folder, then the folder itself.
  static func syncTree(_ folder: String) throws {
    let paths = FileManager.default.subpaths(atPath: folder) ?? []
    for path in paths.sorted() { try sync(folder + "/" + path) }
    try sync(folder)
  }

  static func syncFolder(_ folder: String) throws { try sync(folder) }

  static func rename(_ path: String, to place: String) throws {
    guard Foundation.rename(path, place) == 0 else {
      throw Failure(path: place, action: "be put in place", code: errno)
    }
  }

  /// Replaces a file in one step: readers see the old content or the new.
  ///
  /// Owner and group alone read it, whatever the umask: it says names of files and persons, and why.
  static func write(_ data: Data, to path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let name = URL(fileURLWithPath: path).lastPathComponent
    let aside = "\(folder)/.new-\(name)"
    try data.write(to: URL(fileURLWithPath: aside))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: aside)
    try sync(aside)
    try rename(aside, to: path)
    try sync(folder)
  }

  /// Two folders change places in one step.
  static func exchange(_ path: String, with place: String) throws {
    guard exchange_paths(path, place) == 0 else {
      throw Failure(path: place, action: "be put in place", code: errno)
    }
  }

  private static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw Failure(path: path, action: "be opened", code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw Failure(path: path, action: "be flushed to disk", code: errno)
    }
  }
}
