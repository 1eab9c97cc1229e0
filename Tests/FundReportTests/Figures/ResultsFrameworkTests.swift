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

  @Test func `by hand, fewer than ten people are withheld from the public`() throws {
    let fund = try TinyFund()
    let results = [
      "R1,Asked,people,", "R2,Asked more,people,yes", "R3,Satisfied,percent,",
      "R4,Most are satisfied,percent,", "R5,Laws changed,laws,no",
    ]
    try fund.register(
      "results_framework",
      "rf_code,statement_en,unit,counts_people,level,direction,baseline_year,baseline\n"
        + results.map { $0 + ",OUTPUT,UP,2023,8" }.joined(separator: "\n"))
    // Of 20 people 8, of 30 all but 4; 3 laws are no people.
    try fund.register(
      "rf_values",
      "rf_code,year,value,numerator,denominator\nR1,2025,9,,\nR2,2025,10,,\nR3,2025,40,8,20\n"
        + "R4,2025,86.7,26,30\nR5,2025,3,,")
    try fund.register(
      "targets",
      "rf_code,year,value\n" + (1...5).map { "R\($0),2025,1" }.joined(separator: "\n"))
    let release = try fund.release()
    let lines = try release.table("results_framework", of: "public").map { line in
      ["value", "numerator", "denominator", "status", "reason", "baseline"]
        .map { line[$0] ?? "" }.joined(separator: " ")
    }
    #expect(
      lines == [
        "    SUPPRESSED ", "10   MET  ", "    SUPPRESSED 8", "    SUPPRESSED 8", "3   MET  8",
      ])
    // The office sees all of it.
    #expect(try release.table("results_framework").map { $0["value"] }.first == "9")
  }

  @Test func `few are as many by hand as in figures`() throws {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.edit(
      "5-publications/disclosure.yml", "people: { below: 10,", "people: { below: 12,")
    try fund.register(
      "results_framework",
      "rf_code,statement_en,unit,level,direction,baseline_year,baseline\n"
        + "R1,People trained,count,OUTPUT,UP,2023,11\nR2,People met,count,OUTPUT,UP,2023,12")
    try fund.register("rf_values", "rf_code,year,value\nR1,2025,11\nR2,2025,12")
    let lines = try fund.release().table("results_framework", of: "public")
    #expect(lines.map { "\($0["value"] ?? "") \($0["baseline"] ?? "")" } == [" ", "12 12"])
  }
}
