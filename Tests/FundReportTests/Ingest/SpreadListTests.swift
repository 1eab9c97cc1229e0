import Spreadsheet
import Testing

/// A list may stand in one cell, or one value each in columns such as “Roles 1” and “Roles 2”.
@Suite struct SpreadListTests {
  private func release(_ columns: [String: OutputCell]) throws -> Release {
    let fund = try TinyFund()
    let names = columns.keys.sorted()
    try fund.workbook(
      "form.xlsx",
      WorkbookForm(
        agreements: WorkbookForm.agreements(
          [("A-1", columns)], fields: Agreements.fields.filter { $0 != "roles" } + names),
        transfers: WorkbookForm.transfers([("A-1", [:])])))
    return try fund.release()
  }

  @Test func `a wrong value is named where it stands`() throws {
    let release = try release(["roles_1": "ACCESS", "roles_2": "ACESS"])
    #expect(try release.issues(of: "C-15").prefix(1) == ["error Agreements!T5 ACESS"])
  }

  @Test func `the same heading twice is still one too many`() throws {
    let release = try release(["Roles 1": "ACCESS", "roles_1": "ADVOCACY"])
    #expect(try release.issues(of: "C-21") == ["error Agreements!T4 Roles 1"])
  }

  @Test(arguments: [
    (["roles_1": "ACCESS", "roles_2": "Advocacy", "roles_3": ""], "ACCESS;ADVOCACY"),
    (["roles_1": "", "roles_2": "", "roles_3": "ADVOCACY; ACCESS"], "ADVOCACY;ACCESS"),
    (["roles_1": "ACCESS", "roles_2": "access"], "ACCESS"),
    (["roles": "ACCESS", "roles_2": "ADVOCACY"], "ACCESS;ADVOCACY"),
    (["roles_1": "", "roles_2": ""], ""),
  ])
  func `the columns of a list are one list`(columns: [String: OutputCell], expected: String) throws
  {
    let release = try release(columns)
    #expect(try release.table("agreements").map { $0["roles"] } == [expected])
    #expect(try release.issues == [])
  }
}
