import Foundation
import Testing

/// What a reader with the public files, patience and a little knowledge can work out.
@Suite struct AttackOnEditionTests {
  private typealias Edition = AttackOnEditions.Edition

  private func edition(_ year: Int, _ release: Release, copy: String? = nil) -> Edition {
    Edition(year: year, folder: copy ?? release.folder, release: release)
  }

  private func expectNothing(_ attack: AttackOnEditions, _ what: String) {
    #expect(attack.unread == [], "\(what): a public table or column that no attack looks at")
    #expect(attack.tooSmall == [], "\(what)")
    #expect(attack.slips == [], "\(what)")
    let found = attack.workedOut()
    #expect(found == [], "\(what)")
    #expect(!attack.secrets.isEmpty)
    let near = attack.nearlyWorkedOut()
    #expect(near == [], "\(what)")
    #expect(!attack.close.isEmpty)
  }

  @Test func `nothing withheld of the example fund follows from its public tables`() throws {
    let fund = ExampleFund()
    let editions = try [2023, 2024, 2025].map { year in
      edition(year, Release(folder: try fund.run(year).releaseFolder))
    }
    let attack = try AttackOnEditions(editions)
    expectNothing(attack, "example")
    // Shown by mistake, some of them give others away.
    let found = attack.secrets.sorted().prefix(60)
      .filter { !attack.workedOut(showing: [$0]).subtracting([$0]).isEmpty }
    #expect(found.count > 3)
    // Others narrow them only.
    let near = attack.secrets.sorted().prefix(60)
      .filter { !attack.nearlyWorkedOut(showing: [$0]).isEmpty }
    #expect(near.count > 3)
  }

  /// Funds by chance; FUNDREPORT_TABLES=all takes hundreds of them, and hours.
  private static let seeds =
    0..<(ProcessInfo.processInfo.environment["FUNDREPORT_TABLES"] == "all" ? 200 : 3)

  @Test(arguments: seeds)
  func `nor of funds by chance, their years and restatements together`(seed: Int) throws {
    var random = try RandomFund(seed)
    let fund = random.fund
    try random.report(2024)
    try random.report(2025)
    let first = try publish(2024, fund.release(2024), "2024-1")
    let second = try publish(2025, fund.release(2025), "2025-1")
    expectNothing(try AttackOnEditions([first, second]), "\(seed)")
    random.change()
    for year in [2024, 2025] {
      try decide("freeze", year, fund)
      try random.report(year, version: 2)
      try decide("restate", year, fund)
    }
    let third = try publish(2024, current(2024, fund), "2024-2")
    let fourth = try publish(2025, current(2025, fund), "2025-2")
    expectNothing(try AttackOnEditions([first, second, third, fourth]), "\(seed)")
    try expectNoAmount(of: [first, second, third, fourth])
  }

  private func current(_ year: Int, _ fund: TinyFund) -> Release {
    Release(folder: fund.folder + "/output/\(year)/current", fund: fund)
  }

  private func decide(_ command: String, _ year: Int, _ fund: TinyFund) throws {
    let program = try fund.command(
      command, "--period", "\(year)", "--reason", "Corrected", "--by", "Board")
    #expect(program.code == 0, "\(program.complaint)")
  }

  /// Publishes what is in force, and keeps a copy of what readers have.
  private func publish(_ year: Int, _ release: Release, _ name: String) throws -> Edition {
    let fund = try #require(release.fund)
    let place = fund.folder + "/www/\(year)"
    let program = try Program(
      "publish", "--output", fund.folder + "/output", "--period", "\(year)", "--to", place)
    #expect(program.code == 0, "\(program.complaint)")
    let copy = fund.folder + "/kept/" + name
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: place, toPath: copy + "/public")
    return edition(year, release, copy: copy)
  }

  /// No file of an edition has an amount that all of them withhold, in whatever digits.
  private func expectNoAmount(of editions: [Edition]) throws {
    var shown: Set<String> = []
    var withheld: Set<String> = []
    for edition in editions {
      let truth = try edition.release.table("indicators")
      let open = try Release(folder: edition.folder).table("indicators", of: "public")
      shown.formUnion(
        open.flatMap { [$0["value"] ?? "", $0["numerator"] ?? "", $0["denominator"] ?? ""] })
      let closed = Set(open.filter { $0["reason"] == "SUPPRESSED" }.map(PublicNumbers.place))
      withheld.formUnion(
        truth.filter { $0["unit"] == "usd" && closed.contains(PublicNumbers.place($0)) }
          .compactMap { $0["value"] })
    }
    let secret = withheld.subtracting(shown).filter { $0.count > 5 }
    let words = secret.sorted().flatMap { amount in
      [
        amount, amount.replacing(/(\d)(\d{3}\.)/) { "\($0.1),\($0.2)" },
        amount.replacing(/(\d)(\d{3}\.)/) { "\($0.1)\u{202F}\($0.2)" }.replacing(".", with: ","),
      ]
    }
    for edition in editions where !secret.isEmpty {
      let hits = try Witness("search_files.py", edition.folder + "/public", list: words)
      #expect(hits.lines.count == 1, "\(hits.lines)")
    }
  }

  @Test func `a rest that is not protected is worked out`() throws {
    let fund = try TinyFund()
    try fund.copyPipeline()
    let people = (1...50).map { number in
      ("P\(number)", ["migrant_led": number <= 20 ? "yes" : number <= 46 ? "no" : ""])
    }
    try fund.registrations(people)
    let careful = try AttackOnEditions([edition(2025, fund.release())])
    #expect(careful.secrets.contains("2025 EV-06|||unknown #4.0"))
    #expect(careful.workedOut() == [])
    // Without the rule the share is shown, and fifty less forty-six are four.
    try fund.edit("5-publications/disclosure.yml", ", unknown_too: yes", "")
    let careless = try AttackOnEditions([edition(2025, fund.release())])
    #expect(careless.workedOut().contains("2025 EV-06|||unknown #4.0"))
  }

  @Test func `what one figure holds beyond another in the same place is worked out`() throws {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.add("JP-2", countries: "KEN;UGA", lead: "ILO")
    let usual = ["puno": "ILO", "publish_name": "yes"]
    let changes = [
      "A": [:], "B": ["partner_name": "Beta", "country": "UGA"],
      "C": ["partner_name": "Gamma", "stakeholder_type": "RECRUIT", "publish_name": "no"],
      "D": ["partner_name": "Delta", "stakeholder_type": "UNION", "country": "UGA"],
    ]
    let paid = ["A": "360", "B": "500", "C": "85.5", "D": "70.25"]
    try fund.form(
      "JP-2", by: "ILO",
      agreements: Agreements.rows(
        changes.keys.sorted().map { ($0, usual.merging(changes[$0] ?? [:]) { $1 }) }),
      transfers: Transfers.rows(
        paid.keys.sorted().map { ($0, ["puno": "ILO", "amount": paid[$0] ?? ""]) }))
    // Told by country too, as nobody should.
    try fund.edit(
      "5-publications/disclosure.yml", "TR-03: { counts: money, by: [",
      "TR-03: { counts: money, by: [country, ")
    let attack = try AttackOnEditions([edition(2025, fund.release())])
    let secret = "2025 TR-01|stakeholder_type|RECRUIT|value #85.5"
    #expect(attack.secrets.contains(secret))
    #expect(attack.workedOut() == [])
    // To Kenya went 445.50, of it 360 to civil society.
    let mistakes: Set = [
      "2025 TR-01|country|KEN|value #445.5", "2025 TR-03|country|KEN|value #360.0",
    ]
    #expect(attack.workedOut(showing: mistakes).contains(secret))
  }

  @Test func `a public table or column that is new is not left unread`() throws {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.form()
    try fund.write(
      """
      -- Another table
      -- Something new.
      -- key: year
      -- columns:
      --   year  integer  Year: of the report
      SELECT year FROM period
      """, to: "pipeline/5-publications/public/another.sql")
    try fund.edit(
      "5-publications/public/edition.yml", "  - evaluations", "  - evaluations\n  - another")
    try fund.edit(
      "5-publications/public/key_figures.sql", "--   coverage     decimal  Coverage, %",
      "--   covered      decimal  Coverage, %")
    try fund.edit("5-publications/public/key_figures.sql", "AS coverage", "AS covered")
    let attack = try AttackOnEditions([edition(2025, fund.release())])
    #expect(attack.unread == ["another", "key_figures.covered"])
  }
}
