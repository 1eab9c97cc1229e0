/// The parts of a workbook that libxlsxwriter has written.
struct PackageParts {
  /// The part of the looks of cells.
  static let styles = "xl/styles.xml"

  private let path: String
  private let archive: ZipArchive

  /// - Parameter path: The file; errors name it.
  init(path: String) throws(SpreadsheetError) {
    self.path = path
    do {
      archive = try ZipArchive(path: path, limits: .standard)
    } catch {
      throw SpreadsheetError(file: path, reason: error)
    }
  }

  /// The part of a sheet, counted from zero.
  static func sheet(_ index: Int) -> String { "xl/worksheets/sheet\(index + 1).xml" }

  /// The names of the parts, in their order.
  var names: [String] { archive.names }

  func bytes(of name: String) throws(SpreadsheetError) -> [UInt8] {
    do throws(SpreadsheetError.Reason) {
      guard let entry = try archive.entry(name) else { throw .missingPart(name) }
      let reader = try archive.open(entry)
      var bytes: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: ZipEntryReader.pieceSize)
      while case let count = try reader.read(into: &piece), count > 0 { bytes += piece[..<count] }
      return bytes
    } catch {
      throw SpreadsheetError(file: path, reason: error)
    }
  }
}
