import Foundation
import Spreadsheet
import Testing

/// Whatever anyone sends, the others count, and each file is told what is wrong with it.
@Suite struct HostileInboxTests {
  /// A fund with a good form of JP-1, and a form of JP-2 that is up to a test.
  private func fund() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    return fund
  }

  /// Findings of the rule about the form of JP-2, once the figure of JP-1 is what it was.
  private func issues(_ rules: String..., of fund: TinyFund) throws -> [String] {
    let release = try fund.release()
    #expect(try release.value("PA-01", "programme", "JP-1") == "1")
    return try release.issues.filter { rules.contains($0.rule) && $0.file.contains("JP-2") }
      .map { "\($0.rule) \($0.sheet)!\($0.cell)" }
  }

  @Test func `amounts at the end of all numbers stay with their row`() throws {
    let fund = try fund()
    // Rounding the first up would leave the range of 64-bit numbers; so would a sum of the others.
    let amounts = ["922337203685477.58079", "1000000000000.01", "1000000000000"]
    let large = (1...12).map { ("B-\($0)", ["amount": "1000000000000"]) }
    try fund.form(
      "JP-2",
      agreements: Agreements.rows(amounts.map { ("A-\($0)", ["amount": $0]) } + large),
      transfers: Transfers.rows(
        (1...11).map { _ in ("B-1", ["amount": "-1000000000000"]) }
          + [("B-2", ["amount": "922337203685477"])]))
    #expect(
      try issues("C-15", of: fund) == [
        "C-15 agreements.csv!M2", "C-15 agreements.csv!M3",
        // Ten of a million million are what a column may add up to.
        "C-15 agreements.csv!M14", "C-15 agreements.csv!M15", "C-15 agreements.csv!M16",
        "C-15 transfers.csv!E12", "C-15 transfers.csv!E13",
      ])
  }

  @Test func `more people than there are stay with their row`() throws {
    let fund = try fund()
    let most = String(Int64.max)
    try fund.form(
      "JP-2", answers: ["no_agreements": "yes", "no_transfers": "yes"],
      sheets: [
        "engagement": "phase,stakeholder_type,engagement_level,engaged_on,mechanisms,women,men\n"
          + "CONCEPT,MIGRANT,CONSULT,2025-01-01,MEETING,\(most),1000000000\n"
          + "CONCEPT,MIGRANT,CONSULT,2025-01-01,MEETING,1,-\(most)",
        "structures": "body_name,body_kind,body_function,stakeholder_type,seats\n"
          + "Board,STEERING_COMMITTEE,DECISION,NGO_N,1000000001",
      ])
    #expect(
      try issues("C-15", of: fund) == [
        "C-15 engagement.csv!F2", "C-15 engagement.csv!G3", "C-15 structures.csv!E2",
      ])
  }

  @Test func `text longer than a cell is told in few words, however it is made`() throws {
    let fund = try fund()
    let marks = "a" + String(repeating: "\u{301}", count: 200_000)
    let lines = String(repeating: "a\r", count: 5_000)
    try fund.form(
      "JP-2",
      agreements: Agreements.rows([
        ("A-1", ["start_on": marks]), ("A-2", ["currency": marks]), ("A-3", ["level": marks]),
        ("A-4", ["partner_name": "\"\(lines)\""]),
        ("A-5", ["partner_name": String(repeating: "\u{1}", count: 32_767)]),
        ("A-6", ["partner_name": String(repeating: "é", count: 32_767)]),
        ("A-7", ["partner_name": String(repeating: "é", count: 32_768)]),
      ]),
      sheets: [
        "accountability": "item,in_place," + (1...9_000).map { "x\($0)" }.joined(separator: ",")
      ])
    #expect(
      try issues("C-15", "C-22", of: fund) == [
        "C-22 accountability.csv!C1", "C-15 agreements.csv!O2", "C-15 agreements.csv!L3",
        "C-15 agreements.csv!F4", "C-15 agreements.csv!C5", "C-15 agreements.csv!C5006",
        "C-15 agreements.csv!C5008",
      ])
  }

  @Test func `what a file says of itself never makes a message no cell can hold`() throws {
    let fund = try fund()
    let long = String(repeating: "k", count: 100_000)
    try fund.form("JP-2", answers: ["no_agreements": "yes"], folder: "JP-2 header")
    try fund.write(long + ",b;c\n", to: "reports/2025/JP-2 header/agreements.csv")
    try fund.form("JP-2", version: 2, folder: "JP-2 package")
    try fund.write(
      #"{"resources": [{"path": "agreements.csv", "encoding": "\#(long)"}]}"#,
      to: "reports/2025/JP-2 package/datapackage.json")
    let names = (1...400).map { "Sheet \($0) " + String(repeating: "n", count: 20) }
    var form = WorkbookForm()
    form.sheets = names.map { (name: $0, lines: [["x"]]) }
    try fund.workbook("JP-2 sheets.xlsx", form)
    let found = try issues("C-21", of: fund)
    #expect(found.count == 9, "\(found)")
  }

  @Test func `a package descriptor that is a link is no part of the form`() throws {
    let fund = try fund()
    try fund.form("JP-2", answers: ["no_agreements": "yes"])
    try fund.write(
      #"{"resources": [{"path": "agreements.csv", "encoding": "koi8-r"}]}"#, to: "elsewhere.json")
    try FileManager.default.createSymbolicLink(
      atPath: fund.folder + "/reports/2025/JP-2-IOM-v1/datapackage.json",
      withDestinationPath: fund.folder + "/elsewhere.json")
    // The link is named, and the form read as if it were not there.
    let release = try fund.release()
    #expect(try release.issues(of: "C-21") == ["error ! datapackage.json"])
    #expect(try release.submissions()["reports/2025/JP-2-IOM-v1"] == "counting 1 = 1 + 0")
  }

  @Test func `every kind of hostile workbook in one inbox is refused once, in little room`() throws
  {
    let fund = try fund()
    let agreements = WorkbookForm.agreements([("A-2", ["partner_name": "Beta"])])
    try fund.workbook(
      "good.xlsx", WorkbookForm(head: ["prepared_by": "ILO"], agreements: agreements))
    let sound = [UInt8](
      try Data(contentsOf: URL(fileURLWithPath: fund.folder + "/reports/2025/good.xlsx")))
    var flipped = sound
    for place in stride(from: 200, to: sound.count, by: 200) { flipped[place] ^= 0xFF }
    for cut in stride(from: 100, to: sound.count, by: 1_024) {
      try fund.write(Array(sound.prefix(cut)), to: "reports/2025/cut \(cut).xlsx")
    }
    try fund.write(flipped, to: "reports/2025/flipped.xlsx")
    let made = try Witness("hostile_workbooks.py", fund.folder + "/reports/2025")
    #expect(made.code == 0, "\(made.lines)")
    let program = try fund.program(kilobytes: 3_000_000)
    #expect(program.code == 1, "\(program.complaint)")
    let release = Release(folder: fund.folder + "/output/2025/current", fund: fund)
    #expect(try release.value("PA-01") == "2")
    let counts = try Dictionary(
      grouping: release.issues.filter { $0.file.hasSuffix(".xlsx") }, by: \.file)
    let names = try FileManager.default.contentsOfDirectory(atPath: fund.folder + "/reports/2025")
    for name in names where name.hasSuffix(".xlsx") && name != "good.xlsx" {
      let issues = counts["reports/2025/" + name] ?? []
      #expect(issues.map(\.rule) == ["C-21"], "\(name)")
    }
    #expect(names.count > 25)
  }
}
