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
}
