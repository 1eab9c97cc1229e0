import Foundation
import Testing

/// `publish`: the public edition, where the public can read it.
@Suite struct PublishTests {
  private func publish(_ fund: TinyFund, _ words: String..., to place: String? = nil) throws
    -> Program
  {
    try Program(
      list: [
        "publish", "--output", fund.folder + "/output", "--period", "2025", "--to",
        place ?? fund.folder + "/www",
      ] + words)
  }

  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.contains(".") }.sorted()
  }

  @Test func `without a release there is nothing to publish`() throws {
    let fund = try TinyFund()
    let program = try publish(fund)
    #expect(program.code == 2)
    #expect(program.complaint.contains("there is no release yet"))
  }

  @Test func `an edition that was changed is not published`() throws {
    let fund = try TinyFund()
    try fund.form()
    let folder = try fund.run().releaseFolder
    try Data("period\n".utf8).write(
      to: URL(fileURLWithPath: folder + "/public/csv/indicators.csv"))
    let program = try publish(fund)
    #expect(program.code == 4)
    #expect(program.complaint.contains("public/csv/indicators.csv: has other content"))
    #expect(!FileManager.default.fileExists(atPath: fund.folder + "/www"))
  }

  @Test func `a folder with anything else in it is left alone`() throws {
    let fund = try TinyFund()
    try fund.form()
    _ = try fund.run()
    try fund.write("mine", to: "www/letter.txt")
    let program = try publish(fund)
    #expect(program.code == 2)
    #expect(program.complaint.contains("is not empty and holds no public edition"))
    #expect(try files(fund.folder + "/www") == ["letter.txt"])
    try FileManager.default.removeItem(atPath: fund.folder + "/www")
    #expect(try publish(fund).code == 0)
    try fund.write("mine", to: "www/csv/letter.txt")
    try fund.form(version: 2)
    _ = try fund.run()
    let again = try publish(fund)
    #expect(again.code == 2)
    #expect(again.complaint.contains("it would be lost: csv/letter.txt"))
  }

  @Test func `what an interrupted publication left goes with the next`() throws {
    let fund = try TinyFund()
    try fund.form()
    _ = try fund.run()
    // The edition of before, out of its place and not yet removed; and what is somebody else's.
    try fund.write("Beta", to: ".www-4711/csv/partners.csv")
    try fund.write("mine", to: ".www-draft/letter.txt")
    #expect(try publish(fund).code == 0)
    let beside = try FileManager.default.contentsOfDirectory(atPath: fund.folder)
    #expect(beside.filter { $0.hasPrefix(".www") } == [".www-draft"])
  }

  @Test func `a rehearsal lists what would appear and disappear, and does nothing`() throws {
    let fund = try TinyFund()
    try fund.form()
    _ = try fund.run()
    let first = try publish(fund, "--dry-run")
    #expect(first.code == 0)
    #expect(first.output.contains("  appears:    annual-report-2025.xlsx\n"))
    #expect(!FileManager.default.fileExists(atPath: fund.folder + "/www"))
    #expect(try publish(fund).output.contains("appears:    csv/partners.csv"))
    let again = try publish(fund, "--dry-run")
    #expect(again.output.contains("is the edition of release"))
  }

  @Test func `a table that the new edition has no more disappears`() throws {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.form()
    _ = try fund.run()
    #expect(try publish(fund).code == 0)
    let place = fund.folder + "/www"
    try FileManager.default.removeItem(
      atPath: fund.pipelineFolder + "/5-publications/public/recommendations.sql")
    try fund.edit("5-publications/public/edition.yml", "  - recommendations\n", "")
    try fund.edit(
      "5-publications/public/edition.yml", "[evaluations, recommendations]", "[evaluations]")
    _ = try fund.run()
    let rehearsal = try publish(fund, "--dry-run")
    #expect(rehearsal.output.contains("  disappears: csv/recommendations.csv\n"))
    #expect(try files(place).contains("csv/recommendations.csv"))
    #expect(try publish(fund).code == 0)
    #expect(try !files(place).contains("csv/recommendations.csv"))
  }

  @Test func `a new edition takes the place of the old one`() throws {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A", ["publish_name": "yes"])]))
    let old = try fund.run().releaseFolder
    #expect(try publish(fund).code == 0)
    let place = fund.folder + "/www"
    #expect(try files(place) == files(old + "/public"))
    // The partner takes its consent back.
    try fund.form(version: 2, agreements: Agreements.rows([("A", ["publish_name": "no"])]))
    _ = try fund.run()
    let program = try publish(fund)
    #expect(program.output.contains("  changes:    csv/partners.csv\n"))
    let partners = try String(contentsOfFile: place + "/csv/partners.csv", encoding: .utf8)
    #expect(!partners.contains("Alpha"))
    // No staging folder is left beside it.
    let beside = try FileManager.default.contentsOfDirectory(atPath: fund.folder)
    #expect(!beside.contains { $0.hasPrefix(".www") })
  }

  @Test func `without a year the editions of all years are published, or none`() throws {
    let fund = try TinyFund()
    let named = ["publish_name": "yes", "start_on": "2024-02-01", "signed_on": "2024-01-15"]
    var releases: [String] = []
    for year in [2024, 2025] {
      try fund.form(year: year, agreements: Agreements.rows([("A", named)]))
      releases.append(try fund.run(year).releaseFolder)
    }
    let place = fund.folder + "/www"
    func publish(_ words: String..., to place: String) throws -> Program {
      try Program(list: ["publish", "--output", fund.folder + "/output", "--to", place] + words)
    }
    func names(_ year: Int) throws -> [String] {
      try String(contentsOfFile: "\(fund.folder)/www/\(year)/csv/partners.csv", encoding: .utf8)
        .split(whereSeparator: \.isNewline).dropFirst().map { String($0.prefix { $0 != "," }) }
    }
    let first = try publish(to: place)
    #expect(first.code == 2)
    #expect(
      first.complaint.contains("/www: no year was published to a folder of its own in it yet"))
    for year in ["2024", "2025"] {
      #expect(try publish("--period", year, to: "\(place)/\(year)").code == 0)
    }
    #expect(try names(2024) == ["Alpha"] && names(2025) == ["Alpha"])
    // It takes its consent back.
    try fund.register(
      "partners",
      """
      partner_id,name,acronym,aliases,country,stakeholder_type,level,publish_name
      P-1,Alpha,,,KEN,NGO_N,NATIONAL,no
      """)
    let rehearsal = try publish("--dry-run", to: place)
    for year in ["2024", "2025"] {
      #expect(rehearsal.output.contains("\(year): would publish release "))
    }
    // The last of them cannot be published: the first stays too.
    let last = releases[1] + "/public/csv/partners.csv"
    let sound = try Data(contentsOf: URL(fileURLWithPath: last))
    try Data("name\n".utf8).write(to: URL(fileURLWithPath: last))
    #expect(try publish(to: place).code == 4)
    #expect(try names(2024) == ["Alpha"])
    try sound.write(to: URL(fileURLWithPath: last))
    let program = try publish(to: place)
    #expect(program.code == 0, "\(program.complaint)")
    #expect(try names(2024) == [] && names(2025) == [])
    // Nothing is left beside them.
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: fund.folder + "/www").sorted()
        == ["2024", "2025"])
  }
}
