/// One cell to be written.
public enum OutputCell: Hashable, Sendable {
  /// No value; without a style the cell is left out.
  case blank(CellStyle? = nil)
  /// Text, never taken for a formula, a number or a date.
  case text(String, CellStyle = .body)
  /// A finite number.
  case number(Double, CellStyle = .decimal)
  /// A day from 1900 on, shown as `2025-12-31` unless the style says otherwise.
  case date(CalendarDay, CellStyle = .date)
  /// True or false.
  case boolean(Bool, CellStyle = .body)
  /// A formula in English notation, with the value it has for the rows of this workbook.
  case formula(String, cached: Cached, CellStyle)
  /// A formula calculated over whole ranges, shown in braces; its cached value is a number.
  case arrayFormula(String, cached: Cached, CellStyle)
  /// Text that leads to a place.
  case link(to: LinkTarget, text: String, CellStyle = .link)

  /// How the cell looks, where it has a style.
  public var style: CellStyle? {
    switch self {
    case .blank(let style): style
    case .text(_, let style), .number(_, let style), .date(_, let style), .boolean(_, let style),
      .formula(_, _, let style), .arrayFormula(_, _, let style), .link(_, _, let style):
      style
    }
  }
}

/// The value a formula has when the workbook is written.
///
/// Programs that do not calculate, such as previewers and Excel's Protected View, show it.
public enum Cached: Hashable, Sendable {
  /// A finite number.
  case number(Double)
  /// Text, such as the mark `[x]`; an array formula can not have it.
  case text(String)
}

/// Where a link leads.
public enum LinkTarget: Hashable, Sendable {
  /// A cell of a sheet of the same workbook.
  case sheet(String, CellReference)
  /// An address, such as `https://example.org/report`.
  case url(String)
}
