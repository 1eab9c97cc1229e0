import Testing

/// GO-02: seats of stakeholder groups, and bodies that two forms list.
@Suite struct SeatShareTests {
  private static let header =
    "body_name,body_kind,body_function,stakeholder_type,seats,valid_to"

  private func structures(_ lines: String...) -> [String: String] {
    ["structures": ([Self.header] + lines).joined(separator: "\n")]
  }

  private func share(_ fund: TinyFund) throws -> String? {
    try fund.release().figure("GO-02").map { "\($0.numerator)/\($0.denominator)" }
  }

  @Test func `seats in decision and management bodies of every accepted form`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", endOn: "2024-12-31")
    try fund.form(
      "JP-1",
      sheets: structures(
        "Board,STEERING_COMMITTEE,DECISION,NGO_N,2,", "Board,STEERING_COMMITTEE,DECISION,GOV,5,",
        "Team,MGMT_TEAM,MANAGEMENT,COMMUNITY,1,", "Team,MGMT_TEAM,MANAGEMENT,UN,3,",
        "Desk,TWG,TECHNICAL,NGO_N,9,", "Voices,CSRG,ADVISORY,NGO_N,9,",
        "Former,STEERING_COMMITTEE,DECISION,NGO_N,9,2025-12-30"))
    // A closed programme counts in a share of seats, which is no share of programmes.
    try fund.form("JP-2", sheets: structures("Board,STEERING_COMMITTEE,DECISION,UNKNOWN,1,"))
    let release = try fund.release()
    // 2 + 1 of 2 + 5 + 1 + 3 + 1.
    #expect(
      try release.figure("GO-02") == Release.Figure(value: "25", numerator: "3", denominator: "12"))
    #expect(
      try release.parts("GO-02", by: "body_kind")
        == ["STEERING_COMMITTEE": "2/8", "MGMT_TEAM": "1/4"])
  }

  @Test func `a body in a form of another year holds no seats`() throws {
    let fund = try TinyFund()
    try fund.form(year: 2024, sheets: structures("Board,STEERING_COMMITTEE,DECISION,NGO_N,9,"))
    try fund.form(
      sheets: structures(
        "Team,MGMT_TEAM,MANAGEMENT,COMMUNITY,1,", "Team,MGMT_TEAM,MANAGEMENT,UN,3,"))
    #expect(try share(fund) == "1/4")
  }

  @Test func `of a body in two forms the lead's rows count`() throws {
    let fund = try TinyFund()  // IOM leads
    try fund.form(
      by: "ILO",
      sheets: structures(
        "The  BOARD,STEERING_COMMITTEE,DECISION,NGO_N,7,",
        "The Board,STEERING_COMMITTEE,DECISION,UN,1,",
        "Team,MGMT_TEAM,MANAGEMENT,MLO,2,"))
    try fund.form(
      by: "IOM",
      sheets: structures(
        "The board,STEERING_COMMITTEE,DECISION,NGO_N,1,2025-06-30",
        "The board,STEERING_COMMITTEE,DECISION,NGO_N,3,",
        "The board,STEERING_COMMITTEE,DECISION,GOV,4,"))
    // NGO_N: IOM's 3 in force, not ILO's 7. UN and Team stand in ILO's form alone: 1 and 2. GOV: 4.
    #expect(try share(fund) == "5/10")
  }

  @Test func `the lead's rows count even where they have ended`() throws {
    let fund = try TinyFund()
    try fund.form(by: "ILO", sheets: structures("Board,OTHER,DECISION,NGO_N,7,"))
    try fund.form(
      by: "IOM",
      sheets: structures("Board,OTHER,DECISION,NGO_N,3,2025-12-30", "Board,OTHER,DECISION,UN,1,"))
    #expect(try share(fund) == "0/1")
  }

  @Test func `without a form of the lead the alphabetically first organisation's rows count`()
    throws
  {
    let fund = try TinyFund()
    try fund.addPUNO("FAO", to: "JP-1")
    try fund.form(by: "ILO", sheets: structures("Board,OTHER,DECISION,NGO_N,7,"))
    try fund.form(
      by: "FAO",
      sheets: structures("Board,OTHER,DECISION,NGO_N,2,", "Board,OTHER,DECISION,UN,3,"))
    #expect(try share(fund) == "2/5")
  }

  @Test func `the lead is the one of 31 December, else the last one`() throws {
    for (register, seats) in [
      ("JP-1,IOM,LEAD,2022-01-01,2025-06-30\nJP-1,ILO,LEAD,2025-07-01,", "7/7"),
      ("JP-1,ILO,LEAD,2022-01-01,2024-12-31\nJP-1,IOM,LEAD,2025-01-01,2025-11-30", "3/3"),
      ("JP-1,IOM,LEAD,2022-01-01,2025-12-31\nJP-1,ILO,LEAD,2026-01-01,", "3/3"),
    ] {
      let fund = try TinyFund()
      try fund.register("programme_punos", "programme_code,puno,role,from_on,to_on\n" + register)
      try fund.form(by: "ILO", sheets: structures("Board,OTHER,DECISION,NGO_N,7,"))
      try fund.form(by: "IOM", sheets: structures("Board,OTHER,DECISION,NGO_N,3,"))
      #expect(try share(fund) == seats)
    }
  }

  @Test func `the lead of another programme has no say in this one`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2", lead: "ILO")
    try fund.form(by: "ILO", sheets: structures("Board,OTHER,DECISION,NGO_N,7,"))
    try fund.form(by: "IOM", sheets: structures("Board,OTHER,DECISION,NGO_N,3,"))
    #expect(try share(fund) == "3/3")
  }

  @Test func `no seats at all make no share`() throws {
    let fund = try TinyFund()
    try fund.form(sheets: structures("Board,OTHER,DECISION,NGO_N,0,"))
    #expect(
      try fund.release().figure("GO-02")
        == Release.Figure(value: "", numerator: "0", denominator: "0", reason: "NO_DENOMINATOR"))
  }
}
