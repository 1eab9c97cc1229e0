/// Where the lines of a sheet come from.
public enum RowSource {
  /// Lines held in memory.
  case rows([SheetLine])
  /// Some lines at the head, then lines made one by one while the workbook is written.
  case produced(head: [SheetLine], Producer)
  /// Some lines at the head, then so many that go to the file as they are made, for long sheets.
  ///
  /// They hold neither formulas nor links, and none of them stays in memory.
  case poured(head: [SheetLine], count: Int, Producer)

  /// Makes lines and hands each over.
  public typealias Producer = (_ emit: (SheetLine) throws -> Void) throws -> Void

  /// The lines held in memory, at the head of those that are not.
  public var head: [SheetLine] {
    get {
      switch self {
      case .rows(let lines), .produced(let lines, _), .poured(let lines, _, _): lines
      }
    }
    set {
      switch self {
      case .rows: self = .rows(newValue)
      case .produced(_, let produce): self = .produced(head: newValue, produce)
      case .poured(_, let count, let produce):
        self = .poured(head: newValue, count: count, produce)
      }
    }
  }

  /// How many lines go to the file as they are made.
  var pouredCount: Int {
    if case .poured(_, let count, _) = self { count } else { 0 }
  }
}

/// One row of a sheet.
public struct SheetLine: Hashable, Sendable {
  /// The height in points; nil lets Excel choose, see ``RowHeight``.
  public var height: Double?
  /// Whether all cells are set between the edges of the row, whatever their looks say.
  public var isCentred = false
  /// The cells from column A.
  public var cells: [OutputCell]

  /// Describes a row.
  public init(height: Double? = nil, isCentred: Bool = false, cells: [OutputCell] = []) {
    self.height = height
    self.isCentred = isCentred
    self.cells = cells
  }
}
