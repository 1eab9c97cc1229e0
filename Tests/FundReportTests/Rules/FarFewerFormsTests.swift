import Foundation
import FundReport
import Testing

/// REL-01: an inbox with far fewer forms than the release in force counts.
@Suite struct FarFewerFormsTests {
  /// A release of some forms, then an inbox of others; `bad` ones are of a programme nobody knows.
  private func refusal(_ before: (good: Int, bad: Int), _ now: (good: Int, bad: Int)) throws
    -> [String]
  {
    let fund = try TinyFund()
    for number in 2...5 { try fund.add("JP-\(number)") }
    try fill(fund, before)
    _ = try fund.run()
    try FileManager.default.removeItem(atPath: fund.folder + "/reports/2025")
    try fill(fund, now)
    do {
      _ = try fund.run()
      return []
    } catch RunError.refusedToRelease(_, by: let checks) {
      return checks
    }
  }

  private func fill(_ fund: TinyFund, _ forms: (good: Int, bad: Int)) throws {
    for number in 0..<forms.good { try fund.form("JP-\(number + 1)") }
    for number in 0..<forms.bad { try fund.form("NO-\(number)") }
  }

  @Test func `fewer than four of five, and three less, are refused`() throws {
    #expect(try refusal((5, 0), (3, 0)) == [])
    #expect(try refusal((5, 0), (2, 0)) == ["REL-01"])
    #expect(try refusal((2, 0), (1, 0)) == [])
    #expect(try refusal((1, 0), (0, 1)) == ["REL-01"])  // none at all
    #expect(try refusal((0, 1), (0, 0)) == [])
  }

  @Test func `files that were refused count neither before nor now`() throws {
    #expect(try refusal((4, 4), (4, 0)) == [])
    #expect(try refusal((5, 0), (1, 4)) == ["REL-01"])
  }

  @Test func `forms of an earlier year are missed too, each year for itself`() throws {
    let fund = try TinyFund()
    for number in 2...5 { try fund.add("JP-\(number)") }
    try fund.form(year: 2024)
    for number in 1...5 { try fund.form("JP-\(number)") }
    _ = try fund.run()
    // Five of six are still there, but none of 2024.
    try FileManager.default.removeItem(atPath: fund.folder + "/reports/2024")
    let refused = try fund.program()
    #expect(refused.code == 3)
    #expect(
      refused.complaint == """
        nothing was released:
        the release in force counts 1 form of 2024, now there are 0; bring the missing ones back
        If this is as it should be, run once more with --accept REL-01

        """)
  }
}
