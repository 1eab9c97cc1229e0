import CXLSXWriter

/// The formats of one open workbook, one for each look.
///
/// Lives inside ``Workbook/write(to:)``: the formats belong to the workbook and go with it.
final class FormatCache {
  /// The font of every cell.
  static let font = "Arial"

  private struct Key: Hashable {
    var style: CellStyle
    var isLink: Bool
  }

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [Key: UnsafeMutablePointer<lxw_format>] = [:]

  init(workbook: UnsafeMutablePointer<lxw_workbook>) {
    self.workbook = workbook
  }

  /// The format of a look; nil when memory is exhausted.
  ///
  /// Only links are underlined.
  func format(
    _ style: CellStyle, isLink: Bool = false
  ) -> UnsafeMutablePointer<lxw_format>? {
    let key = Key(style: style, isLink: isLink)
    if let known = formats[key] { return known }
    guard let format = workbook_add_format(workbook) else { return nil }
    setFont(of: format, style, isLink: isLink)
    setPlacement(of: format, style)
    if let numberFormat = style.numberFormat { format_set_num_format(format, numberFormat) }
    if let fill = style.fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_fg_color(format, fill.asColour)
    }
    if style.isUnlocked { format_set_unlocked(format) }
    switch style.border {
    case .none: break
    case .thinBottom: format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .thinAll: format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    }
    // Numbered in the order in which they were first asked for.
    _ = lxw_format_get_xf_index(format)
    formats[key] = format
    return format
  }

  private func setFont(
    of format: UnsafeMutablePointer<lxw_format>, _ style: CellStyle, isLink: Bool
  ) {
    format_set_font_name(format, Self.font)
    format_set_font_size(format, style.size)
    if style.isBold { format_set_bold(format) }
    if let colour = style.fontColour { format_set_font_color(format, colour.asColour) }
    if isLink { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
  }

  private func setPlacement(of format: UnsafeMutablePointer<lxw_format>, _ style: CellStyle) {
    let horizontal: lxw_format_alignments? =
      switch style.horizontal {
      case .left: LXW_ALIGN_LEFT
      case .right: LXW_ALIGN_RIGHT
      case .centre: LXW_ALIGN_CENTER
      case nil: nil
      }
    if let horizontal { format_set_align(format, UInt8(horizontal.rawValue)) }
    let vertical =
      switch style.vertical {
      case .top: LXW_ALIGN_VERTICAL_TOP
      case .centre: LXW_ALIGN_VERTICAL_CENTER
      case .bottom: LXW_ALIGN_VERTICAL_BOTTOM
      }
    format_set_align(format, UInt8(vertical.rawValue))
    if style.wraps { format_set_text_wrap(format) }
    if style.indent > 0 { format_set_indent(format, UInt8(min(style.indent, 250))) }
  }
}

extension UInt32 {
  /// The colour as libxlsxwriter counts: it takes 0 for unset and has a flag for black.
  var asColour: lxw_color_t {
    self & 0xFFFFFF == 0 ? lxw_color_t(LXW_COLOR_BLACK.rawValue) : self & 0xFFFFFF
  }
}
