/// What may be typed into an area of a sheet, and what the program says about it.
public struct InputRule: Hashable, Sendable {
  /// What is allowed; an empty cell always is.
  public enum Kind: Hashable, Sendable {
    /// Anything; only the prompt is shown.
    case anything
    /// One of the texts of a range, such as `=Lists!$A$5:$A$20`, offered as a drop-down list.
    case oneOf(range: String)
    /// A day from the first to the last.
    case day(CalendarDay, CalendarDay)
    /// A number, of at least so much.
    case number(atLeast: Double)
    /// A whole number between two others.
    case whole(ClosedRange<Int>)
  }

  /// The cells it holds for.
  public var area: CellArea
  /// What is allowed.
  public var kind: Kind
  /// The heading of the prompt, shown up to 32 characters.
  public var promptTitle: String
  /// What is said while a cell is selected, up to 255 characters; empty for nothing.
  public var prompt: String
  /// What is said when something else is typed, up to 255 characters.
  public var refusal: String
  /// Whether something else may be entered all the same.
  public var isAdvice: Bool

  /// Describes a rule.
  public init(
    area: CellArea, kind: Kind, promptTitle: String = "", prompt: String = "", refusal: String = "",
    isAdvice: Bool = false
  ) {
    self.area = area
    self.kind = kind
    self.promptTitle = promptTitle
    self.prompt = prompt
    self.refusal = refusal
    self.isAdvice = isAdvice
  }
}

/// A remark that opens when the pointer rests on a cell.
public struct CellComment: Hashable, Sendable {
  /// The cell.
  public var cell: CellReference
  /// What it says.
  public var text: String

  /// Describes a remark.
  public init(cell: CellReference, text: String) {
    self.cell = cell
    self.text = text
  }
}
