import CZip

/// The parts of a zip archive, found by their paths in any case.
///
/// Every part is measured against the limits before any is inflated; since a part may not hold
/// more than the archive declares for it, what is declared bounds what is read.
final class ZipArchive {
  /// One part of the archive.
  struct Entry {
    var index: UInt64
    /// The path as the archive writes it, for messages.
    var name: String
    /// The bytes it has once inflated.
    var size: UInt64
    var isEncrypted: Bool
  }

  private let handle: OpaquePointer
  private var entries: [String: Entry] = [:]
  private var ambiguous: Set<String> = []

  /// Opens the archive and measures all its parts.
  init(path: String, limits: ReadingLimits) throws(SpreadsheetError.Reason) {
    let fileSize = try FileSignature.requireArchive(at: path)
    var code: Int32 = 0
    guard let handle = zip_open(path, ZIP_RDONLY, &code) else {
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      defer { zip_error_fini(&error) }
      throw .damagedArchive(String(cString: zip_error_strerror(&error)))
    }
    self.handle = handle
    try measure(limits, fileSize: fileSize)
  }

  deinit {
    zip_discard(handle)
  }

  /// The part of that path, or nothing; case and a leading slash do not matter.
  func entry(_ path: String) throws(SpreadsheetError.Reason) -> Entry? {
    let key = Self.key(path)
    guard !ambiguous.contains(key) else { throw .damagedArchive("it holds “\(path)” twice") }
    return entries[key]
  }

  /// The paths of all parts, as ``entry(_:)`` compares them.
  var paths: some Collection<String> { entries.keys }

  /// The names of all parts, in their order.
  var names: [String] { entries.values.sorted { $0.index < $1.index }.map(\.name) }

  /// Starts to inflate a part.
  func open(_ entry: Entry) throws(SpreadsheetError.Reason) -> ZipEntryReader {
    guard !entry.isEncrypted else { throw .encrypted }
    guard let file = zip_fopen_index(handle, entry.index, 0) else {
      throw .damagedArchive(
        "\(entry.name): \(String(cString: zip_error_strerror(zip_get_error(handle))))")
    }
    return ZipEntryReader(entry, file: file, archive: self)
  }

  private func measure(
    _ limits: ReadingLimits, fileSize: UInt64
  ) throws(SpreadsheetError.Reason) {
    let count = zip_get_num_entries(handle, 0)
    guard count <= limits.parts else {
      throw .tooLarge(what: "\(count) parts in the archive", limit: limits.parts)
    }
    var inflated: UInt64 = 0
    var packed: UInt64 = 0
    for index in 0..<UInt64(max(0, count)) {
      var status = zip_stat_t()
      let needed = UInt64(ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)
      guard zip_stat_index(handle, index, 0, &status) == 0, status.valid & needed == needed,
        let bytes = status.name
      else { throw .damagedArchive("its entry \(index + 1) has no name or size") }

      let name = String(cString: bytes)
      try Self.check(status, name: name, limits)
      inflated += status.size
      guard inflated <= limits.bytesPerFile else {
        throw .tooLarge(what: "\(inflated) bytes once unpacked", limit: limits.bytesPerFile)
      }
      // Parts that share their bytes are how small archives unpack to enormous ones.
      packed += status.comp_size
      guard packed <= fileSize else { throw .damagedArchive("its parts overlap") }

      let key = Self.key(name)
      let isEncrypted = status.encryption_method != UInt16(ZIP_EM_NONE)
      let entry = Entry(index: index, name: name, size: status.size, isEncrypted: isEncrypted)
      if entries.updateValue(entry, forKey: key) != nil { ambiguous.insert(key) }
    }
  }

  private static func check(
    _ status: zip_stat_t, name: String, _ limits: ReadingLimits
  ) throws(SpreadsheetError.Reason) {
    guard status.size <= limits.bytesPerPart else {
      throw .tooLarge(
        what: "\(status.size) bytes in the part “\(name)”", limit: limits.bytesPerPart)
    }
    guard status.comp_size <= limits.bytesPerFile else {
      throw .tooLarge(
        what: "\(status.comp_size) packed bytes in the part “\(name)”", limit: limits.bytesPerFile)
    }
    let isLarge = status.size > limits.ratioFloor
    guard !isLarge || status.size / max(1, status.comp_size) <= limits.inflationRatio else {
      throw .tooLarge(
        what: "the part “\(name)” unpacks to \(status.size / max(1, status.comp_size)) times its "
          + "packed size", limit: limits.inflationRatio)
    }
  }

  private static func key(_ path: String) -> String {
    var bytes = path.utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    bytes.removeFirst(bytes.prefix { $0 == UInt8(ascii: "/") }.count)
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }
}
