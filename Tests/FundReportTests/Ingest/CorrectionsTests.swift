import Foundation
import Testing

@testable import FundReport

/// Cells the office corrects without touching the file.
@Suite struct CorrectionsTests {
  /// One form with one agreement of USD 1000, and a correction of one of its cells.
  private func release(
    field: String = "amount", row: Int = 2, found: String = "1000", corrected: String = "250.5",
    digest: String? = nil, decidedOn: String = "2026-03-01", agreement: [String: String] = [:]
  ) throws -> Release {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", agreement)]))
    let entry = try Inbox(dataFolder: fund.folder, headFile: "programme.csv")
      .entries(upTo: 2025).first
    try fund.register(
      "corrections",
      """
      file_sha256,sheet,row,field,found,corrected,reason,decided_by,decided_on
      \(digest ?? entry?.sha256 ?? ""),agreements.csv,\(row),\(field),"\(found)","\(corrected)",\
      Typing error,Head of unit,\(decidedOn)
      """)
    return try fund.release()
  }

  private func correction(_ release: Release) throws -> [String: String]? {
    try release.table("corrections").first
  }

  @Test func `a correction that found another value changes nothing and says so`() throws {
    let release = try release(found: "999")
    #expect(try release.value("PA-18") == "1000.00")
    #expect(try correction(release)?["state"] == "differs")
    #expect(try release.issues(of: "COR-01") == ["warning agreements.csv!M2 1000"])
    let issue = try release.table("issues").first { $0["rule"] == "COR-01" }
    #expect(issue?["expected"] == "999")
  }

  @Test func `a correction of a row or field that is not there is reported`() throws {
    let release = try release(row: 9)
    #expect(try correction(release)?["state"] == "no_cell")
    #expect(try release.issues(of: "COR-01") == ["warning ! agreements.csv, row 9, amount"])
    let issue = try release.table("issues").first { $0["rule"] == "COR-01" }
    #expect(issue?["file"] == "registers/corrections.csv")
  }

  @Test func `a correction of a file that was not read is a notice`() throws {
    let digest = String(repeating: "0", count: 64)
    let release = try release(digest: digest, decidedOn: "2026-12-31")
    #expect(try correction(release)?["state"] == "no_file")
    #expect(try release.issues(of: "COR-01") == ["notice ! 000000000000…"])
    // Decided later than the year after, it concerns forms that are still to come.
    let later = try self.release(digest: digest, decidedOn: "2027-01-01")
    #expect(try later.issues(of: "COR-01") == [])
  }

  @Test func `a corrected value that is no number quarantines the row`() throws {
    let release = try release(corrected: "a lot")
    #expect(try release.value("PA-01") == "0")
    #expect(try release.table("issues").filter { $0["rule"] == "C-15" }.first?["found"] == "a lot")
  }

  @Test func `a correction replaces the value, and shows where the row shows`() throws {
    let release = try release()
    #expect(try release.value("PA-18") == "250.50")
    let row = try release.table("agreements").first
    #expect(row?["amount"] == "250.5")
    #expect(row?["corrected"] == "amount: 1000 → 250.5")
    let correction = try correction(release)
    #expect(correction?["state"] == "applied")
    #expect(correction?["reason"] == "Typing error")
    #expect(try release.issues(of: "COR-01") == ["notice agreements.csv!M2 1000"])
  }

  @Test func `a wrong cell can be corrected, and an empty one filled`() throws {
    let mended = try release(
      found: "1.200,50", corrected: "1200.50", agreement: ["amount": "\"1.200,50\""])
    #expect(try mended.value("PA-18") == "1200.50")
    let filled = try release(
      field: "currency", found: "", corrected: "USD", agreement: ["currency": ""])
    #expect(try filled.value("PA-18") == "1000.00")
  }

  @Test func `the register of corrections tells a field it does not know from one it has`() throws {
    let release = try release(field: "amont")
    #expect(try correction(release)?["state"] == "no_cell")
  }
}
