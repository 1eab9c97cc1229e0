import Foundation
import Testing

/// What a closed year says of what would move it, and what becomes of a restatement.
@Suite struct RestatingTests {
  private func closed(_ fund: TinyFund) throws -> TinyFund {
    #expect(try fund.program().code == 0)
    let freeze = try fund.command(
      "freeze", "--period", "2025", "--reason", "Printed", "--by", "Secretariat")
    #expect(freeze.code == 0, "\(freeze.complaint)")
    return fund
  }

  /// One programme with one agreement, and the year closed.
  private func closed() throws -> TinyFund {
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    return try closed(fund)
  }

  private func restate(_ fund: TinyFund, _ more: String...) throws -> Program {
    try Program(
      list: [
        "restate", "--period", "2025", "--reason", "Late form", "--by", "Board", "--pipeline",
        fund.pipelineFolder, "--data", fund.folder, "--output", fund.folder + "/output",
      ] + more)
  }

  @Test func `what a restatement refuses anew is said, and counts as attention`() throws {
    let fund = try closed()
    try fund.form(
      by: "ILO", agreements: Agreements.rows([("B-1", ["puno": "ILO", "amount": "x"])]))
    let run = try restate(fund)
    #expect(run.code == 1)
    #expect(run.output.contains("  new refusals: 1 file or row; it is in the sheet Issues\n"))
    #expect(run.output.contains("agreements.csv, row 2: “x” is not a plain number;"))
    #expect(try restate(fund).code == 0)
  }

  @Test func `a restatement for a past day says that it is none`() throws {
    let fund = try closed()
    try fund.form(
      by: "ILO", submittedOn: "2026-05-01",
      agreements: Agreements.rows([("B-1", ["puno": "ILO", "partner_name": "Beta"])]))
    #expect(try restate(fund).code == 0)
    let run = try restate(fund, "--as-of", "2026-04-01")
    #expect(run.code == 0, "\(run.complaint)")
    #expect(run.output.hasPrefix("2025: not restated; release "))
    #expect(
      run.output.hasSuffix("was built as of 2026-04-01, the release in force is newer and stays\n"))
  }

  @Test func `the refusal says which inputs changed and where to look`() throws {
    let fund = try closed()
    try fund.copyPipeline()
    try fund.edit("4-indicators/partnerships/PA-01.yml", "where: in_year", "where: in_year and 0")
    try fund.register(
      "exchange_rates", "currency,effective_from,units_per_usd\nKES,2025-01-01,50")
    let run = try fund.program()
    #expect(run.code == 3)
    #expect(
      run.complaint.hasSuffix(
        """
        What is not as it was when the year was closed:
          changed: registers/exchange_rates.csv
          changed: definitions
        Look closer with `fundreport diff --next --period 2025`; then undo it, or decide with \
        `fundreport restate --period 2025`

        """))
  }

  @Test func `an emptied inbox of a closed year is said for what it is`() throws {
    let fund = try closed()
    try FileManager.default.removeItem(atPath: fund.folder + "/reports/2025/JP-1-IOM-v1")
    let run = try fund.program()
    #expect(run.code == 3)
    #expect(run.complaint.hasPrefix("2025 is closed, and published figures would move:\n"))
    #expect(run.complaint.contains("\n  gone: reports/2025/JP-1-IOM-v1\n"))
    #expect(!run.complaint.contains("--accept"))
    // What it sends people to works.
    let diff = try fund.command("diff", "--next", "--period", "2025")
    #expect(diff.code == 0 && diff.output.contains("| PA-01 "), "\(diff.complaint)")
    #expect(try restate(fund).complaint.contains("--accept REL-01"))
    #expect(try restate(fund, "--accept", "REL-01").code == 0)
  }

  @Test func `a changed code moves no figure of a closed year`() throws {
    let fund = try closed()
    try fund.register(
      "programmes",
      """
      programme_code,former_codes,title,scope,countries,thematic_area,concept_note_on,start_on,end_on
      JP-9,JP-1,One (fictional),COUNTRY,KEN,1,2022-05-01,2022-01-01,2026-12-31
      """)
    try fund.register(
      "programme_punos",
      "programme_code,puno,role,from_on,to_on\nJP-9,IOM,LEAD,2022-01-01,\n"
        + "JP-9,ILO,PARTICIPATING,2022-01-01,")
    let run = try fund.program()
    #expect(run.code == 0, "\(run.complaint)")
    #expect(run.output.hasPrefix("2025: closed; no published figure would move"))
  }

  @Test func `a share that stays while its parts move is shown with its parts`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", startOn: "2026-06-01")
    // Nobody of one live programme, then of two: 0 % both times.
    _ = try closed(fund)
    try fund.register(
      "programmes",
      """
      programme_code,former_codes,title,scope,countries,thematic_area,concept_note_on,start_on,end_on
      JP-1,,One (fictional),COUNTRY,KEN,1,2022-05-01,2022-01-01,2026-12-31
      JP-2,,JP-2 (fictional),MULTI_COUNTRY,KEN,1,2022-05-01,2022-01-01,2026-12-31
      """)
    let refused = try fund.program()
    #expect(refused.code == 3)
    #expect(
      refused.complaint.contains("  RE-01, ") && refused.complaint.contains(": 0 of 1 → 0 of 2"))
    let restated = try restate(fund)
    #expect(restated.code == 0, "\(restated.complaint)")
    let line = restated.output.split(separator: "\n").first { $0.hasPrefix("| RE-01 ") }
    #expect(line?.contains(" | 0 of 1 | 0 of 2 |  | ") == true, "\(restated.output)")
    let release = Release(folder: fund.folder + "/output/2025/current")
    let row = try #require(
      release.table("restatements").first { $0["indicator"] == "RE-01" && $0["dimension"] == "" })
    #expect(row["old_numerator"] == "0" && row["old_denominator"] == "1")
    #expect(row["new_numerator"] == "0" && row["new_denominator"] == "2")
    let sheet = try AnalystWorkbook(release).lines("Restatements")
    #expect(
      sheet.contains { $0["Indicator"] == "RE-01" && $0["New denominator"] == "2" })
  }
}
