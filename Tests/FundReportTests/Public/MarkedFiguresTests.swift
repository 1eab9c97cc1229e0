import Foundation
import Testing

/// `[p]` while few have reported, `[r]` for what was restated: in every public table with figures.
@Suite struct MarkedFiguresTests {
  private func marks(_ release: Release, _ table: String) throws -> Set<String> {
    Set(
      try release.table(table, of: "public").filter { $0["value"] != "" }.map { $0["mark"] ?? "" })
  }

  private func keepsTheRules(_ release: Release) throws {
    let compared = try Witness("public_edition.py", release.folder + "/public")
    #expect(compared.lines == [] && compared.code == 0)
    let checked = try Program(
      "check-workbook", release.folder + "/public/annual-report-2025.xlsx")
    #expect(checked.code == 0 && !checked.output.contains("    mend:"), "\(checked.output)")
  }

  @Test func `figures are provisional while fewer than four in five have reported`() throws {
    let fund = try TinyFund()
    for number in 2...5 { try fund.add("JP-\(number)") }
    for number in 1...3 { try fund.form("JP-\(number)") }
    let early = try fund.release()  // 3 of 5
    #expect(try marks(early, "indicators") == ["[p]"])
    #expect(try marks(early, "key_figures") == ["[p]"])
    let year = try early.table("series", of: "public").filter { $0["revised"] != "" }
    #expect(Set(year.map { $0["mark"] }) == ["[p]"])
    let cover = try early.table("release_facts_public", of: "public").first {
      $0["label"] == "State"
    }
    #expect(cover?["value"] == "PROVISIONAL – 3 of 5 live Joint Programmes have reported")
    try keepsTheRules(early)
    // What has no value is not provisional but missing.
    let missing = try early.table("indicators", of: "public").filter { $0["value"] == "" }
    #expect(!missing.isEmpty && missing.allSatisfy { $0["mark"] == "" })
    try fund.form("JP-4")
    let enough = try fund.release()  // 4 of 5
    #expect(try marks(enough, "indicators") == [""])
    try keepsTheRules(enough)
  }

  /// A closed year with 6 migrants, restated to other numbers; organisations are 30, then 31 and so
  /// on, and communities 50.
  private func restated(to migrants: Int...) throws -> TinyFund {
    let fund = try TinyFund()
    for (number, migrants) in ([6] + migrants).enumerated() {
      try fund.form(
        version: number + 1,
        sheets: Engagement.rows([
          ["women": "\(migrants)"], ["stakeholder_type": "CBO", "men": "\(30 + number)"],
          ["stakeholder_type": "COMMUNITY", "men": "50"],
        ]))
      if number == 0 { _ = try fund.run() }
      let command = try fund.command(
        number == 0 ? "freeze" : "restate", "--period", "2025", "--reason", "Corrected", "--by",
        "Board")
      #expect(command.code == 0, "\(command.complaint)")
    }
    return fund
  }

  @Test func `restated figures are marked, and listed with what they were`() throws {
    let fund = try restated(to: 16)
    let release = Release(folder: fund.folder + "/output/2025/current")
    let total = try #require(
      release.table("indicators", of: "public").first {
        $0["indicator"] == "EN-11" && $0["dimension"] == ""
      })
    #expect(total["value"] == "97" && total["mark"] == "[r]")
    #expect(try marks(release, "indicators") == ["", "[r]"])
    let moves = try release.table("restatements", of: "public")
    let move = try #require(moves.first { $0["indicator"] == "EN-11" && $0["dimension"] == "" })
    #expect(move["old_value"] == "86" && move["new_value"] == "97")
    #expect(moves.allSatisfy { $0["restated_by"] == nil && $0["why"] == nil })
    try keepsTheRules(release)
  }

  @Test func `what was withheld before a restatement is told by none of its tables`() throws {
    let fund = try restated(to: 16)
    let release = Release(folder: fund.folder + "/output/2025/current")
    // 6 migrants were [c], and 30 with them; 16 and 31 may be told.
    #expect(try release.publicBreakdown("EN-11", by: "stakeholder_type")["MIGRANT"] == "16")
    let moves = try release.table("restatements", of: "public").filter {
      $0["indicator"] == "EN-11" && $0["category"] == "MIGRANT"
    }
    #expect(moves.map { $0["old_value"] } == [""] && moves.map { $0["new_value"] } == ["16"])
    #expect(moves.map { $0["old_reason"] } == ["SUPPRESSED"])
    #expect(moves.map { $0["new_reason"] } == [""])
    try keepsTheRules(release)
    // Inside both stand; and the office may read them.
    let inside = try release.table("restatements").filter { $0["category"] == "MIGRANT" }
    #expect(inside.contains { $0["old_value"] == "6" })
  }

  @Test func `nor what it was between two restatements`() throws {
    let fund = try restated(to: 8, 16)
    let release = Release(folder: fund.folder + "/output/2025/current")
    let moves = try release.table("restatements", of: "public").filter {
      $0["indicator"] == "EN-11" && $0["category"] == "MIGRANT"
    }
    // From 6 to 8, both withheld, tells nothing and is left out.
    #expect(moves.map { $0["number"] } == ["2"])
    #expect(moves.map { $0["old_value"] } == [""] && moves.map { $0["new_value"] } == ["16"])
    #expect(moves.map { $0["old_reason"] } == ["SUPPRESSED"])
    #expect(moves.map { $0["new_reason"] } == [""])
  }

  @Test func `where a share did not move its parts tell what did`() throws {
    // Planned agreements are none: 1 of 1 is signed, then 2 of 2.
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A", [:])]))
    _ = try fund.run()
    for (command, version) in [("freeze", 2), ("restate", 3)] {
      let program = try fund.command(command, "--period", "2025", "--reason", "x", "--by", "Board")
      #expect(program.code == 0, "\(program.complaint)")
      try fund.form(
        version: version,
        agreements: Agreements.rows([("A", [:]), ("B", ["partner_name": "Beta"])]))
    }
    let release = Release(folder: fund.folder + "/output/2025/current")
    let moves = try release.table("restatements", of: "public")
    let shares = moves.filter { $0["old_value"] == $0["new_value"] && $0["old_reason"] == "" }
    #expect(!shares.isEmpty)
    for move in shares {
      #expect(move["old_denominator"] != move["new_denominator"], "\(move)")
    }
    #expect(
      shares.contains { $0["old_denominator"] == "1" && $0["new_denominator"] == "2" })
    try keepsTheRules(release)
  }

  @Test func `nor by the series of the next year`() throws {
    // A total of 6 people, withheld; restated to 16.
    let fund = try TinyFund()
    try fund.form(sheets: Engagement.rows([["women": "6"]]))
    _ = try fund.run()
    for (command, version) in [("freeze", 2), ("restate", 3)] {
      let program = try fund.command(
        command, "--period", "2025", "--reason", "x", "--by", "Board")
      #expect(program.code == 0, "\(program.complaint)")
      try fund.form(version: version, sheets: Engagement.rows([["women": "16"]]))
    }
    for year in [2025, 2026] {
      let release =
        year == 2025
        ? Release(folder: fund.folder + "/output/2025/current") : try fund.release(2026)
      let line = try #require(
        release.table("series", of: "public").first {
          $0["indicator"] == "EN-11" && $0["year"] == "2025"
        })
      #expect(line["first_published"] == "" && line["revised"] == "16", "\(year)")
      #expect(line["mark"] == "[r]")
    }
  }
}
