/// The parts of a workbook: where they are, and what the workbook part says of them.
struct WorkbookPackage {
  let dateSystem: DateSystem

  private let listed: [WorkbookPart.Sheet]
  private let relationships: Relationships

  /// Finds and reads the workbook part.
  ///
  /// - Throws: A reason that names the kind of file, if the archive holds another one.
  init(
    in archive: ZipArchive, limits: ReadingLimits
  ) throws(SpreadsheetError.Reason) {
    let path = try Self.workbookPath(in: archive, limits: limits)
    guard let entry = try archive.entry(path) else { throw .missingPart(path) }
    let workbook = WorkbookPart(limits: limits)
    try XMLStream.parse(archive.open(entry), to: workbook, limits: limits)
    dateSystem = workbook.dateSystem
    listed = workbook.sheets
    relationships = try Relationships(of: path, in: archive, limits: limits)
  }

  /// The sheets that hold cells.
  func worksheets() throws(SpreadsheetError.Reason) -> [SheetInfo] {
    // Without this a list in a foreign namespace would pass for a workbook without sheets.
    guard !listed.isEmpty else { throw .missingPart("the list of its sheets") }
    var names: Set<String> = []
    var worksheets: [SheetInfo] = []
    for sheet in listed {
      guard names.insert(sheet.name.lowercased()).inserted else {
        throw .duplicateSheet(sheet.name)
      }
      guard let target = relationships.byIdentifier[sheet.relationship] else {
        throw .missingPart("the cells of the sheet \(sheet.name)")
      }
      guard target.kind == "worksheet" else { continue }
      worksheets.append(
        SheetInfo(name: sheet.name, isHidden: sheet.isHidden, part: target.path))
    }
    return worksheets
  }

  /// Whether the workbook names other files whose values its formulas take.
  var hasExternalLinks: Bool { relationships.path(ofKind: "externalLink") != nil }

  /// The styles; none in a workbook without that part.
  func styles(
    in archive: ZipArchive, limits: ReadingLimits
  ) throws(SpreadsheetError.Reason) -> CellStyles {
    let part = CellStylesPart(limits: limits)
    try read("styles", in: archive, to: part, limits: limits)
    return part.styles
  }

  /// The shared texts; none in a workbook without that part.
  func strings(
    in archive: ZipArchive, limits: ReadingLimits
  ) throws(SpreadsheetError.Reason) -> [String] {
    let part = SharedStringsPart(limits: limits)
    try read("sharedStrings", in: archive, to: part, limits: limits)
    return part.strings
  }

  private func read(
    _ kind: String, in archive: ZipArchive, to part: any XMLHandler, limits: ReadingLimits
  ) throws(SpreadsheetError.Reason) {
    guard let path = relationships.path(ofKind: kind) else { return }
    guard let entry = try archive.entry(path) else { throw .missingPart(path) }
    try XMLStream.parse(archive.open(entry), to: part, limits: limits)
  }

  /// The path of the workbook part: where the archive points, else where Excel puts it.
  static func workbookPath(
    in archive: ZipArchive, limits: ReadingLimits
  ) throws(SpreadsheetError.Reason) -> String {
    let usual = "xl/workbook.xml"
    let root = try Relationships(of: "", in: archive, limits: limits)
    guard let path = root.path(ofKind: "officeDocument") else {
      if try archive.entry("content.xml") != nil { throw .otherFormat("an OpenDocument file") }
      guard try archive.entry(usual) != nil else { throw .notAWorkbook }
      return usual
    }
    let lowercased = path.lowercased()
    if lowercased.hasSuffix(".bin") { throw .otherFormat("a binary workbook (.xlsb)") }
    if lowercased.hasPrefix("word/") { throw .otherFormat("a Word document") }
    if lowercased.hasPrefix("ppt/") { throw .otherFormat("a PowerPoint presentation") }
    return path
  }
}
