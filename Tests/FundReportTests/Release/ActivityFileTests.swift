import Foundation
import Testing

/// The IATI file: valid against the published schema, and names only with consent.
@Suite struct ActivityFileTests {
  private func file(_ release: Release) throws -> String {
    try String(
      contentsOfFile: release.folder + "/internal/iati-activities-2025.xml", encoding: .utf8)
  }

  /// Alpha & Co agreed to be named, Beta & Sons did not; JP-2 has reported nothing and JP-3 not begun.
  private func release() throws -> Release {
    let fund = try TinyFund()
    try fund.add("JP-2", countries: "KEN;UGA;TZA")
    try fund.add("JP-3", countries: "NPL", startOn: "2026-01-01", endOn: "2027-12-31")
    try fund.form(
      agreements: Agreements.rows([
        (
          "A",
          [
            "partner_name": "Alpha & Co", "publish_name": "yes", "currency": "KES",
            "amount": "1234.5",
          ]
        ),
        (
          "B",
          [
            "partner_name": "Beta & Sons", "signed_on": "", "country": "UGA",
            "agreement_type": "COLLAB",
          ]
        ),
        ("C", ["partner_name": "Plan", "status": "PLANNED", "publish_name": "yes"]),
        ("D", ["partner_name": "Kind", "form": "IN_KIND", "amount": "", "publish_name": "yes"]),
      ]),
      transfers: Transfers.rows([
        ("A", [:]), ("B", ["amount": "-20.25"]),
        ("B", ["tier": "2", "sub_partner_level": "LOCAL"]),
      ]))
    return try fund.release()
  }

  @Test func `it is valid against the schema of version 2.03`() throws {
    let release = try release()
    let checked = try Witness(
      "iati_schema.py", release.folder + "/internal/iati-activities-2025.xml")
    #expect(checked.lines == [])
    #expect(checked.code == 0)
  }

  @Test func `the schema finds what is wrong`() throws {
    let wrong = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).xml"
    defer { try? FileManager.default.removeItem(atPath: wrong) }  // leaving it would harm nobody
    let text = try file(try release()).replacing("<activity-status code=\"2\"/>", with: "")
    try Data(text.utf8).write(to: URL(fileURLWithPath: wrong))
    let checked = try Witness("iati_schema.py", wrong)
    #expect(checked.code == 1)
    #expect(checked.lines.first?.contains("activity-status") == true)
  }

  @Test
  func `agreements are commitments, payments disbursements, in the currency they were made in`()
    throws
  {
    let text = try file(try release())
    // Neither the plan nor the support in kind, and not what the partner passed on.
    #expect(text.components(separatedBy: "<transaction-type code=\"2\"/>").count - 1 == 2)
    #expect(text.components(separatedBy: "<transaction-type code=\"3\"/>").count - 1 == 2)
    #expect(text.contains("<value value-date=\"2025-01-15\" currency=\"KES\">1234.5</value>"))
    #expect(text.contains("<value value-date=\"2025-02-01\" currency=\"USD\">1000</value>"))
    #expect(text.contains("<value value-date=\"2025-03-01\" currency=\"USD\">-20.25</value>"))
    #expect(text.contains("<recipient-country code=\"UG\"/>"))
  }

  @Test func `partners are named where they agreed, and nowhere else`() throws {
    let text = try file(try release())
    #expect(text.contains("<narrative>Alpha &amp; Co</narrative>"))
    #expect(!text.contains("Beta"))
    #expect(text.contains("<narrative>Not named, at its request or for its safety</narrative>"))
  }

  @Test func `countries of a programme without transactions share in parts that come to 100`()
    throws
  {
    let text = try file(try release())
    #expect(text.contains("<recipient-country code=\"KE\" percentage=\"33.34\"/>"))
    #expect(text.contains("<recipient-country code=\"UG\" percentage=\"33.33\"/>"))
    #expect(text.contains("<recipient-country code=\"NP\"/>"))
    #expect(text.contains("<activity-status code=\"1\"/>"))
  }
}
