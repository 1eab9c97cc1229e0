import Foundation

/// A folder of its own for one test, which removes it in `defer`.
struct ScratchFolder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// The path of the folder itself.
  var path: String { url.path }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// What the folder holds.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path) }
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: url.appendingPathComponent(name))
  }

  func writableFile(_ name: String) throws -> FileHandle {
    try Data().write(to: url.appendingPathComponent(name))
    return try FileHandle(forWritingTo: url.appendingPathComponent(name))
  }

  /// Removes the folder; one left behind harms nothing.
  func remove() {
    try? FileManager.default.removeItem(at: url)
  }
}
