import CCrypto
import Foundation

/// The secret without which nobody can tell which pseudonym is whose.
struct PseudonymKey {
  private let bytes: [UInt8]

  /// Fewer would not be a secret of 128 bits, even in hexadecimal.
  static let shortest = 32

  /// - Throws: ``RunError/wrongUsage(_:)`` for a key that is missing, too short, readable by others,
  ///   or beside the data it protects.
  init(path: String, dataFolder: String) throws {
    guard let place = FilePlace(path), let data = FileManager.default.contents(atPath: path) else {
      throw RunError.wrongUsage(
        "\(path): there is no such key; make one with `(umask 077; openssl rand -hex 32 > \(path))`, "
          + "and keep it: without it the same person gets another pseudonym")
    }
    if let folder = FilePlace(dataFolder), place.path.hasPrefix(folder.path + "/") {
      throw RunError.wrongUsage(
        "\(path): the key lies in the data folder, beside what it protects; keep it elsewhere")
    }
    guard place.mode & 0o077 == 0 else {
      throw RunError.wrongUsage(
        "\(path): others than its owner may read or change the key; run `chmod 600 \(path)`, and make "
          + "a new one if somebody may have read it")
    }
    var bytes = [UInt8](data)
    while let last = bytes.last, [0x0A, 0x0D, 0x20].contains(last) { bytes.removeLast() }
    guard bytes.count >= Self.shortest else {
      throw RunError.wrongUsage(
        "\(path): the key has \(bytes.count) characters; expected \(Self.shortest) or more, as made by "
          + "`(umask 077; openssl rand -hex 32 > \(path))`")
    }
    self.bytes = bytes
  }

  /// HMAC-SHA-256 of a name or address, ends trimmed and case folded, in lower-case hexadecimal.
  func pseudonym(of identity: String) -> String {
    let text = Array(FoldedText.reference(identity).utf8)
    var digest = [UInt8](repeating: 0, count: 32)
    _ = HMAC(EVP_sha256(), bytes, Int32(bytes.count), text, text.count, &digest, nil)
    return FileDigest.hexadecimal(digest)
  }
}

/// A file or folder that is there, whatever links lead to it.
struct FilePlace {
  let path: String
  /// Permission bits.
  let mode: UInt32
  private let device: UInt64
  private let file: UInt64

  /// Nil when there is nothing.
  init?(_ path: String) {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    var status = stat()
    guard stat(resolved, &status) == 0 else { return nil }
    self.path = String(cString: resolved)
    mode = UInt32(status.st_mode)
    device = UInt64(status.st_dev)
    file = UInt64(status.st_ino)
  }

  func isSame(as other: FilePlace) -> Bool { device == other.device && file == other.file }
}
