import Foundation
import Testing

/// C-21 and C-22: files that cannot be used, and what is left aside.
@Suite struct FilesAndColumnsTests {
  private func fundWithForm() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.form(
      answers: ["no_transfers": "yes"], agreements: Agreements.rows([("A-1", [:])]), folder: "a")
    return fund
  }

  @Test func `a file that is no form is refused with the reason`() throws {
    let fund = try fundWithForm()
    try fund.write("no workbook", to: "reports/2025/b.xlsx")
    try fund.write("zipped", to: "reports/2025/c.zip")
    let release = try fund.release()
    let issues = try release.issues.filter { $0.rule == "C-21" }
    #expect(
      issues.map { "\($0.severity) \($0.file) \($0.sheet) \($0.cell)" } == [
        "error reports/2025/b.xlsx  ", "error reports/2025/c.zip  ",
      ])
    #expect(
      try release.messages(of: "C-21")[1]
        == "no reporting form: neither a workbook (.xlsx) nor a folder of CSV files; move it out of the "
        + "reports or send it as a form")
    #expect(try release.value("PA-01") == "1")
  }

  @Test func `where every file is refused the release says so`() throws {
    let fund = try TinyFund()
    try fund.write("no workbook", to: "reports/2025/b.xlsx")
    let release = try fund.release()
    #expect(try release.issues(of: "C-21").count == 1)
    #expect(try release.value("PA-01") == "0")
  }

  @Test func `a missing sheet or column refuses the file`() throws {
    let fund = try fundWithForm()
    try fund.form(by: "ILO", version: 1, agreements: Agreements.rows([("A-2", [:])]), folder: "b")
    try FileManager.default.removeItem(atPath: fund.folder + "/reports/2025/b/transfers.csv")
    try fund.form(
      by: "ILO", version: 2, agreements: "agreement_ref,partner_name\nA-2,Beta", folder: "c")
    let release = try fund.release()
    let issues = try release.issues.filter { $0.rule == "C-21" }
    #expect(issues.allSatisfy { $0.severity == "error" })
    #expect(issues.first?.sheet == "transfers.csv")
    #expect(
      try release.messages(of: "C-21").first
        == "the sheet “transfers.csv” is missing; add it from the form, empty if there is nothing to "
        + "report, and send the file again")
    // PUNO, type, level, country, agreement type, form, start and status are not in the header.
    #expect(issues.filter { $0.file == "reports/2025/c/agreements.csv" }.count == 8)
    #expect(
      try release.messages(of: "C-21")[1]
        == "the required column “PUNO” is missing from the header row; add it and send the file again"
    )
    let states = try release.table("submissions").map { $0["state"] }
    #expect(states == ["counting", "refused", "refused"])
  }

  @Test func `a column given twice refuses the file`() throws {
    let fund = try fundWithForm()
    try fund.form(
      by: "ILO", agreements: Agreements.header + ",Statut\n", folder: "b")
    let release = try fund.release()
    let issues = try release.issues(of: "C-21")
    #expect(issues == ["error agreements.csv!T1 Statut"])
    #expect(
      try release.messages(of: "C-21") == [
        "the headings “status” in Q1 and “Statut” in T1 both mean the column “Status”; remove or "
          + "rename one of them and send the file again"
      ])
  }

  @Test func `unknown columns are one notice, a time of day another`() throws {
    let fund = try TinyFund()
    let lines = Agreements.rows([
      ("A-1", ["signed_on": "2025-01-15 14:30"]), ("A-2", ["signed_on": "2025-01-15T00:00:00"]),
    ]).split(separator: "\n")
    try fund.form(
      answers: ["no_transfers": "yes"],
      agreements: zip(lines, [",Our code,Remarks", ",7,none", ",8,"]).map { $0 + $1 }
        .joined(separator: "\n"))
    let release = try fund.release()
    let issues = try release.issues(of: "C-22")
    #expect(
      issues == [
        "notice agreements.csv!T1 Our code, Remarks",
        "notice agreements.csv!N2 2025-01-15 14:30",
      ])
    #expect(
      try release.messages(of: "C-22")[1]
        == "the date has a time of day, which was dropped: it counts as 2025-01-15; nothing needs "
        + "mending if that is the day")
    #expect(try release.value("PA-01") == "2")
  }

  @Test func `documents are left alone with a notice, temporary files without one`() throws {
    let fund = try fundWithForm()
    for name in ["b.txt", "c.pdf", "d.docx", "e.MD", "~$f.xlsx", ".g.xlsx", "h.xlsx.part"] {
      try fund.write("text of " + name, to: "reports/2025/" + name)
    }
    let release = try fund.release()
    let notices = try release.issues.filter { $0.rule == "C-22" }
    #expect(
      notices.map { "\($0.severity) \($0.file)" }
        == ["b.txt", "c.pdf", "d.docx", "e.MD"].map { "notice reports/2025/" + $0 })
    #expect(try release.issues(of: "C-21") == [])
  }

  @Test func `each of two documents with the same text has its notice`() throws {
    let fund = try fundWithForm()
    for name in ["b.txt", "c.txt"] { try fund.write("text", to: "reports/2025/" + name) }
    let files = try fund.release().issues.filter { $0.rule == "C-22" }.map(\.file)
    #expect(files == ["reports/2025/b.txt", "reports/2025/c.txt"])
  }

  @Test func `labels in three languages serve as headers and codes, in any order`() throws {
    let fund = try TinyFund()
    try fund.form(
      answers: ["no_transfers": "oui"],
      agreements: """
        Statut *,Tipo de actor,Referencia del acuerdo,PUNO,Partner name,NIVEAU D'ACTION,País,Agreement type,Forma,Monnaie,importe,signed_on,Date de début,Affilié à une ONG internationale
        En cours,ONG nacional,A-1,IOM,Alpha,national,Kenya,grant agreement,Financiero,usd,-0.5,2025-01-15,2025-02-01,sí
        """)
    let release = try fund.release()
    #expect(try release.issues.filter { $0.severity != "warning" } == [])
    #expect(try release.value("PA-01") == "1")
  }
}
