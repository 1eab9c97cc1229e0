extension WorkbookRule {
  /// R19, R20: fonts and colours.
  static let looks = [
    WorkbookRule(
      id: "R19",
      text: "Sans-serif letters of 12 points and more; no italics, capitals or underlines",
      mend: "use a font such as Arial at 12 points; underline links only",
      look: { workbook, _ in
        workbook.sheets.flatMap { sheet in
          let links = Set(sheet.links.map(\.cell))
          return sheet.cells.compactMap { cell -> RuleBreach? in
            let look = workbook.look(of: cell)
            let isLink =
              links.contains(cell.reference) || cell.formula?.contains("HYPERLINK") == true
            let faults = look.fontFaults(isLink: isLink)
            guard faults.isEmpty else {
              return RuleBreach(sheet, cell.reference, faults.joined(separator: ", "))
            }
            guard let text = cell.text, !sheet.isBody(cell), text.isInCapitals else { return nil }
            return RuleBreach(sheet, cell.reference, "all capitals: \(text.quoted)")
          }
        }
      }),
    WorkbookRule(
      id: "R20",
      text: "Text stands out from its ground, 4.5 to 1 and more; large text and charts "
        + "3 to 1; no fills in the public edition", isEssential: true,
      mend: "use black or a darker colour on white",
      unseen: "whether colour is the only carrier of some meaning, and the colours of table styles "
        + "and conditional formats",
      look: { workbook, edition in
        workbook.eachCell { sheet, cell in
          let look = workbook.look(of: cell)
          // WCAG: large is 18 points, or 14 in bold.
          let needed = look.size >= (look.isBold ? 14 : 18) ? 3.0 : 4.5
          if look.contrast < needed {
            let shown = Double(Int(look.contrast * 10)) / 10
            return RuleBreach(sheet, cell.reference, "text with a contrast of \(shown) to 1")
          }
          guard edition == .public, let fill = look.fill, fill != .white else { return nil }
          return RuleBreach(sheet, cell.reference, "a fill", isEssential: false)
        }
          + workbook.sheets.flatMap { sheet in
            sheet.drawings.compactMap { $0.paleSeries(on: sheet) }
          }
      }),
  ]
}

extension CellLook {
  fileprivate func fontFaults(isLink: Bool) -> [String] {
    let name = fontName.lowercased()
    let known = [
      "arial", "calibri", "aptos", "helvetica", "verdana", "tahoma", "sans", "segoe", "trebuchet",
      "roboto", "carlito", "lato", "gothic", "gill",
    ]
    let isSansSerif = isSwiss || known.contains { name.contains($0) }
    return [
      isSansSerif ? nil : "the font \(fontName)",
      size >= 12 ? nil : "\(DecimalText.shortest(size)) points" + (size < 10 ? ", below 10" : ""),
      isItalic ? "italics" : nil,
      isStruck ? "struck out" : nil,
      isUnderlined && !isLink ? "underlined" : nil,
    ].compactMap { $0 }
  }
}

extension String {
  /// Whether two words and more are all capitals; one may be an acronym or a code.
  fileprivate var isInCapitals: Bool {
    let letters = unicodeScalars.filter { $0.properties.isAlphabetic }
    guard letters.count >= 10, !letters.contains(where: { $0.properties.isLowercase }) else {
      return false
    }
    return split(whereSeparator: { !$0.isLetter }).count { $0.count > 3 } > 1
  }
}

extension InspectedDrawing {
  /// A series of a chart that is drawn in a colour close to white.
  fileprivate func paleSeries(on sheet: InspectedSheet) -> RuleBreach? {
    let colours = (chart?.all("ser") ?? []).compactMap { series in
      series.child("spPr")?.all("srgbClr").first?["val"].flatMap { Colour(hexadecimal: $0) }
    }
    guard let pale = colours.first(where: { $0.contrast(with: .white) < 3 }) else { return nil }
    let shown = Double(Int(pale.contrast(with: .white) * 10)) / 10
    return RuleBreach(sheet, cell, "a chart series with a contrast of \(shown) to 1")
  }
}
