import Foundation
import Testing

/// Names of files, folders and programmes reach nothing outside the given folders.
@Suite struct HostileNamesTests {
  @Test func `names no other file system has stop nobody, and go back under names that all have`()
    throws
  {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    let names = [
      String(repeating: "漢", count: 85), String(repeating: "é", count: 120) + ".xlsx",
      "..xlsx", "a\u{1B}[31m\u{202E}\n.xlsx", "-rf.xlsx", "=cmd|'.xlsx", "CON.xlsx", "a:b*?.xlsx",
      String(repeating: "a\u{301}", count: 80) + ".xlsx", " .xlsx", "'\"$(id)`id`.xlsx",
    ]
    for (index, name) in names.enumerated() {
      try fund.write("no workbook \(index)", to: "reports/2025/" + name)
    }
    let release = try fund.release()
    #expect(try release.value("PA-01") == "1")
    // `..xlsx` is hidden, and left alone.
    #expect(try release.issues(of: "C-21").count == names.count - 1)
    let returned = try FileManager.default.contentsOfDirectory(
      atPath: release.folder + "/internal/returns")
    #expect(returned.count == names.count)
    for name in returned {
      #expect(name.utf8.count <= 255)
      #expect(!name.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E }, "\(name)")
    }
  }

  @Test func `names that differ only by case or form are files of their own`() throws {
    let fund = try TinyFund()
    for (index, name) in ["Form.xlsx", "form.xlsx", "e\u{301}.xlsx", "é.xlsx"].enumerated() {
      let version = WorkbookForm(head: ["version": .number(Double(index + 1))])
      try fund.workbook(name, version)
    }
    let release = try fund.release()
    let states = try release.table("submissions").map {
      "\($0["version"] ?? "") \($0["state"] ?? "")"
    }
    #expect(
      states.sorted() == ["1 older version", "2 older version", "3 older version", "4 counting"])
  }

  @Test func `the same bad file under one name in three folders goes back three times`() throws {
    let fund = try TinyFund()
    for folder in ["a", "b", "c"] {
      try fund.write("x", to: "reports/2025/\(folder)/form.xlsx")
      try fund.write("y\(folder)", to: "reports/2025/\(folder)/other.xlsx")
    }
    let release = try fund.release()
    let returned = try FileManager.default.contentsOfDirectory(
      atPath: release.folder + "/internal/returns")
    let told = try Set(release.issues.filter { $0.file.hasSuffix(".xlsx") }.map(\.file))
    #expect(returned.count == told.count)
  }

  @Test func `a form whose codes are paths writes nothing outside the output`() throws {
    let fund = try TinyFund()
    let path = "../../../../../../escaped"
    for (index, field) in ["programme_code", "prepared_by", "version", "submitted_on"].enumerated()
    {
      var form = WorkbookForm(agreements: WorkbookForm.agreements([(path, ["puno": .text(path)])]))
      let label = WorkbookForm.label(field, "*")
      for line in form.sheets[0].lines.indices
      where form.sheets[0].lines[line].first == .text(label) {
        form.sheets[0].lines[line][1] = .text(path)
      }
      try fund.workbook("\(index).xlsx", form)
    }
    let before = try tree(fund.folder, without: "output")
    _ = try fund.release()
    #expect(try tree(fund.folder, without: "output") == before)
    let found = try Witness("search_files.py", fund.folder + "/output", "no such text")
    #expect(found.lines.allSatisfy { !$0.hasPrefix("name of") })
    let names = FileManager.default.subpaths(atPath: fund.folder + "/output") ?? []
    #expect(!names.contains { $0.contains("..") })
  }

  @Test func `what a terminal would obey is printed as words`() throws {
    let fund = try TinyFund()
    let name = "a\u{1B}[2J\u{202E}\r.xlsx"
    try fund.workbook(
      name,
      WorkbookForm(
        agreements: WorkbookForm.agreements([("A-1", ["start_on": "\u{1B}]0;title\u{7}"])])))
    let check = try Program("check", fund.folder + "/reports/2025/" + name, "--data", fund.folder)
    #expect(check.code == 1)
    #expect(check.output.contains(#"a\u{1B}[2J\u{202E}\u{D}.xlsx › Agreements!O5"#))
    #expect(check.output.contains(#"found:    \u{1B}]0;title\u{7}"#))
    #expect(!check.output.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }

  @Test func `links among the reports are named and never followed`() throws {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    try fund.write("secret", to: "outside/secret.csv")
    try fund.workbook("../../outside/form.xlsx", WorkbookForm(head: ["prepared_by": "ILO"]))
    let reports = fund.folder + "/reports/2025/"
    for (link, target) in [
      ("file.xlsx", "/outside/form.xlsx"), ("folder", "/outside"),
      ("JP-1-IOM-v1/narrative.csv", "/outside/secret.csv"),
      ("JP-1-IOM-v1/datapackage.json", "/outside/secret.csv"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: reports + link, withDestinationPath: fund.folder + target)
    }
    let release = try fund.release()
    #expect(try release.value("PA-01") == "1")
    #expect(
      try release.issues(of: "C-21").sorted() == [
        "error ! datapackage.json", "error ! file.xlsx", "error ! folder", "error ! narrative.csv",
      ])
    let manifest = try String(contentsOfFile: release.folder + "/manifest.json", encoding: .utf8)
    #expect(!manifest.contains("outside"))
  }

  @Test func `a code list, register or definition cannot be named out of its folder`() throws {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.edit(
      "1-sources/registers/partners.yml", "csv: partners.csv", "csv: ../../outside.csv")
    try fund.edit("5-publications/analyst-workbook.yml", "workbook: ", "workbook: ../")
    let run = try fund.program()
    #expect(run.code == 2)
    for words in [
      "partners.yml:3: `csv` is “../../outside.csv”; expected the name of a file, without a folder",
      "analyst-workbook.yml:2: `workbook` is “../annual-report-{year}”; expected the name of a file",
    ] {
      #expect(run.complaint.contains(words), "\(run.complaint)")
    }
  }

  /// Path and bytes of every file.
  private func tree(_ folder: String, without left: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in FileManager.default.subpaths(atPath: folder) ?? [] where !path.hasPrefix(left) {
      files[path] = FileManager.default.contents(atPath: folder + "/" + path)
    }
    return files
  }
}
