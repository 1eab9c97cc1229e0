import Glibc

/// What a file is by its first bytes, whatever its name says.
enum FileSignature {
  /// Refuses everything that is not a zip archive, naming it for what it is; gives its size.
  static func requireArchive(at path: String) throws(SpreadsheetError.Reason) -> UInt64 {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .unreadable(String(cString: strerror(errno))) }
    // Opening a named pipe would wait for ever.
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable("it is no ordinary file") }
    guard let stream = fopen(path, "rb") else {
      throw .unreadable(String(cString: strerror(errno)))
    }
    defer { fclose(stream) }
    let first = try read(1_024, from: stream)
    guard !first.isEmpty else { throw .empty }
    if first.starts(with: [0x50, 0x4B, 0x03, 0x04]) || first.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      return UInt64(max(0, status.st_size))
    }
    if first.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw try holdsEncryptedPackage(stream, after: first) ? .encrypted : .legacyWorkbook
    }
    throw isMarkup(first) ? .html : .notAWorkbook
  }

  /// Whether an OLE compound file has a stream named EncryptedPackage.
  ///
  /// That is how Excel wraps a workbook that has a password (MS-OFFCRYPTO, 2.3.4.4). Names of
  /// streams are UTF-16, little endian.
  private static func holdsEncryptedPackage(
    _ stream: UnsafeMutablePointer<FILE>, after first: [UInt8]
  ) throws(SpreadsheetError.Reason) -> Bool {
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var window = first
    while true {
      if contains(name, in: window) { return true }
      let next = try read(1 << 20, from: stream)
      if next.isEmpty { return false }
      window = window.suffix(name.count - 1) + next
    }
  }

  private static func contains(_ name: [UInt8], in bytes: [UInt8]) -> Bool {
    guard bytes.count >= name.count else { return false }
    return (0...bytes.count - name.count).contains { start in
      bytes[start] == name[0] && bytes[start...].starts(with: name)
    }
  }

  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
    let mark = marks.first { bytes.starts(with: $0) } ?? []
    // The zero bytes are those of UTF-16.
    let blanks: Set<UInt8> = [0x00, 0x09, 0x0A, 0x0D, 0x20]
    return bytes.dropFirst(mark.count).first { !blanks.contains($0) } == UInt8(ascii: "<")
  }

  private static func read(
    _ count: Int, from stream: UnsafeMutablePointer<FILE>
  ) throws(SpreadsheetError.Reason) -> [UInt8] {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
      initialised = fread(buffer.baseAddress, 1, count, stream)
    }
    guard ferror(stream) == 0 else { throw .unreadable(String(cString: strerror(errno))) }
    return bytes
  }
}
