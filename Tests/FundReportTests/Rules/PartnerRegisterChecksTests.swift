import Testing

/// C-04 and C-18: partners that do not count, and rows that differ from the register.
@Suite struct PartnerRegisterChecksTests {
  @Test func `public, UN and donor bodies are listed and not counted`() throws {
    let fund = try TinyFund()
    let listed = ["GOV", "LOCALGOV", "PUBLIC", "UN", "IGO", "DONOR"]
    let others = ["NHRI", "PARLIAMENT", "UNKNOWN", "NGO_L", "PRIVATE"]
    try fund.form(
      agreements: Agreements.rows((listed + others).map { ($0, ["stakeholder_type": $0]) }))
    let release = try fund.release()
    #expect(
      try release.issues(of: "C-04")
        == listed.enumerated().map { "warning agreements.csv!E\($0.offset + 2) \($0.element)" })
    #expect(
      try release.messages(of: "C-04")[0]
        == "“Alpha” is of the type National government: the agreement is listed, not counted; correct "
        + "the type if it is wrong")
    #expect(try release.value("PA-01") == "2")  // NGO_L and PRIVATE
  }

  @Test func `type, level and consent that differ from the register are notices`() throws {
    let fund = try TinyFund()
    try fund.register(
      "partners",
      """
      partner_id,name,acronym,aliases,country,stakeholder_type,level,publish_name
      P-1,Alpha,,,KEN,NGO_N,NATIONAL,yes
      P-2,Beta,,,KEN,,,
      """)
    try fund.form(
      agreements: Agreements.rows([
        ("A-1", ["stakeholder_type": "GOV", "level": "LOCAL", "publish_name": "no"]),
        ("A-2", ["publish_name": "yes"]),
        ("A-3", ["partner_name": "Beta", "stakeholder_type": "FBO", "publish_name": "no"]),
      ]))
    let release = try fund.release()
    #expect(
      try release.issues(of: "C-18") == [
        "notice agreements.csv!E2 GOV", "notice agreements.csv!F2 LOCAL",
        "notice agreements.csv!S2 no",
      ])
    #expect(
      try release.messages(of: "C-18")[0]
        == "the register has “Alpha” as National NGO (NGO_N), which counts")
    // The register's type counts, so that the first row is no agreement with a government.
    #expect(try release.issues(of: "C-04") == [])
  }
}
