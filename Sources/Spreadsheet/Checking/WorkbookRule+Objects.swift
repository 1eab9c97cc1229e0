extension WorkbookRule {
  /// R21, R22: what is no cell.
  static let objects = [
    WorkbookRule(
      id: "R21", text: "No headers, footers, text boxes, pictures or macros", isEssential: true,
      mend: "write into cells what it says, and remove it",
      look: { workbook, _ in
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
          if texts.contains(where: { !$0.allText.isEmpty }) {
            breaches.append(RuleBreach(sheet, nil, "a page header or footer"))
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

extension XMLElement {
  fileprivate func isTrueChild(_ name: String) -> Bool { child(name)?.isTrue("val") ?? false }
}
