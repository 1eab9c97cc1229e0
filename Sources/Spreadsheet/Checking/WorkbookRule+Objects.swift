extension WorkbookRule {
  /// R21, R22: what is no cell.
  static let objects = [
    WorkbookRule(
      id: "R21",
      text: "No headers, footers, text boxes, pictures or macros; at the head or foot of pages of "
        + "the analyst edition at most what cells of the sheet say too", isEssential: true,
      mend: "write into cells what it says, and remove it",
      look: { workbook, edition in
        var breaches: [RuleBreach] = []
        if workbook.parts.contains(where: { $0.hasSuffix("vbaproject.bin") }) {
          breaches.append(RuleBreach("macros"))
        } else if workbook.fileName.lowercased().hasSuffix(".xlsm") {
          breaches.append(RuleBreach("a file name that promises macros"))
        }
        for sheet in workbook.sheets {
          let texts = (sheet.layout.child("headerFooter")?.children ?? []).filter {
            $0.name.hasSuffix("Header") || $0.name.hasSuffix("Footer")
          }
          let said = texts.filter { !$0.allText.isEmpty }.flatMap { PageText.parts(of: $0.allText) }
          if edition == .public, texts.contains(where: { !$0.allText.isEmpty }) {
            breaches.append(RuleBreach(sheet, nil, "a page header or footer"))
          } else if let alone = said.first(where: { !sheet.says($0) }) {
            breaches.append(
              RuleBreach(sheet, nil, "a page header or footer, which alone says \(alone.quoted)"))
          }
          for drawing in sheet.drawings where drawing.kind != .chart {
            let what = drawing.kind == .picture ? "a picture" : "a text box or shape"
            breaches.append(RuleBreach(sheet, drawing.cell, what))
          }
        }
        return breaches
      }),
    WorkbookRule(
      id: "R22", text: "Charts say in words what they show, and their axes have titles with units",
      editions: [.analyst],
      mend:
        "give the chart an alternative text with its type, subject and main message, and titles "
        + "to its axes",
      unseen: "whether the alternative text is right",
      look: { workbook, _ in
        workbook.sheets.flatMap { sheet in
          sheet.drawings.filter { $0.kind == .chart }.flatMap { drawing -> [RuleBreach] in
            var breaches: [RuleBreach] = []
            let title = drawing.chart?.child("chart")?.child("title")?.allText ?? ""
            if drawing.description.isEmpty {
              breaches.append(RuleBreach(sheet, drawing.cell, "a chart without alternative text"))
            } else if drawing.description == title {
              breaches.append(
                RuleBreach(sheet, drawing.cell, "a chart whose alternative text repeats its title"))
            }
            let axes = ["valAx", "catAx", "dateAx"].flatMap { drawing.chart?.all($0) ?? [] }
            if axes.contains(where: { !$0.isTrueChild("delete") && $0.child("title") == nil }) {
              breaches.append(RuleBreach(sheet, drawing.cell, "a chart with an axis without title"))
            }
            return breaches
          }
        }
      }),
  ]
}

/// The text at the head or foot of a page, which has codes such as `&L` and `&P` in it.
private enum PageText {
  /// The words left, in the middle and right; numbers of pages and names of sheets are none.
  static func parts(of text: String) -> [String] {
    text.replacing("&&", with: "\u{0}").split(separator: /&[LCR]/).map { part in
      let words = part.replacing(/&("[^"]*"|K[0-9A-F]{6}|\d+|.)/, with: "")
        .replacing("\u{0}", with: "&").split(whereSeparator: \.isWhitespace)
      return words.joined(separator: " ")
    }.filter { $0.contains(where: \.isLetter) }
  }
}

extension InspectedSheet {
  /// Whether a cell has these words.
  fileprivate func says(_ words: String) -> Bool {
    cells.contains { $0.text?.contains(words) == true }
  }
}

extension XMLElement {
  fileprivate func isTrueChild(_ name: String) -> Bool { child(name)?.isTrue("val") ?? false }
}
