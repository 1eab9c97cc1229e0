import Foundation
import FundReport
import Spreadsheet
import Testing

/// Who gets a form, what it begins with, and what it says.
@Suite struct FormTemplateTests {
  /// A form as written, its cells as texts by sheet and place.
  private struct Written {
    var sheets: [String]
    var cells: [String: [String: String]] = [:]

    init(_ path: String) throws {
      let book = try WorkbookReader(path: path)
      sheets = book.sheets.map(\.name)
      for sheet in book.sheets {
        for cell in try book.rows(of: sheet).flatMap(\.cells) {
          cells[sheet.name, default: [:]]["\(cell.reference)"] = Self.text(cell.value)
        }
      }
    }

    func at(_ sheet: String, _ place: String) -> String? { cells[sheet]?[place] }

    private static func text(_ value: CellValue) -> String {
      switch value {
      case .text(let text), .error(let text): text
      case .number(let number): "\(number)"
      case .date(let day, _): "\(day)"
      case .boolean(let flag): "\(flag)"
      }
    }
  }

  private func write(
    _ fund: TinyFund, year: Int = 2025, programme: String? = nil, language: Language = .english
  ) throws -> [String: Written] {
    let paths = try FormTemplates(pipelineFolder: fund.pipelineFolder, dataFolder: fund.folder)
      .write(year: year, programme: programme, language: language, to: fund.folder + "/forms")
    return Dictionary(
      uniqueKeysWithValues: try paths.map {
        (URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent, try Written($0))
      })
  }

  @Test func `a programme that asks for no form, and one nobody knows, are said with those due`()
    throws
  {
    let fund = try TinyFund()
    try fund.add("JP-2", endOn: "2024-12-31")
    for code in ["JP-2", "JP-9"] {
      let program = try Program(
        "template", "--data", fund.folder, "--pipeline", fund.pipelineFolder, "--period", "2025",
        "--programme", code, "--to", fund.folder + "/forms")
      #expect(program.code == 2)
      #expect(
        program.complaint
          == "no form is due from \(code) for 2025; forms are due from JP-1\n")
    }
  }

  @Test func `every organisation of a live programme gets a form of its own`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", endOn: "2024-12-31")
    try fund.add("JP-3")
    try fund.addPUNO("UNICEF", to: "JP-3", until: "2024-06-30")
    #expect(
      try write(fund).keys.sorted() == ["JP-1-2025-ILO", "JP-1-2025-IOM", "JP-3-2025-IOM"])
  }

  @Test func `what concerns the whole programme is asked of its lead only`() throws {
    let forms = try write(try TinyFund())
    let lead = try #require(forms["JP-1-2025-IOM"])
    let other = try #require(forms["JP-1-2025-ILO"])
    #expect(
      lead.sheets == [
        "Programme", "Agreements", "Transfers", "Structures", "Engagement", "Events",
        "Accountability", "Narrative", "Before you send", "Lists",
      ])
    #expect(other.sheets.suffix(4) == ["Structures", "Engagement", "Events", "Accountability"])
    #expect(lead.at("Structures", "A6") == "1.0")
    #expect(other.at("Structures", "A6") == nil)
    #expect(other.at("Structures", "A3")?.hasPrefix("Not for this form") == true)
    #expect(lead.cells["Programme"]?.values.contains { $0.contains("No structures") } == true)
    #expect(other.cells["Programme"]?.values.contains { $0.contains("No structures") } == false)
  }

  @Test func `a form begins with the accepted rows of the newest one before, in its language`()
    throws
  {
    let fund = try TinyFund()
    let old = Agreements.rows([("A-0", [:])])
    try fund.form(year: 2023, agreements: old)
    let rows = Agreements.rows([("A-1", [:]), ("A-2", ["amount": "much"])])
    let bodies = """
      body_name,body_kind,body_function,stakeholder_type,seats,meetings_held
      Board,STEERING_COMMITTEE,DECISION,MIGRANT,3,4
      """
    try fund.form(year: 2024, agreements: rows, sheets: ["structures": bodies])
    // What has come in for the year itself is not last year's.
    try fund.form(year: 2025, agreements: Agreements.rows([("A-3", [:])]))
    let form = try #require(try write(fund, language: .french)["JP-1-2025-IOM"])
    #expect(form.at("Accords", "B6") == "A-1")
    #expect(form.at("Accords", "B7") == nil)
    #expect(form.at("Accords", "E6") == "ONG nationale")
    #expect(form.at("Accords", "L6") == "USD")
    #expect(form.at("Accords", "A3")?.contains("formulaire 2024") == true)
    #expect(form.at("Structures", "F6") == "3.0")
    // Meetings are those of the year, so last year's would be wrong.
    #expect(form.at("Structures", "K6") == nil)
  }

  @Test func `only the programme's own organisations are offered, those that left included`() throws
  {
    let fund = try TinyFund()
    try fund.add("JP-2", lead: "UNICEF")
    try fund.addPUNO("UNHCR", to: "JP-2", from: "2022-01-01", until: "2023-12-31")
    let forms = try write(fund, programme: "JP-2")
    let lists = try #require(forms["JP-2-2025-UNICEF"]?.cells["Lists"])
    // The column under the label of the first field that uses the list.
    let column = try #require(lists.first { $0.value == "PUNO" }?.key.dropLast())
    #expect((5...8).map { lists["\(column)\($0)"] } == ["UNICEF", "UNHCR", nil, nil])
    #expect(forms["JP-2-2025-UNHCR"] == nil)
  }

  @Test func `a new lead begins with the form of the one before`() throws {
    let fund = try TinyFund()
    try fund.form(year: 2024, agreements: Agreements.rows([("A-1", [:])]))
    try fund.register(
      "programme_punos",
      """
      programme_code,puno,role,from_on,to_on
      JP-1,IOM,LEAD,2022-01-01,2024-12-31
      JP-1,IOM,PARTICIPATING,2025-01-01,
      JP-1,ILO,LEAD,2025-01-01,
      JP-1,UNICEF,PARTICIPATING,2025-01-01,
      """)
    let forms = try write(fund)
    #expect(
      forms.mapValues { $0.at("Agreements", "B6") ?? "" } == [
        "JP-1-2025-IOM": "A-1", "JP-1-2025-ILO": "A-1", "JP-1-2025-UNICEF": "",
      ])
  }

  @Test func `the sheet before sending counts what is there and says where to look again`() throws {
    let fund = try TinyFund()
    try fund.form(
      year: 2024, agreements: Agreements.rows([("A-1", [:])]),
      transfers: Transfers.rows([("A-1", ["amount": "1000.5"])]))
    _ = try write(fund)
    let filled = fund.folder + "/filled.xlsx"
    // An amount and nothing else; a payment under an agreement that is nowhere, without day and
    // currency, passed on to nobody.
    let filling = try Witness(
      "fill_form.py", fund.folder + "/forms/JP-1-2025-IOM.xlsx", filled,
      #"[[1, "M7", 7], [2, "B7", "A-9"], [2, "C7", "IOM"], [2, "F7", 5], [2, "G7", 2]]"#, "--resave"
    )
    #expect(filling.lines == [])
    let form = try Written(filled)
    let lines = (5...15).map { row in
      "\(form.at("Before you send", "B\(row)") ?? "") \(form.at("Before you send", "C\(row)") ?? "")"
    }
    #expect(
      lines == [
        // Day of sending; agreements, gaps, without currency, nil, doubles; payments, gaps,
        // unknown, without receiver, nil.
        "1.0 LOOK AGAIN", "2.0 ", "10.0 LOOK AGAIN", "1.0 LOOK AGAIN", "0.0 in order",
        "0.0 in order", "2.0 ", "2.0 LOOK AGAIN", "1.0 LOOK AGAIN", "1.0 LOOK AGAIN",
        "0.0 in order",
      ])
    let totals = ["A28", "B28", "C28", "D28"].map { form.at("Before you send", $0) }
    #expect(totals == ["USD", "1000.0", "1000.5", "LOOK AGAIN"])
  }
}
