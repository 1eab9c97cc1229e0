import CZip

/// One part of an archive while it is inflated, piece by piece.
final class ZipEntryReader {
  /// How many bytes are worth inflating at a time.
  static let pieceSize = 1 << 16

  let entry: ZipArchive.Entry
  private let file: OpaquePointer
  /// Kept because the archive must outlive its open parts.
  private let archive: ZipArchive
  private var inflated: UInt64 = 0

  init(_ entry: ZipArchive.Entry, file: OpaquePointer, archive: ZipArchive) {
    self.entry = entry
    self.file = file
    self.archive = archive
  }

  deinit {
    zip_fclose(file)
  }

  /// Inflates the next bytes and says how many; none at the end, once the check sum is right.
  func read(into buffer: inout [UInt8]) throws(SpreadsheetError.Reason) -> Int {
    let count = buffer.withUnsafeMutableBytes {
      zip_fread(file, $0.baseAddress, UInt64($0.count))
    }
    guard count >= 0 else {
      let words = String(cString: zip_error_strerror(zip_file_get_error(file)))
      throw .damagedArchive("\(entry.name): \(words)")
    }
    inflated += UInt64(count)
    let isWhole = inflated == entry.size
    guard inflated < entry.size || isWhole, count > 0 || isWhole else {
      throw .damagedArchive("\(entry.name) is not as long as the archive says")
    }
    return Int(count)
  }
}
