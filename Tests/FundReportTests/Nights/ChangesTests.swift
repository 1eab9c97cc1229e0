import Foundation
import Testing

/// What moved between two releases, and why, in words.
@Suite struct ChangesTests {
  private func fund() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([("A-1", ["currency": "KES", "amount": "1000"])]),
      transfers: Transfers.rows([("A-1", ["currency": "KES", "amount": "500"])]))
    #expect(try fund.program().code == 0)
    return fund
  }

  /// The line of a figure's total in the page written with the newest release.
  private func line(_ fund: TinyFund, _ indicator: String) throws -> String? {
    try page(fund).split(separator: "\n").first { $0.hasPrefix("| \(indicator) ") }.map(String.init)
  }

  private func page(_ fund: TinyFund) throws -> String {
    let diff = try fund.command("diff", "--period", "2025")
    #expect(diff.code == 0, "\(diff.complaint)")
    return diff.output
  }

  @Test func `the page of a new form is written with the release, down to its rows`() throws {
    let fund = try fund()
    let old = try fund.run().release
    try fund.form(by: "ILO", agreements: Agreements.rows([("B-1", ["partner_name": "Beta"])]))
    let new = try fund.run().release
    let page = try String(
      contentsOfFile: "\(fund.folder)/output/2025/changes/\(old)-\(new).md", encoding: .utf8)
    let attributes = try FileManager.default.attributesOfItem(
      atPath: "\(fund.folder)/output/2025/changes/\(old)-\(new).md")
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(page.hasPrefix("# 2025: what changed from release \(old) to \(new)\n"))
    #expect(page.contains("- form 1, new: reports/2025/JP-1-ILO-v1 (JP-1 2025 ILO)\n"))
    #expect(
      page.contains("| PA-01 Implementation agreements in year | 1 | 2 | +1 | new data: form 1 |\n")
    )
    #expect(
      page.contains("- PA-01: + JP-1 · B-1 · Beta (form 1/agreements.csv › agreements.csv, row 2)"))
    #expect(try self.page(fund) == page)
    #expect(try fund.command("diff", old, new, "--period", "2025").output == page)
  }

  @Test func `a corrected form is named as such`() throws {
    let fund = try fund()
    try fund.form(
      version: 2,
      agreements: Agreements.rows([("A-1", ["currency": "KES", "amount": "3000"])]),
      transfers: Transfers.rows([("A-1", ["currency": "KES", "amount": "500"])]))
    #expect(try fund.program().code == 0)
    // 1000 and 3000 KES at 100 to the dollar.
    #expect(
      try line(fund, "PA-18")
        == "| PA-18 Value of agreements in year | USD 10.00 | USD 30.00 | +USD 20.00 "
        + "| corrected data: form 1 |")
    #expect(try line(fund, "TR-01") == nil)
  }

  @Test func `what a correction changed is listed by row and field, with the programme's figures`()
    throws
  {
    let fund = try TinyFund()
    try fund.add("JP-2")
    let before = [
      ("A-1", ["amount": "1000", "women_led": "no"]), ("A-2", [:]), ("A-3", ["amount": "5"]),
      ("A-4", ["start_on": "soon"]),
    ]
    try fund.form(
      "JP-2", agreements: Agreements.rows(before),
      transfers: Transfers.rows([
        ("A-1", [:]), ("A-1", ["paid_on": "2025-06-10", "amount": "40"]),
        ("A-1", ["paid_on": "2025-07-01", "currency": "KES", "amount": "70.5"]),
      ]))
    try fund.form("JP-1", agreements: Agreements.rows([("B-1", [:])]))
    _ = try fund.run()
    // A-1 has another amount and an end, A-2 is gone, A-3 moved up, A-4 mended, A-5 new. Of the
    // payments of one agreement one is the old one, one has another amount, one is gone, one new.
    let after = [
      ("A-3", ["amount": "5"]), ("A-1", ["amount": "1200.5", "end_on": "2026-01-31"]),
      ("A-4", [:]), ("A-5", [:]),
    ]
    try fund.form(
      "JP-2", version: 2, answers: ["transparency": "yes"], agreements: Agreements.rows(after),
      transfers: Transfers.rows([
        ("A-1", ["amount": "40"]), ("A-1", ["paid_on": "2025-06-10", "amount": "400"]),
        ("A-1", [:]),
      ]))
    _ = try fund.run()
    let page = try page(fund)
    let section = page.components(separatedBy: "## Correction of ").dropFirst()
    #expect(section.count == 1)
    let file = "agreements.csv"
    let start = """
      JP-2 2025 IOM, version 1 → 2 (form 1)

      - ~ programme.csv: Transparency empty → yes
      - ~ \(file), row 3 (A-1 · IOM): Amount 1000 → 1200.5; End on empty → 2026-01-31
      - + \(file), row 4 (A-4 · IOM)
      - + \(file), row 5 (A-5 · IOM)
      - − \(file), row 3 (A-2 · IOM)
      - + transfers.csv, row 2 (A-1 · IOM · 2025-03-01 · USD · 40)
      - ~ transfers.csv, row 3 (A-1 · IOM · 2025-06-10 · USD · 400): Amount 40 → 400
      - − transfers.csv, row 4 (A-1 · IOM · 2025-07-01 · KES · 70.5)

      Figures of JP-2:

      - PA-01 Implementation agreements in year: 3 → 4

      """
    #expect(section.first?.hasPrefix(start) == true, "\(page)")
    // The other programme's figures are not among them.
    #expect(section.first?.contains("TR-01 ") == true && section.first?.contains("JP-1") == false)
  }

  @Test func `what is refused of a correction is on the page`() throws {
    let fund = try fund()
    try fund.form(
      version: 2,
      agreements: Agreements.rows([("A-1", ["currency": "KES", "amount": "x"])]))
    #expect(try fund.program().code == 1)
    let page = try page(fund)
    #expect(page.contains("Forms: 1 corrected. Files or rows newly refused: 1. "))
    #expect(
      page.contains(
        "## Refused files and rows\n\n- reports/2025/JP-1-IOM-v2/agreements.csv › agreements.csv, "
          + "row 2: “x” is not a plain number;"))
  }

  @Test func `a figure that moves because a form lets other rows count names the forms`() throws {
    let fund = try TinyFund()
    // What JP-1 spent is in the register; it counts in TR-04 as soon as JP-1 answers on transfers.
    try fund.register(
      "financials",
      "programme_code,year,puno,category,budget_usd,expenditure_usd\nJP-1,2025,IOM,6,2000,1000")
    #expect(try fund.program().code == 0)
    try fund.form(
      agreements: Agreements.rows([("A-1", [:])]), transfers: Transfers.rows([("A-1", [:])]))
    #expect(try fund.program().code == 0)
    #expect(try line(fund, "TR-04")?.contains("| new data") == true)
    #expect(try !page(fund).contains("not told by the inputs"))
  }

  @Test func `the page begins with what came and what moved most`() throws {
    let fund = try fund()
    try fund.form(by: "ILO", agreements: Agreements.rows([("B-1", ["partner_name": "Beta"])]))
    #expect(try fund.program().code == 0)
    let top = try page(fund).components(separatedBy: "\n## ")[0].split(separator: "\n")
    #expect(top.dropFirst().first?.hasPrefix("Forms: 1 new. ") == true)
    #expect(top.dropFirst().first?.hasSuffix(" figures of single categories moved.") == true)
    #expect(top.count == 6 && top[2] == "The most, for their size:", "\(top)")
    // PA-18 goes from 10 dollars to 1010, which is nearly all of it.
    #expect(top.contains("- PA-18, Value of agreements in year: USD 10.00 → USD 1010.00"), "\(top)")
  }

  @Test func `a form that went is named`() throws {
    let fund = try fund()
    try fund.form(by: "ILO", agreements: Agreements.rows([("B-1", ["partner_name": "Beta"])]))
    #expect(try fund.program().code == 0)
    try FileManager.default.removeItem(atPath: fund.folder + "/reports/2025/JP-1-ILO-v1")
    #expect(try fund.program().code == 0)
    #expect(try line(fund, "PA-01")?.hasSuffix("| 2 | 1 | −1 | form gone: form 1 |") == true)
  }

  @Test func `a rate moves what is counted in dollars, and is named`() throws {
    let fund = try fund()
    try fund.register(
      "exchange_rates", "currency,effective_from,units_per_usd\nKES,2025-01-01,50")
    #expect(try fund.program().code == 0)
    #expect(
      try line(fund, "TR-01")
        == "| TR-01 Passed on to non-governmental partners in year | USD 5.00 | USD 10.00 "
        + "| +USD 5.00 | register exchange_rates.csv |")
    #expect(try line(fund, "PA-01") == nil)
  }

  @Test func `a changed definition is told from changed data`() throws {
    let fund = try fund()
    try fund.copyPipeline()
    try fund.edit("4-indicators/partnerships/PA-01.yml", "where: in_year", "where: in_year and 0")
    #expect(try fund.program().code == 0)
    #expect(try line(fund, "PA-01")?.hasSuffix("| 1 | 0 | −1 | definition |") == true)
    #expect(try page(fund).contains("- changed: definitions\n"))
  }

  @Test func `what a changed definition would move can be seen before it moves anything`() throws {
    let fund = try fund()
    let link = fund.folder + "/output/2025/current"
    let before = try FileManager.default.destinationOfSymbolicLink(atPath: link)
    try fund.copyPipeline()
    try fund.edit("4-indicators/partnerships/PA-01.yml", "where: in_year", "where: in_year and 0")
    let diff = try fund.command("diff", "--next", "--period", "2025")
    #expect(diff.code == 0, "\(diff.complaint)")
    #expect(
      diff.output.contains("| PA-01 Implementation agreements in year | 1 | 0 | −1 | definition |"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: fund.folder + "/output/2025")
    #expect(names.sorted() == ["current", "releases"])
  }

  @Test func `several forms of one kind are named together`() throws {
    let fund = try TinyFund()
    for number in 2...6 { try fund.add("JP-\(number)") }
    #expect(try fund.program().code == 0)
    for number in [1, 2, 3, 5] {
      try fund.form("JP-\(number)", agreements: Agreements.rows([("A-\(number)", [:])]))
    }
    // The fourth of the six has no agreement: no row of PA-01 came with it.
    try fund.form("JP-4", answers: ["no_agreements": "yes"])
    #expect(try fund.program().code == 0)
    #expect(try line(fund, "PA-01")?.hasSuffix("| 0 | 4 | +4 | new data: forms 1–3, 5 |") == true)
  }

  @Test func `that a name left the public edition is told, not whose`() throws {
    let fund = try TinyFund()
    let form = { (version: Int, beta: String) in
      try fund.form(
        version: version,
        agreements: Agreements.rows([
          ("A", ["publish_name": "yes"]), ("B", ["partner_name": "Beta", "publish_name": beta]),
        ]))
    }
    try form(1, "yes")
    _ = try fund.run()
    try form(2, "no")
    _ = try fund.run()
    let gone = try page(fund)
    let title = "## Names in the public edition\n\n"
    #expect(gone.contains(title + "- 1 partner is not named any more\n"))
    #expect(!gone.components(separatedBy: title)[1].contains("Beta"))
    try form(3, "yes")
    _ = try fund.run()
    #expect(
      try page(fund).contains(title + "- 1 partner is named that the edition before did not name\n")
    )
  }

  @Test func `a release that is not there is named, with those that are`() throws {
    let fund = try fund()
    let old = try fund.run().release
    try fund.form(by: "ILO", agreements: Agreements.rows([("B-1", ["partner_name": "Beta"])]))
    let new = try fund.run().release
    let known = [old, new].sorted().map { $0 == new ? "\($0) (in force)" : $0 }
    let diff = try fund.command("diff", old, "123456789abc", "--period", "2025")
    #expect(diff.code == 2)
    #expect(
      diff.complaint
        == "2025 has no release 123456789abc; there are: \(known.joined(separator: ", "))\n")
    let never = try fund.command("diff", old, new, "--period", "2024")
    #expect(never.complaint == "2024 has no release \(old); it has none\n")
  }

  @Test func `without two releases there is nothing to compare`() throws {
    let fund = try fund()
    let diff = try fund.command("diff", "--period", "2025")
    #expect(diff.code == 2)
    #expect(diff.complaint.contains("no two releases"))
  }
}
