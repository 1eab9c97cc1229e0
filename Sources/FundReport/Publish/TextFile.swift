import CLinux
import Foundation

/// A text file written piece by piece, so that it may be larger than memory.
final class TextFile {
  private static let pieceSize = 1 << 16

  private let path: String
  private let descriptor: Int32
  private var waiting: [UInt8] = []

  /// Writes a file, replacing one that is there.
  ///
  /// - Throws: ``Durable/Failure`` for what the disk says, and what `body` throws; a part of the file
  ///   may remain, so write to a staging folder.
  static func write(to path: String, _ body: (TextFile) throws -> Void) throws {
    let file = try TextFile(path)
    defer { close(file.descriptor) }
    try body(file)
    try file.flush()
  }

  private init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw Durable.Failure(path: path, action: "be written", code: errno)
    }
    waiting.reserveCapacity(2 * Self.pieceSize)
  }

  /// Adds text at the end, as UTF-8.
  func add(_ text: String) throws {
    waiting.append(contentsOf: text.utf8)
    if waiting.count >= Self.pieceSize { try flush() }
  }

  private func flush() throws {
    var written = 0
    while written < waiting.count {
      let count = waiting[written...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count >= 0 || errno == EINTR else {
        throw Durable.Failure(path: path, action: "be written", code: errno)
      }
      written += max(0, count)
    }
    waiting.removeAll(keepingCapacity: true)
  }
}
