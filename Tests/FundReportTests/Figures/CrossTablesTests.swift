import Testing

/// Figures by two attributes at once, and programmes and partners by what they are.
@Suite struct CrossTablesTests {
  @Test func `agreements stand by type of partner and form, and by type and area`() throws {
    let fund = try TinyFund()  // area 1
    try fund.add("JP-2", area: 4)
    try fund.form(
      agreements: Agreements.rows([
        ("A", [:]), ("B", ["partner_name": "Beta"]), ("C", ["form": "IN_KIND", "amount": ""]),
        ("D", ["stakeholder_type": "CBO", "form": "IN_KIND", "amount": ""]),
        ("E", ["stakeholder_type": "GOV"]), ("F", ["status": "PLANNED"]),
      ]))
    try fund.form("JP-2", agreements: Agreements.rows([("A", ["stakeholder_type": "CBO"])]))
    let release = try fund.release()
    #expect(
      try release.breakdown("PA-01", by: "stakeholder_type × form") == [
        "NGO_N × FINANCIAL": "2", "NGO_N × IN_KIND": "1", "CBO × IN_KIND": "1",
        "CBO × FINANCIAL": "1",
      ])
    #expect(
      try release.breakdown("PA-01", by: "stakeholder_type × thematic_area")
        == ["NGO_N × 1": "3", "CBO × 1": "1", "CBO × 4": "1"])
    let recalculated = try Witness(
      "recalculate.py", release.folder + "/internal/annual-report-2025.xlsx")
    #expect(recalculated.code == 0, "\(recalculated.lines)")
  }

  @Test func `seats of all stakeholders stand by type and function, in bodies of 31 December`()
    throws
  {
    let fund = try TinyFund()
    try fund.form(
      sheets: [
        "structures": """
        body_name,body_kind,body_function,stakeholder_type,seats,valid_to
        Board,STEERING_COMMITTEE,DECISION,GOV,4,
        Board,STEERING_COMMITTEE,DECISION,CBO,2,2025-12-31
        Team,MGMT_TEAM,MANAGEMENT,CBO,1,
        Circle,CSRG,ADVISORY,CBO,5,2025-12-30
        """
      ])
    // The lead's rows speak for the board.
    try fund.form(
      by: "ILO",
      sheets: [
        "structures": """
        body_name,body_kind,body_function,stakeholder_type,seats
        Board,STEERING_COMMITTEE,DECISION,CBO,9
        """
      ])
    let release = try fund.release()
    #expect(try release.value("GO-10") == "7")
    #expect(
      try release.breakdown("GO-10", by: "stakeholder_type × body_function")
        == ["GOV × DECISION": "4", "CBO × DECISION": "2", "CBO × MANAGEMENT": "1"])
    #expect(
      try release.breakdown("GO-10", by: "body_function")
        == ["DECISION": "6", "MANAGEMENT": "1", "ADVISORY": "0", "TECHNICAL": "0"])
  }

  @Test func `participants stand by sex and role inside, not in public`() throws {
    let fund = try TinyFund()
    try fund.registrations([
      ("a", ["sex": "F"]), ("a", ["sex": "F", "role": "SPEAKER"]), ("b", ["sex": "M"]),
      ("c", ["role": "SPEAKER"]), ("d", ["sex": "F", "event": "E0"]),
    ])
    let release = try fund.release()
    #expect(
      try release.breakdown("EV-03", by: "sex × role") == [
        "F × PARTICIPANT": "1", "F × SPEAKER": "1", "M × PARTICIPANT": "1", "U × SPEAKER": "1",
      ])
    #expect(try release.publicBreakdown("EV-03", by: "sex × role") == [:])
    #expect(try release.publicBreakdown("EV-03", by: "sex") != [:])
  }

  @Test func `live programmes stand under every region and group of their countries`() throws {
    let fund = try TinyFund()  // Kenya: Africa, in no group
    try fund.add("JP-2", countries: "NPL;UGA;KEN")  // two that are least developed and landlocked
    try fund.add("JP-3", countries: "TUV")  // least developed, and a small island
    try fund.add("JP-4", countries: "")
    try fund.add("JP-5", countries: "TUV", endOn: "2024-12-31")
    let release = try fund.release()
    #expect(try release.value("PF-07") == "4")
    #expect(
      try release.breakdown("PF-07", by: "region") == ["002": "2", "142": "1", "009": "1"])
    #expect(
      try release.breakdown("PF-07", by: "country_group") == ["LDC": "2", "LLDC": "1", "SIDS": "1"])
  }

  @Test func `live programmes stand by objective and marker where they have one`() throws {
    let fund = try TinyFund()
    try fund.register(
      "programmes",
      """
      programme_code,title,gcm_objectives,gender_marker,child_marker,start_on,end_on
      JP-1,One,7;23,2A,,2022-01-01,2026-12-31
      JP-2,Two,23,3,C,2022-01-01,2026-12-31
      JP-3,Three,1,3,C,2022-01-01,2024-12-31
      """)
    let release = try fund.release()
    #expect(try release.breakdown("PF-07", by: "objective") == ["7": "1", "23": "2"])
    #expect(try release.breakdown("PF-07", by: "gender_marker") == ["2A": "1", "3": "1"])
    #expect(try release.breakdown("PF-07", by: "child_marker") == ["C": "1"])
    #expect(try release.breakdown("PF-07", by: "human_rights_marker") == [:])
  }

  @Test func `a partner continues where any programme had an agreement with it before the year`()
    throws
  {
    let fund = try TinyFund()
    try fund.add("JP-2", endOn: "2024-12-31")
    // Alpha worked with a programme that has closed; of Beta only a plan is older.
    try fund.form(
      "JP-2", year: 2024, agreements: Agreements.rows([("Z", ["start_on": "2024-12-31"])]))
    try fund.form(
      agreements: Agreements.rows([
        ("A", [:]), ("B", ["partner_name": "Beta", "start_on": "2025-01-01"]),
        ("C", ["partner_name": "Beta", "start_on": "2024-01-01", "status": "PLANNED"]),
        ("D", ["partner_name": "Gamma", "start_on": "2024-12-31", "stakeholder_type": "CBO"]),
        ("E", ["partner_name": "Gamma", "stakeholder_type": "CBO"]),
        ("F", ["partner_name": "Delta", "start_on": "2024-01-01", "end_on": "2024-12-31"]),
      ]))
    let release = try fund.release()
    #expect(try release.value("PA-20") == release.value("PA-07"))
    #expect(
      try release.breakdown("PA-20", by: "partner_standing") == ["NEW": "1", "CONTINUING": "2"])
    #expect(
      try release.breakdown("PA-20", by: "stakeholder_type × partner_standing")
        == ["NGO_N × NEW": "1", "NGO_N × CONTINUING": "1", "CBO × CONTINUING": "1"])
  }

  @Test func `a sheet has a column for each code of the last attribute, with live cells`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("A", [:]), ("B", [:]),
        ("C", ["stakeholder_type": "CBO", "form": "IN_KIND", "amount": ""]),
      ]))
    let release = try fund.release()
    let path = release.folder + "/internal/annual-report-2025.xlsx"
    let sheet = "Cross Agreements by form!"
    let read = try Witness("readback.py", path).lines
      .filter { $0.hasPrefix("calamine " + sheet) }
      .compactMap { $0.components(separatedBy: sheet).last }.filter {
        ["2", "5", "6", "7", "8"].contains($0.dropFirst().first.map(String.init))
      }
    #expect(
      read == [
        "A2 = 'One table. PA-01, number: Implementation agreements in year. Columns: Form.'",
        "A5 = 'Stakeholder type'", "B5 = 'Financial'", "C5 = 'In kind'", "D5 = 'Total'",
        "E5 = 'Rows'",
        "A6 = 'Total'", "B6 = 2.0", "C6 = 1.0", "D6 = 3.0", "E6 = 'Data Agreements'",
        "A7 = 'National NGO'", "B7 = 2.0", "C7 = 0.0", "D7 = 2.0", "E7 = 'Data Agreements'",
        "A8 = 'Community-based organisation'", "B8 = 0.0", "C8 = 1.0", "D8 = 1.0",
        "E8 = 'Data Agreements'",
      ])
    let recalculated = try Witness("recalculate.py", path)
    #expect(recalculated.code == 0, "\(recalculated.lines)")
  }
}
