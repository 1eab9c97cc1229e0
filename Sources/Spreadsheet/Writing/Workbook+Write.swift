import Glibc

extension Workbook {
  /// Writes the workbook to a file, replacing one that is there.
  ///
  /// Equal workbooks give equal bytes, wherever and whenever they are written. Nothing reaches the
  /// file before all content has passed its checks; should the disk then fail, a part of the file
  /// may remain, so write to a staging folder.
  ///
  /// - Parameter path: The file, in a folder that exists.
  /// - Throws: ``SpreadsheetError`` with a ``WritingProblem``, naming the sheet and cell.
  public func write(to path: String) throws(SpreadsheetError) {
    try check(file: path)
    if sheets.contains(where: { $0.rows.pouredCount > 0 }) {
      try pour(into: path)
    } else {
      try WorkbookFrame(self, file: path).close()
    }
  }

  /// Writes the long sheets past libxlsxwriter, which takes several times as long for their lines.
  ///
  /// It writes the workbook without those lines twice: first to learn what stands around them in
  /// the parts of their sheets; then once more, and ends when all lines are poured, because only
  /// then it knows the looks of all and can write the part of styles.
  private func pour(into path: String) throws(SpreadsheetError) {
    let around = path + ".around"
    let styles = path + ".styles"
    let whole = path + ".whole"
    defer { for part in [around, styles, whole] { unlink(part) } }
    try WorkbookFrame(self, at: around, file: path).close()
    let frame = try WorkbookFrame(self, at: styles, file: path)
    try pour(into: whole, frame, PackageParts(path: around), styles: styles)
    guard rename(whole, path) == 0 else {
      throw SpreadsheetError(
        file: path,
        reason: .unwritable(.library(call: "rename", message: String(cString: strerror(errno)))))
    }
  }

  private func pour(
    into path: String, _ frame: WorkbookFrame, _ parts: PackageParts, styles: String
  ) throws(SpreadsheetError) {
    let package = try PackageWriter(path: path)
    for name in parts.names where name != PackageParts.styles {
      package.begin(name)
      let bytes = try parts.bytes(of: name)
      if let index = sheets.indices.first(where: { name == PackageParts.sheet($0) }),
        sheets[index].rows.pouredCount > 0
      {
        var writer = frame.writers[index]
        try writer.pour(into: package, around: bytes)
      } else {
        package.append(bytes)
      }
    }
    try frame.close()
    package.begin(PackageParts.styles)
    package.append(try PackageParts(path: styles).bytes(of: PackageParts.styles))
    try package.close()
  }
}
