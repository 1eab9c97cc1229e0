import Testing

/// C-13: thematic areas and objectives of the register of programmes.
@Suite struct ProgrammeNumbersTests {
  private func complaint(
    _ area: String, _ objectives: String, list: String? = nil, code: String = ""
  ) throws -> String {
    let fund = try TinyFund()
    try fund.register(
      "programmes",
      """
      programme_code,title,thematic_area,gcm_objectives,start_on,end_on
      JP-1,One,\(area),\(objectives),2022-01-01,2026-12-31
      """)
    if let list {
      let path = "code-lists/\(list).csv"
      let text = try String(contentsOfFile: fund.folder + "/" + path, encoding: .utf8)
      let attributes = list == "gcm_objectives" ? ",1" : ""
      try fund.write(text + "\(code),New,Nouveau,Nuevo\(attributes)\n", to: path)
    }
    let run = try fund.program()
    #expect(run.code == (run.complaint.isEmpty ? 0 : 2))
    return run.complaint.replacing(fund.folder + "/", with: "")
      .replacing("registers/programmes.csv:2: ", with: "")
  }

  @Test func `numbers and labels in the lists hold`() throws {
    #expect(try complaint("5", "1;23") == "")
    #expect(try complaint("Social inclusion and integration", "Data on migration") == "")
  }

  @Test func `a number that is in no list stops the run`() throws {
    #expect(try complaint("6", "1").hasPrefix("thematic_area: “6” is not in"))
    #expect(try complaint("1", "1;24").hasPrefix("gcm_objectives: “24” is not in"))
  }

  @Test func `a label beside another number stops the run`() throws {
    #expect(
      try complaint("4 Social inclusion and integration", "1")
        .hasPrefix("thematic_area: “4 Social inclusion and integration” is not in"))
  }

  @Test func `a number that only a longer list knows stops the run`() throws {
    #expect(
      try complaint("6", "1", list: "thematic_areas", code: "6")
        == "the thematic area 6 is none of 1 to 5\n")
    #expect(
      try complaint("5", "24;2", list: "gcm_objectives", code: "24")
        == "the objective 24 is none of 1 to 23\n")
  }
}
