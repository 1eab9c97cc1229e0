import Spreadsheet

/// The sheet of plain formulas that an office looks at before it sends the form.
///
/// The formulas have no values yet: the program that opens the form calculates them.
struct BeforeSheet {
  var template: TemplateDefinition
  var language: Language
  var places: [FormPlace]
  var lists: FormLists
  /// Categories of the totals that the form begins with.
  var keys: [String]

  private var words: FormWords { template.words }
  var name: String { template.beforeSheet.text(in: language) }

  func sheet(_ input: FormInput) -> Sheet {
    var sheet = Sheet(name: name)
    sheet.columnWidths = [70, 20, 20, 24]
    sheet.isProtected = true
    sheet.isLandscape = true
    var lines = [
      SheetLine(height: 24, cells: [.text(name, .title)]),
      SheetLine(height: 17, cells: [.text(template.beforeHelp.text(in: language), .note)]),
      SheetLine(),
      SheetLine(
        height: 20,
        cells: [
          .text(words.text(.question, language), .formHeader),
          .text(words.text(.result, language), .formNumberHeader),
          .text(words.text(.verdict, language), .formHeader.indented),
        ]),
    ]
    for line in template.lines {
      guard let formula = formula(line.formula) else { continue }
      let row = lines.count + 1
      let label = line.label.text(in: language)
      let height = RowHeight.fitting([label], widths: [70], adding: 3)
      let verdict = line.lookIf.map { self.verdict("B\(row)\($0)") } ?? .blank()
      lines.append(
        SheetLine(
          height: height,
          cells: [
            .text(label, .body.centred), .calculated("=\(formula)", .plainInteger.centred), verdict,
          ]))
    }
    if let totals = template.totals { add(totals, to: &lines, &sheet, input) }
    sheet.rows = .rows(lines)
    return sheet
  }

  private func add(
    _ totals: TemplateDefinition.Totals, to lines: inout [SheetLine], _ sheet: inout Sheet,
    _ input: FormInput
  ) {
    let labels = [totals.label] + totals.columns.map(\.label)
    let texts = labels.map { $0.text(in: language) } + [words.text(.verdict, language)]
    lines.append(SheetLine())
    lines.append(
      SheetLine(
        height: RowHeight.fitting(texts, widths: sheet.columnWidths, isBold: true, adding: 4),
        cells: texts.enumerated().map { index, text in
          let isLast = index == texts.count - 1
          let style: CellStyle = isLast ? .formHeader.indented : .formNumberHeader
          return .text(text, index == 0 ? .formHeader : style)
        }))
    let first = lines.count + 1
    let open = CellStyle(
      numberFormat: "@", horizontal: .left, vertical: .centre, border: .thinAll, isUnlocked: true)
    for index in 0..<totals.rows {
      let row = first + index
      let key = "$A\(row)"
      var cells: [OutputCell] = [index < keys.count ? .text(keys[index], open) : .blank(open)]
      for column in totals.columns {
        guard let formula = formula(column.formula) else { continue }
        let sum = formula.replacing("key", with: key)
        cells.append(.calculated("=IF(\(key)=\"\",\"\",\(sum))", .decimal.centred))
      }
      let look = totals.lookIf.replacing("row", with: "\(row)")
      cells.append(verdict("AND(\(key)<>\"\",\(look))", or: "IF(\(key)=\"\",\"\",\(fine))"))
      lines.append(SheetLine(height: 17, cells: cells))
    }
    guard let by = totals.by, let field = field(by) else { return }
    let area = CellArea(rows: first...(first + totals.rows - 1), columns: 1...1)
    sheet.inputRules.append(input.rule(field, area: area))
  }

  private var fine: String { "\"\(words.text(.fine, language))\"" }

  private func verdict(_ condition: String, or otherwise: String? = nil) -> OutputCell {
    let look = words.text(.look, language)
    return .calculated(
      "=IF(\(condition),\"\(look)\",\(otherwise ?? fine))", CellStyle.body.indented.centred)
  }

  private func field(_ reference: SourceDefinition.Reference) -> SourceDefinition.Field? {
    places.first { $0.source.name == reference.source }?.source.field(reference.field)
  }

  /// A formula with the places of this form in it; nil where it names what this form does not ask.
  private func formula(_ text: String) -> String? {
    var missing = false
    var formula = text
    formula = formula.replacing(/(rows|gaps)\(([a-z_0-9]+)\)/) { match in
      guard let place = places.first(where: { $0.source.name.name == match.2 }) else {
        missing = true
        return ""
      }
      return match.1 == "rows" ? place.rowCount : place.gapCount
    }
    formula = formula.replacing(/\b([a-z][a-z_0-9]*)\.([a-z][a-z_0-9]*)\b/) { match in
      let place = places.first { $0.source.name.name == match.1 }
      guard let range = Identifier(String(match.2)).flatMap({ place?.range(of: $0) }) else {
        missing = true
        return ""
      }
      return range
    }
    formula = formula.replacing(/\byes\b/) { _ in "\"\(words.text(.yes, language))\"" }
    return missing ? nil : formula
  }
}

extension OutputCell {
  /// A formula whose value the program that opens the workbook finds.
  fileprivate static func calculated(_ formula: String, _ style: CellStyle) -> OutputCell {
    .formula(formula, cached: .text(""), style)
  }
}
