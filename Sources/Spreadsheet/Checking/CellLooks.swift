/// How a cell looks.
struct CellLook: Sendable {
  enum Side: Sendable { case general, left, right, centre, other }

  var fontName = "Calibri"
  var size = 11.0
  var isBold = false
  var isItalic = false
  var isUnderlined = false
  var isStruck = false
  var isRaised = false
  /// Whether the font says that it has no serifs.
  var isSwiss = false
  /// The colour of the text; automatic is black.
  var colour = Colour.black
  /// The fill, where there is one.
  var fill: Colour?
  var wraps = false
  var side = Side.general
  var numberFormat = ShownNumber(code: "General")

  var contrast: Double { colour.contrast(with: fill ?? .white) }
}

/// The looks of a workbook, in the order cells count them.
struct CellLooks: Sendable {
  private var looks: [CellLook] = []
  /// The look of cells without one, whose font is also the unit of column widths.
  let body: CellLook

  subscript(style: Int) -> CellLook { looks.indices.contains(style) ? looks[style] : body }

  /// - Parameter styles: The part with the styles; without one all cells look the same.
  init(styles: XMLElement?, palette: Palette) {
    let fonts = (styles?.child("fonts")?.children("font") ?? []).map {
      CellLook(font: $0, palette)
    }
    let fills = (styles?.child("fills")?.children("fill") ?? []).map { fill -> Colour? in
      guard let pattern = fill.child("patternFill") else {
        return palette.colour(fill.all("color").first)
      }
      guard pattern["patternType"] == "solid" else { return nil }
      return palette.colour(pattern.child("fgColor"))
    }
    var codes: [Int: String] = [:]
    for format in styles?.child("numFmts")?.children("numFmt") ?? [] {
      if let number = format["numFmtId"].flatMap({ Int($0) }) {
        codes[number] = format["formatCode"]
      }
    }
    looks = (styles?.child("cellXfs")?.children("xf") ?? []).map { format in
      func number(_ name: String) -> Int { format[name].flatMap { Int($0) } ?? 0 }
      var look = fonts.indices.contains(number("fontId")) ? fonts[number("fontId")] : CellLook()
      look.fill = fills.indices.contains(number("fillId")) ? fills[number("fillId")] : nil
      look.numberFormat =
        codes[number("numFmtId")].map { ShownNumber(code: $0) }
        ?? ShownNumber(builtIn: number("numFmtId"))
      look.wraps = format.child("alignment")?.isTrue("wrapText") ?? false
      look.side =
        switch format.child("alignment")?["horizontal"] {
        case nil, "general": .general
        case "left": .left
        case "right": .right
        case "center", "centerContinuous": .centre
        default: .other
        }
      return look
    }
    body = looks.first ?? fonts.first ?? CellLook()
  }
}

extension CellLook {
  fileprivate init(font: XMLElement, _ palette: Palette) {
    fontName = font.child("name")?["val"] ?? fontName
    size = font.child("sz")?["val"].flatMap { Double($0) } ?? size
    isBold = font.has("b")
    isItalic = font.has("i")
    isUnderlined = font.has("u")
    isStruck = font.has("strike")
    isRaised = ["superscript", "subscript"].contains(font.child("vertAlign")?["val"] ?? "")
    isSwiss = font.child("family")?["val"] == "2"
    colour = palette.colour(font.child("color")) ?? .black
  }
}
