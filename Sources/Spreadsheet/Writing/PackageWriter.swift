import CMinizip
import Dispatch
import Glibc

/// Writes the parts of a workbook's file, one after the other.
///
/// What is appended is compressed on a thread of its own while the caller makes the next bytes.
/// Equal parts give equal bytes: all are of 1 January 1980, as libxlsxwriter dates them.
final class PackageWriter: @unchecked Sendable {
  /// A quarter less time than level 6 for three bytes more in a hundred, on sheets of 100,000 rows.
  private static let level: Int32 = 5

  private let path: String
  private let archive: zipFile
  private let compressor = DispatchQueue(label: "package")
  /// How many pieces may wait for the compressor, which bounds the memory they take.
  private let room = DispatchSemaphore(value: 4)
  /// The first failure, and whether the end is still to come; only the compressor touches them.
  private var failure: (call: String, message: String)?
  private var isOpen = true

  init(path: String) throws(SpreadsheetError) {
    guard let archive = zipOpen64(path, APPEND_STATUS_CREATE) else {
      throw SpreadsheetError(
        file: path,
        reason: .unwritable(.library(call: "zipOpen", message: String(cString: strerror(errno)))))
    }
    self.path = path
    self.archive = archive
  }

  deinit {
    if isOpen { zipClose(archive, nil) }
  }

  /// Starts a part; what is appended belongs to it until the next one.
  func begin(_ name: String) {
    submit("zipOpenNewFileInZip") { archive in
      var facts = zip_fileinfo()
      facts.tmz_date = tm_zip(
        tm_sec: 0, tm_min: 0, tm_hour: 0, tm_mday: 1, tm_mon: 0, tm_year: 1980)
      return zipOpenNewFileInZip(
        archive, name, &facts, nil, 0, nil, 0, nil, Z_DEFLATED, Self.level)
    }
  }

  /// Adds to the part that was begun last.
  func append(_ bytes: [UInt8]) {
    submit("zipWriteInFileInZip") { zipWriteInFileInZip($0, bytes, UInt32(bytes.count)) }
  }

  /// Ends the file.
  ///
  /// - Throws: What the first call that failed said.
  func close() throws(SpreadsheetError) {
    submit("zipClose") { [self] archive in
      isOpen = false
      return zipClose(archive, nil)
    }
    if let failure = compressor.sync(execute: { failure }) {
      throw SpreadsheetError(
        file: path,
        reason: .unwritable(.library(call: failure.call, message: failure.message)))
    }
  }

  private func submit(_ call: String, _ work: @escaping @Sendable (zipFile) -> Int32) {
    room.wait()
    compressor.async { [self] in
      let status = work(archive)
      if status != ZIP_OK, failure == nil {
        let words = String(cString: strerror(errno))
        failure = (call, status == ZIP_ERRNO ? words : "status \(status)")
      }
      room.signal()
    }
  }
}
