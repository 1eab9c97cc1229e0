import Foundation
import Testing

/// A row of HXL hashtags under the headers of CSV files, where the definitions ask for it.
@Suite struct HashtagRowsTests {
  private func release(_ place: String) throws -> Release {
    let fund = try TinyFund()
    fund.pipelineFolder = fund.folder + "/pipeline"
    try FileManager.default.copyItem(atPath: Repository.pipeline, toPath: fund.pipelineFolder)
    let file = URL(fileURLWithPath: fund.pipelineFolder + "/5-publications/hashtags.yml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("hashtag_rows: none", with: "hashtag_rows: \(place)").utf8)
      .write(to: file)
    try fund.form(agreements: Agreements.rows([("A", ["publish_name": "yes"])]))
    return try fund.release()
  }

  private func second(_ file: String, of release: Release) throws -> Substring? {
    let text = try String(contentsOfFile: "\(release.folder)/\(file)", encoding: .utf8)
    return text.split(separator: "\r\n").dropFirst().first
  }

  @Test func `in public files only, and the workbook beside them agrees`() throws {
    let release = try release("public")
    #expect(
      try second("public/csv/partners.csv", of: release)
        == "#org+impl+name,#org+impl+type+code,#org+impl+type+name,#country+code+v_iso3,"
        + "#country+name,#activity+code,,")
    #expect(try second("internal/csv/agreements.csv", of: release)?.hasPrefix("#") == false)
    let package = try String(
      contentsOfFile: release.folder + "/public/csv/datapackage.json", encoding: .utf8)
    #expect(package.contains("\"commentRows\""))  // readers of the package skip it
    let checked = try Program(
      "check-workbook", release.folder + "/public/annual-report-2025.xlsx")
    #expect(!checked.output.contains("R32: "), "\(checked.output)")
  }

  @Test func `in all files where that is asked for, in none otherwise`() throws {
    #expect(
      try second("internal/csv/transfers.csv", of: release("all"))?.hasPrefix("#activity+code,")
        == true)
    #expect(try second("public/csv/partners.csv", of: release("none"))?.hasPrefix("Alpha") == true)
  }
}
