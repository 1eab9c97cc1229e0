import Testing

/// C-15: rows and answers that cannot be used.
@Suite struct UnusableRowsTests {
  @Test func `an empty, unknown or misread cell keeps an agreement out`() throws {
    let fund = try TinyFund()
    let rows: [(String, [String: String])] = [
      ("", [:]),  // 2
      ("3", ["puno": ""]), ("4", ["partner_name": " "]), ("5", ["stakeholder_type": ""]),
      ("6", ["level": ""]), ("7", ["country": ""]), ("8", ["agreement_type": ""]),
      ("9", ["form": ""]), ("10", ["start_on": ""]), ("11", ["status": ""]),
      ("12", ["country": "KE"]), ("13", ["currency": "XQQ"]), ("14", ["amount": "\"1.000,5\""]),
      ("15", ["start_on": "45700"]), ("16", ["ingo_affiliate": "perhaps"]),
      ("17", ["signed_on": ""]), ("18", ["status": "COMPLETED"]), ("19", ["status": "TERMINATED"]),
      ("good", ["country": " kenya", "currency": "usd", "level": "national"]),
      ("planned", ["status": "PLANNED", "signed_on": ""]),
      ("informal", ["agreement_type": "COLLAB", "signed_on": ""]),
      ("ended", ["status": "COMPLETED", "end_on": "2025-06-30"]),
    ]
    try fund.form(agreements: Agreements.rows(rows.map { ($0.0, $0.1) }))
    let release = try fund.release()
    let issues = try release.issues(of: "C-15")
    #expect(
      issues == [
        "error agreements.csv!A2 ", "error agreements.csv!B3 ", "error agreements.csv!C4  ",
        "error agreements.csv!E5 ", "error agreements.csv!F6 ", "error agreements.csv!G7 ",
        "error agreements.csv!I8 ", "error agreements.csv!J9 ", "error agreements.csv!O10 ",
        "error agreements.csv!Q11 ", "error agreements.csv!G12 KE", "error agreements.csv!L13 XQQ",
        "error agreements.csv!M14 1.000,5", "error agreements.csv!O15 45700",
        "error agreements.csv!H16 perhaps", "error agreements.csv!N17 ",
        "error agreements.csv!P18 ", "error agreements.csv!P19 ",
      ])
    #expect(try release.value("PA-01") == "3")
    let form = try release.table("submissions").first
    #expect(form?["rows_read"] == "23")  // with the head, read = accepted + quarantined
    #expect(form?["accepted"] == "5")
    #expect(form?["quarantined"] == "18")
  }

  @Test func `the messages say what was expected and how to mend it`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("2", ["puno": ""]), ("3", ["level": "NATIONL"]), ("4", ["amount": "12 000"]),
        ("5", ["start_on": "1/2/2025"]), ("6", ["signed_on": ""]), ("7", ["status": "COMPLETED"]),
      ]))
    let release = try fund.release()
    let messages = try release.messages(of: "C-15")
    #expect(
      messages == [
        "the required cell “PUNO” is empty; fill it in",
        "“NATIONL” is not in the list “Level”; did you mean NATIONAL (National)?",
        "“12 000” is not a plain number; type digits with a decimal point, without thousands "
          + "separators or currency",
        "“1/2/2025” is not a date; type the day as a date, or as year-month-day",
        "the day of signature is missing; fill it in, unless the agreement is planned or a "
          + "collaboration without a formal agreement",
        "an agreement with the status Completed has no end date; fill it in",
      ])
    let expected = try release.table("issues").filter { $0["rule"] == "C-15" }
      .map { $0["expected"] ?? "" }
    #expect(
      expected == [
        "a value", "one of LOCAL, NATIONAL, REGIONAL, INTERNATIONAL", "a number such as 1200.50",
        "a date such as 2025-03-31", "a date", "a date",
      ])
  }

  @Test func `of two rows with the same PUNO and reference the later is refused`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", [:]), ("A-1", ["puno": "ILO"]), (" a-1", ["partner_name": "Beta"]),
        ("A-2", ["amount": ""]), ("A-2", [:]),
      ]))
    let release = try fund.release()
    let issues = try release.issues(of: "C-15")
    #expect(issues == ["error agreements.csv!A4 a-1", "error agreements.csv!A6 A-2"])
    #expect(
      try release.messages(of: "C-15").first
        == "the agreement a-1 of IOM stands in this form twice, first in row 2; keep one row per "
        + "agreement")
    #expect(try release.value("PA-01") == "1")
  }

  @Test func `a payment needs a known, accepted agreement of its PUNO`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([("A-1", [:]), ("refused", ["amount": ""])]),
      transfers: Transfers.rows([
        ("A-9", [:]), ("refused", [:]), ("A-1", ["puno": "ILO"]), ("A-1", [:]),
      ]))
    let release = try fund.release()
    let issues = try release.issues(of: "C-15")
    #expect(
      issues == [
        "error transfers.csv!A2 A-9", "error transfers.csv!A3 refused",
        "error transfers.csv!A4 A-1",
      ])
    #expect(
      try release.messages(of: "C-15") == [
        "there is no agreement A-9 of IOM; add the agreement, or correct the reference or the PUNO",
        "the agreement refused of IOM was itself refused, in row 3 of its sheet; mend it first",
        "there is no agreement A-1 of ILO; add the agreement, or correct the reference or the PUNO",
      ])
    #expect(try release.value("TR-01") == "100.00")
  }

  @Test func `an empty, unknown or misread cell keeps a payment out`() throws {
    let fund = try TinyFund()
    let passedOn = ["tier": "2", "sub_partner_name": "Beta", "sub_partner_type": "NGO_L"]
    let rows: [(String, [String: String])] = [
      ("", [:]), ("A-1", ["puno": ""]), ("A-1", ["paid_on": ""]), ("A-1", ["currency": ""]),
      ("A-1", ["amount": ""]), ("A-1", ["paid_on": "2025-02-30"]), ("A-1", ["currency": "XXQ"]),
      ("A-1", ["amount": "USD 5"]), ("A-1", ["tier": "1.5"]), ("A-1", ["tier": "0"]),
      ("A-1", ["tier": "3"]), ("A-1", passedOn), ("A-1", ["tier": "2"]),
      ("A-1", passedOn.merging(["sub_partner_level": "LOCAL"]) { $1 }), ("A-1", ["amount": "-7"]),
    ]
    try fund.form(
      agreements: Agreements.rows([("A-1", [:])]),
      transfers: Transfers.rows(rows.map { ($0.0, $0.1) }))
    let release = try fund.release()
    let issues = try release.issues(of: "C-15")
    #expect(
      issues == [
        "error transfers.csv!A2 ", "error transfers.csv!B3 ", "error transfers.csv!C4 ",
        "error transfers.csv!D5 ", "error transfers.csv!E6 ", "error transfers.csv!C7 2025-02-30",
        "error transfers.csv!D8 XXQ", "error transfers.csv!E9 USD 5", "error transfers.csv!F10 1.5",
        "error transfers.csv!F11 0", "error transfers.csv!F12 3", "error transfers.csv!I13 ",
        "error transfers.csv!G14 ", "error transfers.csv!H14 ", "error transfers.csv!I14 ",
      ])
    #expect(try release.value("TR-01") == "-7.00")
  }

  @Test func `a nil answer beside rows is an error of the answer, which is ignored`() throws {
    let fund = try TinyFund()
    try fund.form(
      answers: ["no_agreements": "yes", "no_transfers": "yes"],
      agreements: Agreements.rows([("A-1", [:])]), transfers: Transfers.rows([("A-1", [:])]))
    let release = try fund.release()
    let issues = try release.issues(of: "C-15")
    #expect(issues == ["error programme.csv!B7 yes", "error programme.csv!B8 yes"])
    #expect(
      try release.messages(of: "C-15").first
        == "the form says there are no agreements and lists 1; the nil answer is ignored, correct it "
        + "or remove the rows")
    #expect(try release.value("PA-01") == "1")
    #expect(try release.value("TR-01") == "100.00")
  }

  @Test func `a required answer refuses the file, an optional one is treated as empty`() throws {
    let fund = try TinyFund()
    try fund.form(by: "ILO", answers: ["no_agreements": "perhaps", "form_version": "2"])
    let rows = Agreements.rows([("A-1", [:])])
    try fund.form(version: 0, agreements: rows, folder: "x-0")
    try fund.form(submittedOn: "", agreements: rows, folder: "x-1")
    try fund.form(by: "Nobody", agreements: rows, folder: "x-2")
    let release = try fund.release()
    let issues = try release.issues(of: "C-15")
    #expect(
      issues == [
        "error programme.csv!B7 2", "error programme.csv!B8 perhaps", "error programme.csv!B4 0",
        "error programme.csv!B5 ",
        "error programme.csv!B6 Nobody",
      ])
    #expect(
      try release.messages(of: "C-15")[3]
        == "the required answer “Submitted on” is missing; fill it in and send the file again")
    let states = try release.table("submissions").map { $0["state"] }
    #expect(states == ["counting", "refused", "refused", "refused"])
    #expect(try release.value("PA-01") == "0")
  }

  @Test func `a reference stands twice where PUNO and reference are known and the same`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", ["puno": ""]), ("A-1", ["puno": ""]), ("", [:]), ("", [:]), ("A-2", [:]),
      ]))
    try fund.form(by: "ILO", agreements: Agreements.rows([("A-2", [:])]))  // another form
    // Of a form that waits nothing is said yet.
    try fund.form(
      version: 2, submittedOn: "2026-12-31",
      agreements: Agreements.rows([("A-3", [:]), ("A-3", [:])]))
    let release = try fund.release()
    #expect(
      try release.issues.filter { $0.rule == "C-15" }.map { "\($0.sheet)!\($0.cell)" } == [
        "agreements.csv!B2", "agreements.csv!B3", "agreements.csv!A4", "agreements.csv!A5",
      ])
  }

  @Test func `a payment's agreement stands in a form for the same year, or counts`() throws {
    let fund = try TinyFund()
    // IOM's newer form has rows of its own, so that A-1 of last year counts no more; I-1 is carried.
    try fund.form(year: 2024, agreements: Agreements.rows([("A-1", [:])]))
    try fund.form(year: 2024, by: "ILO", agreements: Agreements.rows([("I-1", ["puno": "ILO"])]))
    try fund.form(
      agreements: Agreements.rows([("A-2", [:]), ("refused", ["amount": ""])]),
      transfers: Transfers.rows([("A-1", [:]), ("A-2", [:]), ("I-1", ["puno": "ILO"])]))
    // Where the agreement was refused is said of the sender's own sheet only.
    try fund.addPUNO("FAO", to: "JP-1")
    try fund.form(by: "FAO", transfers: Transfers.rows([("refused", [:])]))
    let release = try fund.release()
    #expect(
      try release.messages(of: "C-15") == [
        "there is no agreement refused of IOM; add the agreement, or correct the reference or the "
          + "PUNO",
        "there is no agreement A-1 of IOM; add the agreement, or correct the reference or the PUNO",
      ])
    #expect(try release.value("TR-01") == "200.00")
  }

  @Test func `parts beyond the whole keep bodies, events and items out`() throws {
    let fund = try TinyFund()
    try fund.form(
      sheets: [
        "structures": """
        body_name,body_kind,body_function,stakeholder_type,seats,voting_seats
        Board,OTHER,DECISION,NGO_N,2,2
        Team,OTHER,DECISION,NGO_N,2,3
        """,
        "events": """
        event_ref,title,event_kind,started_on,stakeholder_type,women,men,other_or_undisclosed,\
        persons_total
        E-1,Day,DIALOGUE,2025-05-01,NGO_N,1,1,1,3
        E-2,Day,DIALOGUE,2025-05-01,NGO_N,1,1,1,2
        E-3,Day,DIALOGUE,2025-05-01,NGO_N,,,,0
        """,
        "accountability": """
        item,in_place,received,closed
        CFM,yes,5,5
        CFM,yes,5,6
        CFM,yes,,1
        """,
      ])
    #expect(
      try fund.release().issues(of: "C-15") == [
        "error accountability.csv!D3 6", "error events.csv!I3 2", "error structures.csv!F3 3",
      ])
  }
}
