import Foundation
import FundReport
import Testing

/// What the public edition is made of, and what its definitions may not say.
@Suite struct PublicEditionTests {
  private func release() throws -> Release {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("=A", ["publish_name": "yes", "partner_name": "+Alpha"]),
        ("B", ["partner_name": "Beta", "stakeholder_type": "FBO"]),
      ]),
      transfers: Transfers.rows([("B", [:])]),
      sheets: Engagement.rows([["women": "3"], ["stakeholder_type": "CBO", "men": "30"]]))
    return try fund.release()
  }

  @Test func `the workbook says what the CSV files say, cell by cell, and holds values only`()
    throws
  {
    let release = try release()
    let compared = try Witness("public_edition.py", release.folder + "/public")
    #expect(compared.lines == [])
    #expect(compared.code == 0)
  }

  @Test func `its data package is valid by another's program, which notices a wrong one`() throws {
    let release = try release()
    defer { withExtendedLifetime(release) {} }
    let folder = release.folder + "/public/csv"
    let valid = try Witness("data_package.py", folder)
    #expect(valid.lines == [] && valid.code == 0)
    for (file, found, wrong) in [
      ("partners.csv", "2025,2025", "2025,soon"), ("datapackage.json", "\"integer\"", "\"whole\""),
      ("notes.csv", "text", "words"),
    ] {
      let path = "\(folder)/\(file)"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains(found))
      try Data(text.replacing(found, with: wrong).utf8).write(to: URL(fileURLWithPath: path))
      #expect(try Witness("data_package.py", folder).code == 1, "\(file)")
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
  }

  @Test func `the internal data package is valid too`() throws {
    let release = try release()
    defer { withExtendedLifetime(release) {} }
    let valid = try Witness("data_package.py", release.folder + "/internal/csv")
    #expect(valid.lines == [] && valid.code == 0)
  }

  @Test func `the edition of the example fund keeps the rules of publishable workbooks`() throws {
    let fund = ExampleFund()
    defer { withExtendedLifetime(fund) {} }
    for year in [2023, 2024, 2025] {
      let outcome = try fund.run(year)
      let checked = try Program(
        "check-workbook", outcome.releaseFolder + "/public/annual-report-\(year).xlsx")
      #expect(checked.code == 0)
      #expect(!checked.output.contains("    mend:"), "\(checked.output)")
    }
  }

  @Test func `its manifest lists its files, and no input`() throws {
    let release = try release()
    let folder = release.folder
    let manifest = try String(contentsOfFile: folder + "/public/manifest.json", encoding: .utf8)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder + "/public")
      .filter { $0.contains(".") && $0 != "manifest.json" }
    for file in files { #expect(manifest.contains("\"\(file)\"")) }
    #expect(!manifest.contains("reports/"))
    #expect(try ReleaseVerification.differences(in: folder) == [])
  }

  @Test func `it can be verified on its own, wherever it was copied to`() throws {
    let release = try release()
    let folder = release.folder + "/public"
    #expect(try ReleaseVerification.differences(in: folder) == [])
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/csv/notes.csv"))
    #expect(
      try ReleaseVerification.differences(in: folder) == ["csv/notes.csv: has other content"])
  }

  /// Runs the command under a umask.
  private func program(_ mask: String, _ words: [String]) throws {
    let program = try Program(
      list: words, through: ["/bin/sh", "-c", "umask \(mask); exec \"$0\" \"$@\""])
    #expect(program.code == 0, "\(program.complaint)")
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test(arguments: ["077", "000"])
  func `whatever the umask, the public may read the edition and nothing else`(mask: String) throws {
    let fund = try TinyFund()
    try fund.form()
    let folders = ["--pipeline", fund.pipelineFolder, "--data", fund.folder]
    let year = ["--output", fund.folder + "/output", "--period", "2025"]
    try program(mask, ["run", "--as-of", "2026-11-21"] + folders + year)
    try program(mask, ["freeze", "--reason", "Printed", "--by", "Board"] + folders + year)
    try program(mask, ["publish", "--to", fund.folder + "/www"] + year)
    let current = fund.folder + "/output/2025/current"
    let release = URL(fileURLWithPath: current).resolvingSymlinksInPath().path
    let editions = [
      (release + "/internal", 0o750, 0o640), (release + "/public", 0o755, 0o644),
      (fund.folder + "/www", 0o755, 0o644),
    ]
    for (folder, folders, files) in editions {
      for path in [""] + (try FileManager.default.subpathsOfDirectory(atPath: folder)) {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
        #expect(try mode("\(folder)/\(path)") == (isFolder.boolValue ? folders : files), "\(path)")
      }
    }
    // Beside them stand names of files and of persons, and why a year was closed.
    for path in [
      release + "/manifest.json", fund.folder + "/output/2025/closed.json",
      fund.folder + "/output/2025/published.json",
    ] { #expect(try mode(path) == 0o640, "\(path)") }
  }

  @Test(arguments: ["077", "000"])
  func `forms and registers to be filled in are for owner and group`(mask: String) throws {
    let fund = try TinyFund()
    let desk = fund.folder + "/desk"
    let folders = ["--pipeline", fund.pipelineFolder, "--data", fund.folder]
    try program(mask, ["template", "--period", "2025", "--all", "--to", desk] + folders)
    try program(mask, ["template", "--registers", "--to", desk + "/registers.xlsx"] + folders)
    let names = try FileManager.default.contentsOfDirectory(atPath: desk)
    #expect(names.count == 3)
    for name in names { #expect(try mode("\(desk)/\(name)") == 0o640, "\(name)") }
  }

  /// What is said of the definitions after a change.
  private func said(_ path: String, _ found: String, _ replacement: String) throws -> [String] {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.edit(path, found, replacement)
    do {
      _ = try Definitions(pipelineFolder: fund.pipelineFolder, dataFolder: fund.folder)
      return []
    } catch let error as DefinitionError {
      return error.mistakes.map {
        $0.description.replacing(fund.pipelineFolder + "/5-publications/", with: "")
      }
    }
  }

  @Test(arguments: [
    (
      "--   first_year              integer", "--   first_year              date   ",
      "public/partners.sql:12: the public may not see an exact day; leave `first_year` out"
    ),
    (
      "--   first_year              integer", "--   first_year              row    ",
      "public/partners.sql:12: the public may not see where a row stands; leave `first_year` out"
    ),
    (
      "FROM partner_naming n", "FROM sheet_agreements s, partner_naming n",
      "public/partners.sql:1: a public table may not read `sheet_agreements_read`; read a model with "
        + "what is needed"
    ),
    (
      "JOIN list_countries c", "JOIN main.list_countries c",
      "public/partners.sql:1: a public table names its tables without `main.` and `temp.`"
    ),
    (
      "  max(min(", "  n.says_no AS why,\n  max(min(",
      "public/partners.sql:1: the SELECT returns other columns than the header lists, or in another "
        + "order; not listed: why"
    ),
  ])
  func `a public table shows what its header lists`(found: String, new: String, mistake: String)
    throws
  {
    let mistakes = try said("5-publications/public/partners.sql", found, new)
    #expect(mistakes.contains(mistake), "\(mistakes)")
  }

  @Test(arguments: ["<e-mail address>", "TBD", "To be confirmed by the Fund"])
  func `a placeholder is no contact`(text: String) throws {
    let mistakes = try said(
      "5-publications/public/edition.yml", "public-figures@fund.example (fictional)", text)
    #expect(
      mistakes == ["public/edition.yml: `contact` is “\(text)”: write what readers are to know"])
  }

  @Test(arguments: [
    ("  PA-01: nobody", "  PA-99: nobody", "there is no indicator `PA-99`"),
    (
      "  PA-01: nobody", "  PA-01: persons",
      "unknown kind “persons”; `protects` has people, attributes, money, nobody"
    ),
    (
      "  TR-05: nobody", "  TR-05: money",
      "TR-05 is measured on `expenditure`, which has no column `partner` to tell whom it rests on"
    ),
    (
      "{ counts: nobody, by: [programme] }", "{ counts: nobody, by: [country] }",
      "TR-06 has no breakdown `country`"
    ),
    (
      "unknown_too: yes }", "unknown_too: maybe }",
      "`unknown_too` is “maybe”; expected yes or no"
    ),
    (
      "nobody: {}", "nobody: { unknown_too: yes }",
      "`unknown_too` needs `below`, and has no meaning with `of`"
    ),
    (
      "attributes: { below: 3 }", "attributes: { below: 3, doubt: 5 }",
      "`doubt` is of sums with `of`: of counts, `below` says it"
    ),
    ("doubt: 10", "doubt: 150", "`doubt` is 150; expected a percentage from 1 to 100"),
    ("among: partner_naming", "among: nowhere", "there is no model `nowhere`"),
  ])
  func `a doubtful word about the public is a mistake`(
    found: String, new: String, mistake: String
  ) throws {
    let mistakes = try said("5-publications/disclosure.yml", found, new)
    #expect(mistakes.contains { $0.hasSuffix(mistake) }, "\(mistakes)")
  }
}
