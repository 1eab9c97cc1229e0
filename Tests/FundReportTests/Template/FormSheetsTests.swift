import FundReport
import Spreadsheet
import Testing

/// What a form says on each sheet, and what an office may type where.
@Suite struct FormSheetsTests {
  private func form(_ fund: TinyFund, in language: Language = .english) throws -> String {
    let written = try FormTemplates(pipelineFolder: fund.pipelineFolder, dataFolder: fund.folder)
      .write(year: 2025, programme: "JP-1", language: language, to: fund.folder + "/forms")
    return try #require(written.first { $0.hasSuffix("IOM.xlsx") })
  }

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
    let sheets = try texts(of: form(fund, in: language))
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
    let form = try form(fund)
    for (cell, told) in [("B6", ["Programme!B6 is locked"]), ("B8", [])] {
      let filling = try Witness(
        "fill_form.py", form, fund.folder + "/filled.xlsx", #"[[0, "\#(cell)", 2]]"#)
      #expect(filling.lines == told)
    }
  }

  @Test func `columns of one's own may stand to the right`() throws {
    let fund = try TinyFund()
    let filled = fund.folder + "/filled.xlsx"
    let filling = try Witness(
      "fill_form.py", try form(fund), filled,
      #"[[0, "B9", "2026-02-15"], [1, "AD5", "Our remark"], [1, "AD6", "seen"]]"#)
    #expect(filling.lines == [])
    let check = try FormCheck(pipelineFolder: fund.pipelineFolder, dataFolder: fund.folder)
    #expect(try check.check(filled).findings.filter { $0.severity != "notice" } == [])
  }

  @Test func `an organisation's own name of an instrument means the type it belongs to`() throws {
    let fund = try TinyFund()
    let list = try texts(of: form(fund)).flatMap { $0.values }
    let alias = "Implementing partner agreement"
    #expect(list.contains { $0.contains(alias) })
    try fund.form(agreements: Agreements.rows([("A-1", ["agreement_type": alias])]))
    #expect(try fund.release().table("agreements").map { $0["agreement_type"] } == ["COOPERATION"])
  }
}
