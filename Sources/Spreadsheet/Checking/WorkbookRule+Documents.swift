extension WorkbookRule {
  /// R29, R30, R34: links, properties and the file name.
  static let documents = [
    WorkbookRule(
      id: "R29", text: "Links are words that say where they lead, over https", isEssential: true,
      mend: "write what the link leads to as its text, and use https",
      look: { workbook, _ in
        workbook.sheets.flatMap { sheet in
          sheet.links.compactMap { link in
            sheet.fault(of: link).map { RuleBreach(sheet, link.cell, $0) }
          }
            + sheet.cells.filter {
              !sheet.isBody($0) && $0.text?.wholeMatch(of: CellPattern.address) != nil
            }.filter { cell in !sheet.links.contains { $0.cell == cell.reference } }
            .map { RuleBreach(sheet, $0.reference, "a bare address: \(($0.text ?? "").quoted)") }
        }
      }),
    WorkbookRule(
      id: "R30",
      text: "The document names its title, language, organisation and subject, no "
        + "person and no folder", isEssential: true,
      mend: "fill in File › Info › Properties; the language is the custom property “Language”",
      look: { workbook, _ in workbook.propertyBreaches }),
    WorkbookRule(
      id: "R34", text: "The file name is lower case with dashes and says the period",
      mend: "name the file such as annual-report-2025.xlsx",
      look: { workbook, _ in
        let name = workbook.fileName
        var faults: [String] = []
        if name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*\.xls[xm]/) == nil {
          faults.append("file name \(name.quoted)")
        }
        if !name.contains(/(19|20)\d\d/) { faults.append("a file name without a year") }
        if workbook.path.utf16.count >= 218 { faults.append("a path of 218 characters or more") }
        return faults.map { RuleBreach($0) }
      }),
  ]
}

extension WorkbookRule {
  /// R32; it looks beside the workbook, see ``TableTwins``.
  static let twins = WorkbookRule(
    id: "R32", text: "Every table has a CSV file beside it with the same values",
    mend: "write the workbook and its CSV files from the same rows", look: { _, _ in [] })
}

extension InspectedSheet {
  fileprivate func fault(of link: InspectedLink) -> String? {
    let cell = self[link.cell.row, link.cell.column]
    let words = cell?.text ?? cell?.number.map { DecimalText.shortest($0) } ?? ""
    if words.isEmpty { return "a link without text" }
    if words.contains(/(?i)^(https?:\/\/|www\.)/) { return "a link shown as \(words.quoted)" }
    if ["here", "click here", "link", "more", "read more"].contains(words.lowercased()) {
      return "a link called \(words.quoted)"
    }
    guard let address = link.address?.lowercased() else { return nil }
    let isSafe = address.hasPrefix("https://") || address.hasPrefix("mailto:")
    return isSafe ? nil : "a link to \(address.quoted)"
  }
}

extension InspectedWorkbook {
  fileprivate var propertyBreaches: [RuleBreach] {
    var faults: [String] = []
    func value(_ name: String) -> String {
      (properties[name] ?? "").filter { !$0.isNewline }
    }
    if value("title").isEmpty { faults.append("no title") }
    if value("subject").isEmpty { faults.append("no subject") }
    if value("Language").isEmpty, value("language").isEmpty { faults.append("no language") }
    let organisation = value("Company")
    let people = ["creator", "lastModifiedBy", "Manager"].map(value).filter { !$0.isEmpty }
    if organisation.isEmpty {
      faults.append("no organisation (Company)")
    }
    for person in Set(people).sorted() where person != organisation {
      faults.append("\(person.quoted), who is not the organisation, as author")
    }
    for (name, text) in properties.sorted(by: { $0.key < $1.key })
    where text.contains(/[A-Za-z]:\\|\/home\/|\/Users\/|\\\\\w/) {
      faults.append("a folder in the property \(name)")
    }
    if let folder = book.all("absPath").first?["url"] {
      faults.append("the folder \(folder.quoted)")
    }
    return faults.map { RuleBreach($0) }
  }
}
