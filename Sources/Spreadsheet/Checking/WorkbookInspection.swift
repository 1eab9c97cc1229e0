extension InspectedWorkbook {
  /// Reads all parts the rules look at.
  ///
  /// - Throws: ``SpreadsheetError`` if the file is no sound workbook, naming what it is instead.
  init(path: String, limits: ReadingLimits = .standard) throws(SpreadsheetError) {
    var sheetName: String?
    do throws(SpreadsheetError.Reason) {
      let archive = try ZipArchive(path: path, limits: limits)
      let package = try WorkbookPackage(in: archive, limits: limits)
      let reader = PartReader(archive: archive, limits: limits)
      let bookPath = try WorkbookPackage.workbookPath(in: archive, limits: limits)
      let bookArrows = try reader.arrows(of: bookPath)
      func part(_ kind: String) throws(SpreadsheetError.Reason) -> XMLElement? {
        guard let arrow = bookArrows.values.first(where: { $0.kind == kind }) else { return nil }
        return try reader.tree(arrow.target)
      }
      let content = SheetContent(
        dateSystem: package.dateSystem, styles: try package.styles(in: archive, limits: limits),
        strings: try package.strings(in: archive, limits: limits))
      let raised = RaisedTexts()
      if let texts = bookArrows.values.first(where: { $0.kind == "sharedStrings" }),
        let entry = try archive.entry(texts.target)
      {
        try XMLStream.parse(archive.open(entry), to: raised, limits: limits)
      }
      self.path = path
      book = try reader.tree(bookPath) ?? XMLElement(name: "workbook")
      looks = CellLooks(styles: try part("styles"), palette: Palette(theme: try part("theme")))
      properties = try Self.properties(reader)
      parts = archive.paths.sorted()
      sheets = []
      for info in try package.worksheets() {
        sheetName = info.name
        let inspection = SheetInspection(content, raised: raised.numbers, limits: limits)
        guard let entry = try archive.entry(info.part) else { throw .missingPart(info.part) }
        try XMLStream.parse(archive.open(entry), to: inspection, limits: limits)
        sheets.append(try reader.sheet(info, inspection))
      }
    } catch {
      throw SpreadsheetError(file: path, sheet: sheetName, reason: error)
    }
  }

  /// What the document says of itself.
  private static func properties(
    _ reader: PartReader
  ) throws(SpreadsheetError.Reason) -> [String: String] {
    var found: [String: String] = [:]
    for arrow in try reader.arrows(of: "").values {
      guard ["core-properties", "extended-properties", "custom-properties"].contains(arrow.kind)
      else { continue }
      for property in try reader.tree(arrow.target)?.children ?? [] {
        found[property["name"] ?? property.name] = property.allText
      }
    }
    return found
  }
}

/// Reads the small parts of a workbook as trees.
struct PartReader {
  var archive: ZipArchive
  var limits: ReadingLimits

  /// What a part points at, in the archive or outside.
  struct Arrow {
    var kind: String
    var target: String
    var isOutside: Bool
  }

  func tree(_ path: String) throws(SpreadsheetError.Reason) -> XMLElement? {
    guard let entry = try archive.entry(path) else { return nil }
    let tree = XMLTree()
    try XMLStream.parse(archive.open(entry), to: tree, limits: limits, readsAnyNamespace: true)
    return tree.root
  }

  func arrows(of part: String) throws(SpreadsheetError.Reason) -> [String: Arrow] {
    let name = part.split(separator: "/").last ?? ""
    let folder = part.dropLast(name.count)
    var found: [String: Arrow] = [:]
    for arrow in try tree("\(folder)_rels/\(name).rels")?.children ?? [] {
      guard let identifier = arrow["Id"], let type = arrow["Type"], let target = arrow["Target"]
      else { continue }
      let isOutside = arrow["TargetMode"] == "External"
      found[identifier] = Arrow(
        kind: String(type.split(separator: "/").last ?? ""),
        target: isOutside ? target : Relationships.path(target, from: folder),
        isOutside: isOutside)
    }
    return found
  }

  /// A sheet with its tables, links and drawings.
  func sheet(
    _ info: SheetInfo, _ inspection: SheetInspection
  ) throws(SpreadsheetError.Reason) -> InspectedSheet {
    let arrows = try arrows(of: info.part)
    let layout = inspection.layout
    var sheet = InspectedSheet(
      name: info.name, isHidden: info.isHidden, layout: layout, rows: inspection.rows, tables: [],
      links: [], drawings: [])
    for arrow in arrows.values.sorted(by: { $0.target < $1.target }) {
      switch arrow.kind {
      case "table":
        guard var table = try tree(arrow.target).flatMap(InspectedTable.init) else { continue }
        table.survey(sheet.rows)
        sheet.tables.append(table)
      case "drawing": sheet.drawings += try drawings(arrow.target)
      default: break
      }
    }
    sheet.tables.sort { $0.area.firstCell < $1.area.firstCell }
    for link in layout.all("hyperlink") {
      guard let area = link["ref"].flatMap({ CellArea($0) }) else { continue }
      let arrow = link.relationship.flatMap { arrows[$0] }
      // Some programs write a place in the workbook as an address that starts with #.
      let place = arrow.flatMap { $0.target.hasPrefix("#") ? String($0.target.dropFirst()) : nil }
      sheet.links.append(
        InspectedLink(
          cell: area.firstCell, location: place ?? (arrow == nil ? link["location"] : nil),
          address: place == nil ? arrow?.target : nil))
    }
    return sheet
  }

  private func drawings(
    _ path: String
  ) throws(SpreadsheetError.Reason) -> [InspectedDrawing] {
    let arrows = try arrows(of: path)
    var found: [InspectedDrawing] = []
    for anchor in try tree(path)?.children ?? [] {
      let corner = anchor.child("from")
      func place(_ name: String) -> Int { Int(corner?.child(name)?.text ?? "") ?? 0 }
      let cell = CellReference(row: place("row") + 1, column: place("col") + 1)
      let words = anchor.all("cNvPr").first?["descr"] ?? ""
      if let chart = anchor.all("chart").first {
        let target = chart.relationship.flatMap { arrows[$0] }?.target
        found.append(
          InspectedDrawing(
            kind: .chart, cell: cell, description: words,
            chart: try target.flatMap { path throws(SpreadsheetError.Reason) in try tree(path) }))
      } else if !anchor.all("pic").isEmpty {
        found.append(InspectedDrawing(kind: .picture, cell: cell, description: words))
      } else if !anchor.all("sp").isEmpty {
        found.append(InspectedDrawing(kind: .shape, cell: cell, description: words))
      }
    }
    return found
  }
}

extension InspectedTable {
  init?(_ part: XMLElement) {
    guard let area = part["ref"].flatMap({ CellArea($0) }) else { return nil }
    self.init(
      name: part["displayName"] ?? part["name"] ?? "", area: area,
      hasHeaderRow: part["headerRowCount"] != "0",
      headers: part.all("tableColumn").map {
        EscapedText.decode(Array(($0["name"] ?? "").utf8))
      },
      hasFilter: part.child("autoFilter") != nil)
  }
}
