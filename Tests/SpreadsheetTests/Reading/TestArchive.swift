import CZip
import Foundation

/// A folder that is removed when the test is done with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "spreadsheet-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path()
  }

  deinit {
    // Nothing depends on the folder being gone; an error here is lost on purpose.
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes bytes to a new file and gives its path.
  func file(_ bytes: [UInt8], name: String = "\(UUID()).xlsx") throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }
}

extension String {
  /// The text in UTF-16, the low byte of each unit first.
  var utf16LittleEndian: [UInt8] {
    utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
  }
}

/// Makes zip archives, byte for byte as libzip does.
struct TestArchive {
  struct Failure: Error {
    var words: String
  }

  /// The parts, in the order in which they are written.
  var parts: [(path: String, content: [UInt8])] = []
  var isDeflated = true

  /// The bytes of the archive.
  func bytes() throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let path = folder.path + "/archive.zip"
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_EXCL, &code) else {
      throw Failure(words: "zip_open: \(code)")
    }
    do {
      for part in parts { try add(part.path, part.content, to: archive) }
    } catch {
      zip_discard(archive)
      throw error
    }
    guard zip_close(archive) == 0 else {
      defer { zip_discard(archive) }
      throw Failure(words: String(cString: zip_strerror(archive)))
    }
    return try [UInt8](Data(contentsOf: URL(filePath: path)))
  }

  private func add(_ path: String, _ content: [UInt8], to archive: OpaquePointer) throws {
    // The archive reads the bytes when it is closed, and frees them.
    guard let copy = malloc(max(1, content.count)) else { throw Failure(words: "out of memory") }
    content.withUnsafeBytes { bytes in
      if let source = bytes.baseAddress { memcpy(copy, source, bytes.count) }
    }
    guard let source = zip_source_buffer(archive, copy, UInt64(content.count), 1) else {
      free(copy)
      throw Failure(words: String(cString: zip_strerror(archive)))
    }
    let index = zip_file_add(archive, path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw Failure(words: String(cString: zip_strerror(archive)))
    }
    let method = isDeflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE
    zip_set_file_compression(archive, UInt64(index), method, 0)
  }
}
