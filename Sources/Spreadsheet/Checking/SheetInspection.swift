/// Reads one sheet: its cells as rows, all else as a tree.
final class SheetInspection: XMLHandler {
  private let content: SheetContent
  private let raised: Set<Int>
  private let limits: ReadingLimits

  private let tree = XMLTree()
  private(set) var rows: [InspectedRow] = []
  private var row: InspectedRow?
  private var cell: OpenCell?
  private var formula: [UInt8]?
  private var isInFormula = false
  private var isRaised = false
  private var isInData = false
  private var count = 0

  /// - Parameter raised: The numbers of the shared texts of which a part is raised or lowered.
  init(_ content: SheetContent, raised: Set<Int>, limits: ReadingLimits) {
    self.content = content
    self.raised = raised
    self.limits = limits
  }

  /// The sheet without its rows.
  var layout: XMLElement { tree.root ?? XMLElement(name: "worksheet") }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError.Reason) {
    if cell != nil {
      if name == "f" {
        formula = []
        isInFormula = true
      } else if name == "vertAlign" {
        isRaised = true
      }
      cell?.start(name, attributes)
      return
    }
    guard isInData else {
      if name == "sheetData" { isInData = true }
      return try tree.start(name, attributes)
    }
    switch name {
    case "row": startRow(attributes)
    case "c": try startCell(attributes)
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError.Reason) {
    if isInFormula {
      formula?.append(contentsOf: bytes)
      try limits.check(formula ?? [])
    } else if cell != nil {
      try cell?.append(bytes, limits: limits)
    } else if !isInData {
      tree.text(bytes)
    }
  }

  func end(_ name: XMLName) throws(SpreadsheetError.Reason) {
    if cell != nil {
      if name == "f" { isInFormula = false }
      if name == "c" { try endCell() } else { cell?.end(name) }
    } else if name == "row", isInData {
      if let row { rows.append(row) }
      row = nil
    } else if name == "sheetData" {
      isInData = false
      tree.end(name)
    } else if !isInData {
      tree.end(name)
    }
  }

  private func startRow(_ attributes: XMLAttributes) {
    let number = attributes["r"].flatMap { Int($0) } ?? (rows.last?.number ?? 0) + 1
    let height = attributes["ht"].flatMap { Double($0) }
    row = InspectedRow(
      number: number, isHidden: attributes.isTrue("hidden") || height == 0,
      height: attributes.isTrue("customHeight") ? height : nil, cells: [])
  }

  private func startCell(_ attributes: XMLAttributes) throws(SpreadsheetError.Reason) {
    guard let row else { return }
    count += 1
    guard count <= limits.cellsPerSheet else {
      throw .tooLarge(what: "the cells of the sheet", limit: limits.cellsPerSheet)
    }
    let next = CellReference(
      row: row.number, column: (row.cells.last?.reference.column ?? 0) + 1)
    let reference = attributes.bytes("r").flatMap { CellReference(ascii: $0) } ?? next
    // A row without a number is where its cells are.
    if row.cells.isEmpty { self.row?.number = reference.row }
    cell = try OpenCell(reference: reference, attributes)
    formula = nil
    isRaised = false
  }

  private func endCell() throws(SpreadsheetError.Reason) {
    guard var finished = cell else { return }
    cell = nil
    let value = try finished.value(in: content)
    row?.cells.append(
      InspectedCell(
        reference: finished.reference, value: value,
        formula: formula.map { String(decoding: $0, as: UTF8.self) }, style: finished.style,
        hasRaisedText: isRaised || finished.sharedIndex.map(raised.contains) ?? false))
  }
}

/// Finds the shared texts of which a part is raised or lowered.
final class RaisedTexts: XMLHandler {
  private(set) var numbers: Set<Int> = []
  private var current = -1

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "si" { current += 1 }
    if name == "vertAlign", attributes["val"] != "baseline" { numbers.insert(current) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ name: XMLName) {}
}
