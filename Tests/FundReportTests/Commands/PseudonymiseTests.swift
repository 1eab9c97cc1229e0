import Foundation
import Spreadsheet
import Testing

/// `pseudonymise`: an export that names people becomes a register that does not.
@Suite struct PseudonymiseTests {
  private let fund: TinyFund
  /// Beside the data folder, not in it.
  private let desk: String

  init() throws {
    fund = try TinyFund()
    desk = fund.folder + "-desk"
    try FileManager.default.createDirectory(atPath: desk, withIntermediateDirectories: true)
    try key("key", String(repeating: "0123456789abcdef", count: 4) + "\n")
  }

  private func key(_ name: String, _ text: String, mode: Int = 0o600) throws {
    try write(text, to: name)
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: "\(desk)/\(name)")
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(desk)/\(name)"))
  }

  private func run(_ export: String, key: String = "key", to: String = "out.csv") throws -> Program
  {
    try Program(
      "pseudonymise", export, "--key", key, "--to", to, "--data", fund.folder, "--pipeline",
      fund.pipelineFolder, in: desk)
  }

  private func lines(_ name: String = "out.csv") throws -> [String] {
    try String(contentsOfFile: "\(desk)/\(name)", encoding: .utf8).split(separator: "\r\n")
      .map(String.init)
  }

  private static let header =
    "event,person,consent_scope,stakeholder_type,country,sex,age_group,migrant_led,ecosoc,role,"
    + "eligible_entity,authorised,has_expertise,attended"
  // printf jane.doe@example.org | openssl dgst -sha256 -hmac 0123456789abcdef…
  private static let jane = "84d62b154afefc7a8469f67392c9f04622cf3b074888bd998aebdff8a8e7ad6c"
  private static let amina = "e197bb7bdc5a918979fd57d00d4b7d6038cec4b22e417d3f4b18a288f2a118ce"

  @Test func `an address, else a name, becomes a keyed hash, and all that identifies is dropped`()
    throws
  {
    try write(
      """
      Name;E-mail;Telephone;event;consent_scope;sex;country;attended
      Jane Doe;Jane.Doe@Example.org ;+1 555;E1;STATISTICS;Women;ken;oui
       AMINA ÖZ ;;+2 555;E1;public;;Fiji;no
      Someone Else;jane.doe@example.org;;E2;STATISTICS;F;;
      No Consent;no@example.org;;E1;NONE;F;;yes
      """, to: "export.csv")
    let run = try run("export.csv")
    #expect(run.complaint == "")
    #expect(run.code == 0)
    #expect(
      try lines() == [
        Self.header,
        "E1,\(Self.jane),STATISTICS,,KEN,F,,,,,,,,yes",
        "E1,\(Self.amina),PUBLIC,,FJI,,,,,,,,,no",
        "E2,\(Self.jane),STATISTICS,,,F,,,,,,,,",
      ])
    #expect(
      run.output.split(separator: "\n") == [
        "out.csv: 3 rows about 2 people", "left out: 1 row where consent_scope is NONE",
        "dropped: 1 column the register does not have",
      ])
  }

  @Test func `a workbook is read too, and the result is a register that holds`() throws {
    let sheet: Lines = [
      ["Registrations, as exported"], [],
      ["Courriel", "event", "consent_scope", "attended"],
      ["jane.doe@example.org", "E1", "PUBLIC", "yes"],
    ]
    var page = Sheet(name: "Export")
    page.rows = .rows(sheet.map { SheetLine(cells: $0) })
    let properties = Workbook.Properties(
      title: "Export", subject: "Test", author: "Test", created: "2026-01-01")
    try Workbook(properties: properties, sheets: [page]).write(to: desk + "/export.xlsx")
    try fund.registrations([])
    let place = fund.folder + "/registers/registrations.csv"
    // What is there is never written over: the register may hold what no export says any more.
    #expect(try run("export.xlsx", to: place).code == 2)
    try FileManager.default.removeItem(atPath: place)
    #expect(try run("export.xlsx", to: place).code == 0)
    #expect(try fund.release().value("EV-03") == "1")
  }

  @Test func `another key makes other pseudonyms, of the same length`() throws {
    try key("other", String(repeating: "another secret ", count: 4))
    try write("Name,event,consent_scope\nJane,E1,PUBLIC\n", to: "export.csv")
    #expect(try run("export.csv").code == 0)
    #expect(try run("export.csv", key: "other", to: "other.csv").code == 0)
    let people = try [lines(), lines("other.csv")].map { $0[1].split(separator: ",")[1] }
    #expect(people[0] != people[1])
    #expect(people.map(\.count) == [64, 64])
  }

  @Test func `what cannot be used is named by line and column, and nothing is written`() throws {
    try write(
      """
      Name,E-mail,event,consent_scope,country,attended
      ,,E1,PUBLIC,,yes
      Secret,,E1,PUBLIC,,yes
      """, to: "nobody.csv")
    let nobody = try run("nobody.csv")
    #expect(nobody.code == 2)
    #expect(nobody.complaint == "nobody.csv:2: nothing says who this is; expected E-mail or Name\n")
    try write(
      """
      Name,E-mail,event,consent_scope,country,attended
      Secret,,E1,PUBLIC,Secret,Secret
      """, to: "wrong.csv")
    #expect(
      try run("wrong.csv").complaint.split(separator: "\n") == [
        "wrong.csv:2: attended: the value is not what belongs here; expected yes, no or unknown",
        "wrong.csv:2: country: the value is not what belongs here; expected a code of the list "
          + "countries",
      ])
    try write("Secret;Secret,E1\nSecret\n", to: "header.csv")
    let header = try run("header.csv")
    #expect(header.code == 2)
    #expect(!header.complaint.contains("Secret"))
    #expect(
      try !FileManager.default.contentsOfDirectory(atPath: desk).contains { $0.contains("out") })
  }

  @Test func `the key lies elsewhere, is long, and only its owner may read it`() throws {
    try write("Name,event,consent_scope\nJane,E1,PUBLIC\n", to: "export.csv")
    try key("readable", String(repeating: "k", count: 64), mode: 0o640)
    try key("short", String(repeating: "k", count: 31))
    try FileManager.default.copyItem(atPath: desk + "/key", toPath: fund.folder + "/registers/key")
    try FileManager.default.createSymbolicLink(
      atPath: desk + "/link", withDestinationPath: fund.folder + "/registers/key")
    let expected = [
      (
        "missing",
        "there is no such key; make one with `(umask 077; openssl rand -hex 32 > missing)`"
      ),
      ("readable", "others than its owner may read or change the key; run `chmod 600 readable`"),
      ("short", "the key has 31 characters; expected 32 or more"),
      (fund.folder + "/registers/key", "the key lies in the data folder, beside what it protects"),
      ("link", "the key lies in the data folder, beside what it protects"),
    ]
    for (name, words) in expected {
      let refused = try run("export.csv", key: name)
      #expect(refused.code == 2)
      #expect(refused.complaint.hasPrefix("\(name): \(words)"), "\(refused.complaint)")
    }
    #expect(!FileManager.default.fileExists(atPath: desk + "/out.csv"))
  }

  @Test func `neither the export nor the key is overwritten, under whatever name`() throws {
    let text = "Name,event,consent_scope\nJane,E1,PUBLIC\n"
    try write(text, to: "export.csv")
    try FileManager.default.linkItem(atPath: desk + "/export.csv", toPath: desk + "/same.csv")
    for place in ["export.csv", "./export.csv", "same.csv", "key"] {
      let refused = try run("export.csv", to: place)
      #expect(refused.code == 2)
      #expect(refused.complaint.hasPrefix("\(place): would be overwritten, and is read here"))
    }
    #expect(try String(contentsOfFile: desk + "/export.csv", encoding: .utf8) == text)
    #expect(try run("nothing.csv").complaint == "nothing.csv: there is no such file\n")
  }
}
