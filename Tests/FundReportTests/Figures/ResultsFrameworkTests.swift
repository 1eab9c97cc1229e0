import Testing

/// The results framework: values of figures against baselines and targets.
@Suite struct ResultsFrameworkTests {
  private func release(reporting: Bool = true) throws -> Release {
    let fund = try TinyFund()
    try fund.register(
      "results_framework",
      """
      rf_code,level,statement_en,indicator,dimension,category,unit,direction,baseline_year,baseline
      R1,OUTPUT,Met,PA-01,,,agreements,UP,2023,0
      R2,OUTPUT,Nearly,PA-01,,,agreements,UP,2023,0
      R3,OUTPUT,Not met,PA-01,puno,IOM,agreements,UP,2023,9
      R4,OUTPUT,No target,PA-02,,,agreements,UP,2023,0
      R5,IMPACT,By hand,,,,percent,DOWN,2023,50
      R6,OUTPUT,Fewer is better,PA-06,,,agreements,DOWN,2023,1
      """)
    try fund.register(
      "targets",
      "rf_code,year,value\nR1,2025,10\nR2,2025,11\nR3,2025,20\nR5,2025,20\nR6,2025,0\nR4,2024,1")
    try fund.register("rf_values", "rf_code,year,value\nR5,2025,24")
    let rows = (1...10).map { ("A-\($0)", [String: String]()) }
    if reporting { try fund.form(agreements: Agreements.rows(rows)) }
    return try fund.release()
  }

  @Test func `a value meets its target, nearly, or not, in its direction`() throws {
    // 10 of 10; 10 of 11 is 91 % of the way; 10 is 1 of the 11 from 9 to 20; 24 is 26 of the 30
    // from 50 down to 20, 87 %; 0 is the target.
    let lines = try release().table("results_framework")
    #expect(
      lines.map { "\($0["rf_code"] ?? "") \($0["value"] ?? "") \($0["status"] ?? "")" } == [
        "R1 10 MET", "R2 10 NEARLY", "R3 10 NOT_MET", "R4 10 NO_TARGET", "R5 24 NOT_MET",
        "R6 0 MET",
      ])
  }

  @Test func `the figure a result maps to carries baseline, target and status`() throws {
    let line = try release().table("indicators").first { $0["category"] == "IOM" }
    #expect(line?["baseline"] == "9")
    #expect(line?["target"] == "20")
    #expect(line?["status"] == "NOT_MET")
  }

  @Test func `while fewer than 80 percent have reported, a value is provisional`() throws {
    let lines = try release(reporting: false).table("results_framework")
    #expect(
      lines.map { $0["status"] } == [
        "PROVISIONAL", "PROVISIONAL", "", "NO_TARGET", "NOT_MET", "PROVISIONAL",
      ])
  }
}
