import Testing

/// C-25: bodies that stood in last year's form and are missing.
@Suite struct MissingBodiesTests {
  private static let header = "body_name,body_kind,body_function,stakeholder_type,seats"

  private func structures(_ lines: String...) -> [String: String] {
    ["structures": ([Self.header] + lines).joined(separator: "\n")]
  }

  @Test func `a body is missed once, whatever its rows, and only by the form that had it`() throws {
    let fund = try TinyFund()
    try fund.form(
      year: 2024,
      sheets: structures(
        "Board,OTHER,DECISION,NGO_N,1", "Old Team,OTHER,MANAGEMENT,UN,1",
        "Old team,OTHER,MANAGEMENT,MLO,1", "Refused Desk,OTHER,TECHNICAL,UN,1"))
    try fund.form(
      year: 2023, by: "ILO", sheets: structures("Former Board,OTHER,DECISION,NGO_N,1"))
    // A refused row still names its body.
    try fund.form(
      sheets: structures("BOARD,OTHER,ADVISORY,GOV,1", "Refused desk,OTHER,TECHNICAL,UN,"))
    try fund.form(by: "ILO")
    let release = try fund.release()
    let place = "reports/2024/JP-1-IOM-v1/structures.csv › structures.csv!A3"
    #expect(
      try release.messages(of: "C-25") == [
        "the body “Old Team” stood in last year's form (\(place)) and is missing; add it again, or say why"
      ])
    #expect(try release.issues(of: "C-25") == ["warning structures.csv! "])
  }
}
