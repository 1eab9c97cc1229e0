import FundReport
import Spreadsheet
import Testing

/// What a form says on each sheet, and what an office may type where.
@Suite struct FormSheetsTests {
  private func texts(of path: String) throws -> [[String: String]] {
    let book = try WorkbookReader(path: path)
    return try book.sheets.map { sheet in
      let cells = try book.rows(of: sheet).flatMap(\.cells).map { cell in
        let text =
          switch cell.value {
          case .text(let text): text
          case .number(let number): "\(Int(number))"
          default: ""
          }
        return ("\(cell.reference)", text)
      }
      return Dictionary(uniqueKeysWithValues: cells)
    }
  }

  @Test(arguments: [
    (Language.english, "required", "optional", "The form asks for no names of people"),
    (.french, "obligatoire", "facultatif", "Le formulaire ne demande ni noms de personnes"),
    (.spanish, "obligatorio", "opcional", "El formulario no pide nombres de personas"),
  ])
  func `each sheet says what belongs there, and which columns are required`(
    language: Language, required: String, optional: String, privacy: String
  ) throws {
    let fund = try TinyFund()
    let sheets = try texts(of: fund.leadsForm(in: language))
    #expect(sheets[0]["A3"]?.hasPrefix(privacy) == true)
    for table in sheets[1...7] {
      #expect((table["A2"]?.count ?? 0) > 40)
      #expect(table["B4"] == required)
      #expect(table.values.contains(optional))
      // Numbered, with room for 500.
      #expect(["A6", "A505", "A506"].map { table[$0] } == ["1", "500", nil])
    }
  }

  @Test func `what says whose form it is can not be changed, the version can`() throws {
    let fund = try TinyFund()
    let form = try fund.leadsForm(in: .english)
    #expect(
      try (6...11).map { try texts(of: form)[0]["B\($0)"] ?? "" } == [
        "JP-1", "2025", "1", "", "IOM", "1",
      ])
    for (cell, told) in [("B6", ["Programme!B6 is locked"]), ("B8", [])] {
      let filling = try Witness(
        "fill_form.py", form, fund.folder + "/filled.xlsx", #"[[0, "\#(cell)", 2]]"#)
      #expect(filling.lines == told)
    }
  }

  @Test(arguments: [
    (Language.english, ["required", "in some cases", "optional"]),
    (.french, ["obligatoire", "selon le cas", "facultatif"]),
    (.spanish, ["obligatorio", "según el caso", "opcional"]),
  ])
  func `what is required stands first, what is optional last`(
    language: Language, words: [String]
  ) throws {
    let fund = try TinyFund()
    let sheets = try texts(of: fund.leadsForm(in: language))
    for table in sheets[1...7] {
      let columns = (2...40).map { CellReference.columnName($0) }.prefix { table["\($0)5"] != nil }
      let places = try columns.map { column in
        try #require(words.firstIndex { $0 == table["\(column)4"] })
      }
      #expect(places == places.sorted())
      // A star says it once more.
      #expect(columns.map { table["\($0)5"]?.hasSuffix(" *") } == places.map { $0 == 0 })
    }
    #expect(
      (11...15).map { sheets[1][["K", "L", "O", "P", "AC"][$0 - 11] + "4"] } == [
        words[0], words[1], words[1], words[2], words[2],
      ])
  }

  @Test func `rows from before are grey and keep their references, new ones are white`() throws {
    let fund = try TinyFund()
    let roles = ["roles": "EXPERTISE;ACCESS;ADVOCACY;AWARENESS"]
    try fund.form(year: 2024, agreements: Agreements.rows([("A-1", roles), ("A-2", [:])]))
    let told = try Witness("readback.py", try fund.leadsForm(in: .french)).lines
    // From the reference to the purpose, empty cells too.
    for column in ["B", "D", "M", "X", "AC"] {
      for (row, fill) in [(6, "FFE7E6E6"), (7, "FFE7E6E6"), (8, "none")] {
        let look = told.filter { $0.hasPrefix("look Accords!\(column)\(row): ") }
        #expect(look.allSatisfy { $0.contains("fill \(fill),") }, "\(look)")
        #expect(look.count == 1 || row == 8)
      }
    }
    #expect(!told.contains { $0.hasPrefix("look Accords!A6") && $0.contains("FFE7E6E6") })
    let cells = { (places: [String]) in
      places.map { place in
        let start = "openpyxl Accords!\(place) = "
        return told.first { $0.hasPrefix(start) }?.dropFirst(start.count) ?? "empty"
      }
    }
    #expect(cells(["B6", "B7", "B8"]) == ["'A-1' (s)", "'A-2' (s)", "empty"])
    // A list stands in three columns, what is left in the last.
    #expect(cells(["V5", "W5", "X5"]) == ["'Rôles 1' (s)", "'Rôles 2' (s)", "'Rôles 3' (s)"])
    #expect(
      cells(["V6", "W6", "X6", "V7"]) == [
        "\"Apport d'expertise\" (s)", "'Accès aux personnes et aux lieux' (s)",
        "'Plaidoyer; Sensibilisation' (s)", "empty",
      ])
  }

  @Test func `a printed form can be read: pages across, its labels on each`() throws {
    let fund = try TinyFund()
    let told = try Witness("readback.py", try fund.leadsForm(in: .english)).lines
    #expect(
      told.filter { $0.hasPrefix("page Agreements") || $0.hasPrefix("paper Agreements") } == [
        "page Agreements: landscape, paper 9, 4 wide, 0 high, fit True, repeat $4:$5, "
          + "area 'Agreements'!$A$1:$AC$25",
        "paper Agreements: columns $A:$B, overThenDown, "
          + "foot 'Printed down to No. 20. For more, clear the print area.'",
      ])
    // No page holds more than 190 digits of the body font.
    for line in told where line.hasPrefix("page ") {
      let name = line.dropFirst(5).prefix { $0 != ":" }
      let widths = told.filter { $0.hasPrefix("width \(name)!") }
        .compactMap { Double($0.split(separator: " ").last ?? "") }
      let pages = try #require(line.firstMatch(of: /, ([0-9]+) wide,/)).1
      #expect(widths.reduce(0, +) / (Double(pages) ?? 1) < 200, "\(line)")
    }
  }

  @Test func `columns of one's own may stand to the right`() throws {
    let fund = try TinyFund()
    let filled = fund.folder + "/filled.xlsx"
    let filling = try Witness(
      "fill_form.py", try fund.leadsForm(in: .english), filled,
      #"[[0, "B9", "2026-02-15"], [1, "AD5", "Our remark"], [1, "AD6", "seen"]]"#)
    #expect(filling.lines == [])
    let check = try FormCheck(pipelineFolder: fund.pipelineFolder, dataFolder: fund.folder)
    #expect(try check.check(filled).findings.filter { $0.severity != "notice" } == [])
  }

  @Test func `an organisation's own name of an instrument means the type it belongs to`() throws {
    let fund = try TinyFund()
    let list = try texts(of: fund.leadsForm(in: .english)).flatMap { $0.values }
    let alias = "Implementing partner agreement"
    #expect(list.contains { $0.contains(alias) })
    try fund.form(agreements: Agreements.rows([("A-1", ["agreement_type": alias])]))
    #expect(try fund.release().table("agreements").map { $0["agreement_type"] } == ["COOPERATION"])
  }
}
