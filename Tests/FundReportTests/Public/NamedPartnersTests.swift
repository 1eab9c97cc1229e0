import Foundation
import GRDB
import Testing

@testable import FundReport

/// The annex of partners: named only where somebody said yes and nobody no.
@Suite struct NamedPartnersTests {
  private func names(_ release: Release) throws -> [String] {
    try release.table("partners", of: "public").map { $0["name"] ?? "" }
  }

  private func notNamed(_ release: Release) throws -> Int {
    try release.table("partners_not_named", of: "public")
      .reduce(0) { $0 + (Int($1["partners"] ?? "") ?? 0) }
  }

  @Test func `without a yes nobody is named, and one no anywhere is enough`() throws {
    let fund = try TinyFund()
    try fund.add("JP-2")
    try fund.form(
      year: 2024,
      agreements: Agreements.rows([
        ("A", ["partner_name": "Refused in 2024", "publish_name": "no"]),
        ("B", ["partner_name": "Yes in 2024", "publish_name": "yes"]),
      ]))
    try fund.form(
      agreements: Agreements.rows(
        [
          ("A", ["partner_name": "Refused in 2024", "publish_name": "yes"]),
          ("B", ["partner_name": "Yes in 2024"]),
          ("C", ["partner_name": "Never asked"]),
          ("D", ["partner_name": "Yes and no", "publish_name": "yes"]),
          ("E", ["partner_name": "Yes, and unknown", "publish_name": "yes"]),
          ("G", ["partner_name": "Asked and agreed", "publish_name": "yes"]),
          ("F", ["partner_name": "Not counted", "publish_name": "yes", "status": "PLANNED"]),
        ].map { ($0.0, $0.1.mapValues { $0.replacing(",", with: "") }) }))
    try fund.form(
      "JP-2",
      agreements: Agreements.rows([
        ("D", ["partner_name": "YES AND NÓ", "country": "UGA", "publish_name": "no"]),
        ("E", ["partner_name": "Yes and unknown", "publish_name": "unknown"]),
      ]))
    let release = try fund.release()
    #expect(try names(release) == ["Asked and agreed"])
    // Refused in 2024; yes in 2024 and no answer in 2025; never asked; yes and no, in two countries;
    // yes, and unknown in another programme.
    #expect(try notNamed(release) == 6)
    let facts = try release.table("release_facts_public", of: "public")
    // Without a state, which only a provisional edition has, the numbers leave none out.
    #expect(facts.map { $0["position"] } == ["1", "2", "3", "4", "5"])
    #expect(facts.last?["value"] == "6 are not named at their request or for their safety")
  }

  @Test func `who could be the same as one that says no waits for somebody to decide`() throws {
    let rows = [
      ("A", ["partner_name": "House of Wandering Stars", "publish_name": "no"]),
      ("B", ["partner_name": "Wandering Stars, House of", "publish_name": "yes"]),
      ("C", ["partner_name": "Maize and Music", "publish_name": "yes"]),
      ("D", ["partner_name": "House of Wandering Stars", "country": "UGA", "publish_name": "no"]),
    ]
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows(
        rows.map { ($0.0, $0.1.mapValues { $0.replacing(",", with: "") }) }))
    let release = try fund.release()
    #expect(try names(release) == ["Maize and Music"])
    let partners = try release.table("partners")
    #expect(
      partners.first { $0["partner_name"] == "Wandering Stars House of" }?["because"]
        == "could be the same as one that says no: see Partners to review")
  }

  @Test func `who is like one that agreed, or like one abroad that refused, is named`() throws {
    let rows = [
      ("A", ["partner_name": "Lantern Bearers", "publish_name": "yes"]),
      ("B", ["partner_name": "Lantern Bearars", "publish_name": "yes"]),
      ("C", ["partner_name": "Harbour Bells", "publish_name": "yes"]),
      ("D", ["partner_name": "Harbour Bell", "country": "UGA", "publish_name": "no"]),
      // The same, with the refusal first.
      ("E", ["partner_name": "Salt Wind", "country": "UGA", "publish_name": "no"]),
      ("F", ["partner_name": "Salt Winds", "publish_name": "yes"]),
    ]
    let fund = try TinyFund()
    try fund.form(agreements: Agreements.rows(rows.map { ($0.0, $0.1) }))
    let release = try fund.release()
    #expect(try release.table("partner_review").count == 3)
    #expect(
      try names(release) == ["Harbour Bells", "Lantern Bearars", "Lantern Bearers", "Salt Winds"])
  }

  @Test func `a no in a row that was not accepted is a no`() throws {
    let fund = try TinyFund()
    try fund.form(
      agreements: Agreements.rows([
        ("A", ["publish_name": "yes"]), ("A", ["publish_name": "no"]),
      ]))
    let release = try fund.release()
    #expect(try !release.issues(of: "C-15").isEmpty)
    #expect(try names(release) == [])
  }

  @Test func `the register says yes, or no, for every name of the partner`() throws {
    for (answer, row, expected) in [
      ("yes", "yes", ["Alpha Centre"]), ("", "yes", ["Alpha Centre"]), ("no", "yes", []),
      ("yes", "", []),
    ] {
      let fund = try TinyFund()
      try fund.register(
        "partners",
        """
        partner_id,name,acronym,aliases,country,stakeholder_type,level,publish_name
        P-1,Alpha Centre,AC,Alpha,KEN,NGO_N,NATIONAL,\(answer)
        """)
      try fund.form(agreements: Agreements.rows([("A", ["publish_name": row])]))
      #expect(try names(fund.release()) == expected)
    }
  }

  @Test func `a no under the same acronym in another country is somebody else's`() throws {
    let fund = try TinyFund()
    try fund.register(
      "partners",
      """
      partner_id,name,acronym,aliases,country,stakeholder_type,level,publish_name
      P-1,Alpha Centre,AC,,KEN,NGO_N,NATIONAL,yes
      """)
    try fund.form(
      agreements: Agreements.rows([
        ("A", ["partner_name": "Old mill", "partner_acronym": "AC", "publish_name": "yes"]),
        (
          "B",
          [
            "partner_name": "Brook", "partner_acronym": "AC", "country": "UGA",
            "publish_name": "no",
          ]
        ),
      ]))
    #expect(try names(fund.release()) == ["Alpha Centre"])
  }

  @Test func `a name stands with type, country, programme and years, and nothing else`() throws {
    let fund = try TinyFund()
    let yes = ["publish_name": "yes", "status": "TERMINATED", "end_on": "2025-06-30"]
    try fund.form(
      agreements: Agreements.rows([("A", yes.merging(["start_on": "2023-05-01"]) { $1 })]))
    let path = try fund.release().folder + "/public/csv/partners.csv"
    #expect(
      try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline) == [
        "name,stakeholder_type,stakeholder_type_label,country,country_label,programme,first_year,"
          + "last_year",
        "Alpha,NGO_N,National NGO,KEN,Kenya,JP-1,2023,2025",
      ])
  }

  @Test func `no restricted text of a form or register reaches any public file`() throws {
    let fund = try TinyFund()
    let canary = "Kanarie"
    let fields = Agreements.fields + ["due_diligence", "purpose"]
    let row = [
      "agreement_ref": "\(canary)-ref", "puno": "IOM", "partner_name": "\(canary) Partner",
      "partner_acronym": "\(canary)A", "stakeholder_type": "NGO_N", "level": "NATIONAL",
      "country": "KEN", "agreement_type": "GRANT", "form": "FINANCIAL", "currency": "USD",
      "amount": "987654.32", "signed_on": "2025-01-15", "start_on": "2025-02-01",
      "status": "SUSPENDED", "due_diligence": "DONE", "purpose": "\(canary) purpose",
    ]
    let transfer =
      "agreement_ref,puno,paid_on,currency,amount,tier,sub_partner_name,sub_partner_type,"
      + "sub_partner_level,reference\n"
      + "\(canary)-ref,IOM,2025-03-17,USD,123456.78,1,,,,\(canary) one\n"
      + "\(canary)-ref,IOM,2025-03-19,USD,1234.56,2,\(canary) Sub,NGO_L,LOCAL,\(canary) two"
    var sheets = Engagement.rows([
      ["women": "20", "justification": "\(canary) because", "evidence": "\(canary) proof"]
    ])
    sheets["structures"] =
      "body_name,body_kind,body_function,stakeholder_type,seats\n\(canary) Board,PSC,DECISION,NGO_N,2"
    sheets["events"] =
      "event_ref,title,event_kind,started_on,stakeholder_type\n"
      + "\(canary)-E,\(canary) Day,TRAINING,2025-05-01,NGO_N"
    sheets["accountability"] =
      "item,in_place,held_on,what_changed,report_link\n"
      + "CFM,yes,,\(canary) change,https://x.org/\(canary)\n"
      + "EVALUATION,yes,2025-06-01,\(canary) view,https://x.org/ as told by \(canary)"
    sheets["narrative"] =
      "kind,text,may_be_quoted\nLESSON,\(canary) lesson that is quite long and more,no"
    try fund.register(
      "partners",
      """
      partner_id,name,acronym,aliases,country,stakeholder_type,level,publish_name
      \(canary)-1,\(canary) Registered,,\(canary) Partner,KEN,NGO_N,NATIONAL,
      """)
    try fund.form(
      answers: ["civic_space_activity": "yes"],
      agreements: fields.joined(separator: ",") + "\n"
        + fields.map { row[$0] ?? "" }.joined(separator: ","),
      transfers: transfer, sheets: sheets, folder: "\(canary)-form")
    let folder = try fund.release().folder
    let found = try Witness(
      "search_files.py", folder + "/public", canary, "SUSPENDED", "2025-03-17", "2025-03-19",
      "2025-02-01", "987654.32", "1234.56", "RE-05")
    // 123,456.78 is the total of the Joint Programme, and public.
    #expect(found.lines.count == 1, "\(found.lines)")
    let planted = try Witness("search_files.py", folder + "/internal", canary)
    #expect(planted.lines.count > 5)
  }

  @Test(arguments: [2023, 2024, 2025])
  func `nor does what the example's forms write, or whom nobody may name`(year: Int) throws {
    let fund = ExampleFund()
    let folder = try fund.run(year).releaseFolder
    let definitions = try Definitions(
      pipelineFolder: Repository.pipeline, dataFolder: Repository.root + "/data")
    let evidence = try RunStore.openRelease(path: try Evidence.path(in: folder))
    let (named, others) = try evidence.read { db in
      var texts = try String.fetchSet(db, sql: "SELECT name FROM partner_name")
      for source in definitions.pipeline.sources {
        // Links to evaluations are public.
        for field in source.fields where field.type == .text && field.name.name != "report_link" {
          texts.formUnion(
            try String.fetchAll(
              db,
              sql: """
                SELECT DISTINCT \(field.name) FROM \(source.table) WHERE \(field.name) IS NOT NULL
                """))
        }
      }
      // An agency that somebody entered as a partner stands where agencies do.
      let named = try String.fetchAll(
        db,
        sql: """
          SELECT partner_name FROM partner_naming WHERE is_named
          UNION ALL SELECT label_en FROM list_punos
          """)
      return (named, texts)
    }
    // Shorter ones are codes and common words. One name may be part of another.
    let words = others.filter { text in
      text.count > 10 && !named.contains { $0.localizedCaseInsensitiveContains(text) }
    }.sorted()
    #expect(words.count > 20)
    let found = try Witness("search_files.py", folder + "/public", list: words)
    #expect(found.lines.count == 1, "\(found.lines.prefix(5))")
    let planted = try Witness("search_files.py", folder + "/internal/csv", list: words)
    #expect(planted.lines.count > words.count / 2)
  }
}
