import Foundation
import GRDB
import Testing

@testable import FundReport

/// A “no” reaches every edition that is published after it, of closed years too.
@Suite struct WithdrawnConsentTests {
  /// 2024 with three partners of two types, all of which agreed to be named.
  private func fund() throws -> TinyFund {
    let fund = try TinyFund()
    let start = ["start_on": "2024-02-01", "signed_on": "2024-01-15"]
    let yes = start.merging(["publish_name": "yes"]) { $1 }
    try fund.form(
      year: 2024,
      agreements: Agreements.rows([
        ("A", yes), ("B", yes.merging(["partner_name": "Beta", "stakeholder_type": "FBO"]) { $1 }),
        ("C", yes.merging(["partner_name": "Gamma"]) { $1 }),
      ]),
      transfers: Transfers.rows(
        ["A", "B", "C"].map { ($0, ["paid_on": "2024-03-01"]) }))
    return fund
  }

  private func year(_ command: String, _ fund: TinyFund) throws {
    let program = try fund.command(
      command, "--period", "2024", "--reason", "Printed", "--by", "Secretariat")
    #expect(program.code == 0, "\(program.complaint)")
  }

  private func publish(_ fund: TinyFund, _ words: String...) throws -> Program {
    try Program(
      list: [
        "publish", "--output", fund.folder + "/output", "--period", "2024", "--to",
        fund.folder + "/www",
      ] + words)
  }

  private func file(_ path: String, _ fund: TinyFund) throws -> String {
    try String(contentsOfFile: fund.folder + "/www/csv/" + path, encoding: .utf8)
  }

  private func sayNoInTheRegister(_ fund: TinyFund) throws {
    try fund.register(
      "partners",
      """
      partner_id,name,acronym,aliases,country,stakeholder_type,level,publish_name
      P-1,Beta Foundation,,Béta,KEN,FBO,NATIONAL,no
      """)
  }

  private func sayNoInALaterForm(_ fund: TinyFund) throws {
    try fund.form(
      agreements: Agreements.rows([
        ("B", ["partner_name": "BETA", "stakeholder_type": "FBO", "publish_name": "no"])
      ]))
  }

  /// How many of those whom the published edition names have refused since, as a monitor is told.
  private func refusedSince(_ fund: TinyFund) throws -> Int? {
    struct Status: Decodable {
      struct Year: Decodable {
        struct Edition: Decodable { var refusedSince: Int? }
        var published: [Edition]
      }
      var years: [Year]
    }
    let json = try fund.command("status", "--format", "json").output
    let status = try JSONDecoder().decode(Status.self, from: Data(json.utf8))
    return status.years.first?.published.first?.refusedSince
  }

  @Test func `where registers cannot be read the status says that it cannot tell`() throws {
    let fund = try fund()
    _ = try fund.run(2024)
    #expect(try publish(fund).code == 0)
    try fund.register("partners", "no such columns")
    let status = try fund.command("status")
    #expect(status.code == 0)
    #expect(status.output.contains("www: it cannot be told whether this public edition names "))
    // An edition that a person has taken away names nobody.
    try FileManager.default.removeItem(atPath: fund.folder + "/www")
    #expect(try !fund.command("status").output.contains("public edition"))
  }

  @Test(arguments: ["register", "form"])
  func `it reaches the edition of a closed year, with figures unchanged to the byte`(where: String)
    throws
  {
    let fund = try fund()
    _ = try fund.run(2024)
    try year("freeze", fund)
    let release = fund.folder + "/output/2024/current"
    #expect(try publish(fund).code == 0)
    #expect(try file("partners.csv", fund).contains("Beta"))
    let before = try ["indicators.csv", "key_figures.csv", "series.csv", "programmes.csv"]
      .map { try file($0, fund) }

    if `where` == "register" {
      try sayNoInTheRegister(fund)
    } else {
      try sayNoInALaterForm(fund)
    }
    let rehearsal = try publish(fund, "--dry-run")
    #expect(
      rehearsal.output.contains(
        "  changes:    csv/partners.csv\n              lines: 0 come, 1 go\n"),
      "\(rehearsal.output)\(rehearsal.complaint)")
    #expect(rehearsal.output.contains("  names:      0 come, 1 go\n"))
    #expect(!rehearsal.output.contains("csv/indicators.csv"))
    #expect(try file("partners.csv", fund).contains("Beta"))
    // Until it is published again, the status says so.
    let place = fund.folder + "/www"
    let mend = "fundreport publish --period 2024 --to \(place) --output \(fund.folder)/output"
    #expect(
      try fund.command("status").output.contains(
        "\(place): this public edition names 1 partner that has refused since; take them out with "
          + "`\(mend)`\n"))
    #expect(try refusedSince(fund) == 1)
    // Without a word where the forms are it asks those of the last run, as `publish` does.
    #expect(
      try Program("status", "--output", fund.folder + "/output", in: NSTemporaryDirectory()).output
        .contains("names 1 partner that has refused since"))

    #expect(try publish(fund).code == 0)
    #expect(try refusedSince(fund) == 0)
    #expect(try !fund.command("status").output.contains("public edition"))
    let names = try Witness("search_files.py", fund.folder + "/www", "Beta")
    #expect(names.lines.count == 1, "\(names.lines)")
    #expect(try file("partners.csv", fund).contains("Alpha"))
    #expect(
      try file("partners_not_named.csv", fund).contains("FBO,Faith-based organisation,Africa,1"))
    #expect(
      try ["indicators.csv", "key_figures.csv", "series.csv", "programmes.csv"]
        .map { try file($0, fund) } == before)
    // The release itself is what it was.
    #expect(try ReleaseVerification.differences(in: release) == [])
    let own = try Release(folder: release).table("partners", of: "public")
    #expect(own.map { $0["name"] } == ["Alpha", "Beta", "Gamma"])
    let again = try publish(fund, "--dry-run")
    #expect(again.output.contains("is the edition of release"))
    // The edition keeps the rules it kept before.
    let compared = try Witness("public_edition.py", fund.folder + "/www")
    #expect(compared.lines == [] && compared.code == 0)
  }

  @Test func `whoever refuses takes no other partner of the register out`() throws {
    let fund = try fund()
    let header =
      "partner_id,name,acronym,aliases,country,stakeholder_type,level,publish_name\n"
      + "P-1,Alpha,,,KEN,NGO_N,NATIONAL,yes\nP-2,Beta,,,KEN,FBO,NATIONAL,"
    try fund.register("partners", header + "yes")
    _ = try fund.run(2024)
    try year("freeze", fund)
    try fund.register("partners", header + "no")
    #expect(try publish(fund).code == 0)
    let partners = try file("partners.csv", fund)
    #expect(["Alpha", "Beta", "Gamma"].map(partners.contains) == [true, false, true])
  }

  @Test func `a closed year that was never published has been printed all the same`() throws {
    let fund = try fund()
    let release = try fund.release(2024)
    try year("freeze", fund)
    try sayNoInTheRegister(fund)
    #expect(try publish(fund).code == 0)
    #expect(!(try file("partners.csv", fund)).contains("Beta"))
    // 100 to the one faith-based organisation stand in the release, and in print.
    #expect(try release.publicBreakdown("TR-01", by: "stakeholder_type")["FBO"] == "100.00")
    #expect(
      try file("indicators.csv", fund)
        == String(contentsOfFile: release.folder + "/public/csv/indicators.csv", encoding: .utf8))
  }

  @Test func `before an open year is published at all, its sums are withheld too`() throws {
    let fund = try fund()
    #expect(
      try fund.release(2024).publicBreakdown("TR-01", by: "stakeholder_type")["FBO"] == "100.00")
    try sayNoInTheRegister(fund)
    #expect(try publish(fund).code == 0)
    #expect(!(try file("partners.csv", fund)).contains("Beta"))
    let line = try #require(
      Release(folder: fund.folder).table("indicators", of: "www").first {
        $0["indicator"] == "TR-01" && $0["category"] == "FBO"
      })
    #expect(line["value"] == "" && line["reason"] == "SUPPRESSED")
  }

  @Test func `the forms must be there to say who refuses`() throws {
    let fund = try fund()
    _ = try fund.run(2024)
    try FileManager.default.moveItem(
      atPath: fund.folder + "/reports", toPath: fund.folder + "/elsewhere")
    let lost = try publish(fund)
    #expect(lost.code == 2)
    #expect(lost.complaint.contains("name the data folder with --data"))
    #expect(!FileManager.default.fileExists(atPath: fund.folder + "/www"))
  }

  @Test func `what follows from two editions of a year is withheld from the second`() throws {
    let fund = try TinyFund()
    func form(_ version: Int, _ sizes: [Int]) throws {
      let types = ["MIGRANT", "CBO", "COMMUNITY"]
      try fund.form(
        version: version,
        sheets: Engagement.rows(
          zip(types, sizes).map { ["stakeholder_type": $0, "women": "\($1)"] }))
    }
    func run(_ words: String...) throws -> Program {
      try Program(
        list: [
          "publish", "--output", fund.folder + "/output", "--period", "2025", "--to",
          fund.folder + "/www",
        ] + words)
    }
    // All are shown. Then 30 migrants turn out to be 6: of 126 less 50 and 70 nothing else is left.
    try form(1, [30, 50, 70])
    _ = try fund.run()
    #expect(try run().code == 0)
    try form(2, [6, 50, 70])
    let release = try fund.release()
    #expect(try release.publicBreakdown("EN-11", by: "stakeholder_type")["CBO"] == "[c]")
    #expect(try release.publicTotal("EN-11") == "126")
    #expect(try run().code == 0)
    let line = try #require(
      Release(folder: fund.folder).table("indicators", of: "www").first {
        $0["indicator"] == "EN-11" && $0["dimension"] == ""
      })
    #expect(line["value"] == "" && line["reason"] == "SUPPRESSED")
    // It is the release's total that is withheld, and the release is what it was.
    #expect(try ReleaseVerification.differences(in: release.folder) == [])
    // The series of the next year says no more than the edition of its year.
    let next = try fund.release(2026)
    #expect(try next.table("series", of: "public").contains { $0["revised"] == "126" })
    let published = try Program(
      "publish", "--output", fund.folder + "/output", "--period", "2026", "--to",
      fund.folder + "/next")
    #expect(published.code == 0, "\(published.complaint)")
    let year = try #require(
      Release(folder: fund.folder).table("series", of: "next").first {
        $0["indicator"] == "EN-11" && $0["year"] == "2025"
      })
    #expect(year["first_published"] == "" && year["revised"] == "")
    #expect(year["reason"] == "SUPPRESSED")
  }
}
