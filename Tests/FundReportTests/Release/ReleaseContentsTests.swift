import Foundation
import FundReport
import GRDB
import Spreadsheet
import Testing

/// What a release holds, and that its own descriptions are true.
@Suite struct ReleaseContentsTests {
  private func fund() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.workbook(
      "JP-1.xlsx",
      WorkbookForm(
        agreements: WorkbookForm.agreements([("A-1", [:]), ("A-2", ["amount": "x"])]),
        transfers: WorkbookForm.transfers([("A-1", [:])])))
    try fund.form(by: "ILO", answers: ["no_agreements": "yes", "no_transfers": "yes"])
    return fund
  }

  private struct Manifest: Decodable {
    struct File: Decodable {
      var path: String
      var bytes: Int?
      var sha256: String
    }
    var release: String
    var inputs: [File]
    var outputs: [File]
  }

  @Test func `the manifest lists every file with its size and digest`() throws {
    let fund = try fund()
    let outcome = try fund.run()
    let folder = outcome.releaseFolder
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/manifest.json")))
    #expect(manifest.release == outcome.release)
    #expect(outcome.release.wholeMatch(of: /[0-9a-f]{12}/) != nil)
    #expect(folder.hasSuffix("/2025/releases/" + outcome.release))
    let manager = FileManager.default
    let files = try manager.subpathsOfDirectory(atPath: folder).filter { path in
      try manager.attributesOfItem(atPath: folder + "/" + path)[.type] as? FileAttributeType
        == .typeRegular
    }
    #expect(manifest.outputs.map(\.path) == files.filter { $0 != "manifest.json" }.sorted())
    let digests = try digests(folder, manifest.outputs.map(\.path))
    for file in manifest.outputs {
      let size = FileManager.default.contents(atPath: folder + "/" + file.path)?.count
      #expect(file.bytes == size, "\(file.path)")
      #expect(file.sha256 == digests[file.path], "\(file.path)")
    }
    let inputs = ["reports/2025/JP-1.xlsx", "registers/programmes.csv", "code-lists/levels.csv"]
    for (path, digest) in try self.digests(fund.folder, inputs) {
      #expect(manifest.inputs.first { $0.path == path }?.sha256 == digest)
    }
    #expect(manifest.inputs.contains { $0.path == "reports/2025/JP-1-ILO-v1" })
  }

  private struct Package: Decodable {
    struct Resource: Decodable {
      struct Schema: Decodable {
        struct Field: Decodable { var name: String }
        var fields: [Field]
      }
      var path: String
      var bytes: Int
      var hash: String
      var encoding: String
      var schema: Schema
    }
    var resources: [Resource]
  }

  @Test func `datapackage.json describes the CSV files that are there`() throws {
    let fund = try fund()
    defer { withExtendedLifetime(fund) {} }
    let folder = try fund.run().releaseFolder + "/internal/csv"
    let package = try JSONDecoder().decode(
      Package.self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/datapackage.json")))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(
      package.resources.map(\.path).sorted() == names.filter { $0 != "datapackage.json" }.sorted())
    let digests = try digests(folder, names)
    for resource in package.resources {
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + resource.path))
      #expect(resource.bytes == data.count)
      #expect(resource.hash == "sha256:" + (digests[resource.path] ?? ""))
      let header = try #require(CSVReader.rows(of: [UInt8](data), file: resource.path).first)
      #expect(header.cells.map(\.value) == resource.schema.fields.map { .text($0.name) })
      #expect(resource.encoding == "utf-8")
    }
  }

  @Test func `the tidy table has exactly the columns agreed`() throws {
    let fund = try fund()
    defer { withExtendedLifetime(fund) {} }
    let path = try fund.run().releaseFolder + "/internal/csv/indicators.csv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(
      text.split(whereSeparator: \.isNewline).first.map(String.init)
        == "period,indicator,title,chapter,unit,dimension,category,value,numerator,denominator,coverage,"
        + "baseline,target,status,reason")
    let issues = try String(
      contentsOfFile: path.replacing("indicators.csv", with: "issues.csv"), encoding: .utf8)
    #expect(
      issues.split(whereSeparator: \.isNewline).first.map(String.init)
        == "severity,rule,programme,prepared_by,file,sheet,cell,found,expected,message")
  }

  @Test func `the evidence opens read-only, is sound and leaves no journal beside it`() throws {
    let fund = try fund()
    defer { withExtendedLifetime(fund) {} }
    let folder = try fund.run().releaseFolder + "/internal"
    let path = folder + "/annual-report-2025.sqlite"
    var configuration = Configuration()
    configuration.readonly = true
    let evidence = try DatabaseQueue(path: path, configuration: configuration)
    let (sound, journal, counting, read) = try evidence.read { db in
      (
        try String.fetchOne(db, sql: "PRAGMA integrity_check"),
        try String.fetchOne(db, sql: "PRAGMA journal_mode"),
        try Int.fetchOne(db, sql: "SELECT count(*) FROM agreement"),
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sheet_agreements_read")
      )
    }
    #expect(sound == "ok")
    #expect(journal == "delete")
    #expect(counting == 1)
    #expect(read == 2)
    try evidence.close()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(
      names.sorted() == [
        "annual-report-2025.sqlite", "annual-report-2025.xlsx", "charts", "csv",
        "iati-activities-2025.xml", "index.html", "returns",
      ])
  }

  @Test func `every internal file is readable by owner and group only`() throws {
    let fund = try fund()
    let folder = try fund.run().releaseFolder + "/internal"
    let manager = FileManager.default
    for path in [""] + (try manager.subpathsOfDirectory(atPath: folder)) {
      let attributes = try manager.attributesOfItem(atPath: folder + "/" + path)
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o750 : 0o640), "\(path)")
    }
  }

  @Test func `no path and no day of this machine stands in a release`() throws {
    let fund = try fund()
    let folder = try fund.run().releaseFolder
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      guard let data = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
      #expect(data.range(of: Data(fund.folder.utf8)) == nil, "\(path)")
      #expect(data.range(of: Data(Repository.root.utf8)) == nil, "\(path)")
      #expect(data.range(of: Data("2026-11-21".utf8)) == nil, "\(path)")
    }
  }

  /// What another program computes for files of a folder.
  private func digests(_ folder: String, _ paths: [String]) throws -> [String: String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.arguments = paths
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let lines = text.split(separator: "\n").map { ($0.dropFirst(66), $0.prefix(64)) }
    return Dictionary(uniqueKeysWithValues: lines.map { (String($0), String($1)) })
  }
}
