import Testing

/// AC-05: the parts stakeholders had in evaluations.
@Suite struct EvaluationsTests {
  private static let header =
    "item,in_place,held_on,stakeholder_role,reference_group,inception_feedback,final_feedback,"
    + "principles_assessed"

  private func release(_ lines: String...) throws -> Release {
    let fund = try TinyFund()
    try fund.form(
      sheets: ["accountability": ([Self.header] + lines).joined(separator: "\n")])
    return try fund.release()
  }

  @Test func `the mean of four items over evaluations held in the year`() throws {
    let release = try release(
      "EVALUATION,yes,2025-01-01,RESPONDENT,yes,yes,yes,yes",
      "EVALUATION,yes,2025-12-31,NONE,yes,yes,no,unknown",
      "EVALUATION,yes,2025-06-01,,no,,yes,yes",
      "EVALUATION,no,2025-06-01,DESIGN,yes,yes,yes,yes",
      "EVALUATION,yes,2024-12-31,DESIGN,yes,yes,yes,yes",
      "EVALUATION,yes,,DESIGN,yes,yes,yes,yes",
      "ENDLINE,yes,2025-06-01,DESIGN,yes,yes,yes,yes")
    // Met: 4, 1 (the reference group) and 1 (the principles): 6 over three evaluations.
    #expect(try release.figure("AC-05") == Release.Figure(value: "2"))
    #expect(
      try release.parts("AC-05", by: "item")
        == ["REFERENCE_GROUP": "2/3", "FEEDBACK": "1/3", "PRINCIPLES": "2/3", "ROLE": "1/3"])
    #expect(try release.value("AC-05", "item", "ROLE") == "33.333333333333336")
  }

  @Test func `without an evaluation there is no mean`() throws {
    let release = try release("EVALUATION,no,2025-06-01,DESIGN,yes,yes,yes,yes")
    #expect(
      try release.figure("AC-05") == Release.Figure(value: "", reason: "NO_DENOMINATOR"))
    #expect(try release.parts("AC-05", by: "item")["ROLE"] == "0/0")
  }
}
