import Foundation
import Testing

/// A mistake in a definition or register stops the run, with file and line.
@Suite struct WrongDefinitionTests {
  @Test(arguments: [
    Wrong(
      file: "4-indicators/partnerships/PA-05.yml", found: "value: count",
      replacement: "valeu: count",
      complaint: "PA-05.yml:7: unknown key `valeu`; known here: code, title, chapter, unit, "
        + "definition, source, sentence, fr, es, from, where, value, known, covers, keep, out_of, total, "
        + "by"
    ),
    Wrong(
      file: "4-indicators/partnerships/PA-05.yml", found: "unit: percent",
      replacement: "unit: percent\nunit: count",
      complaint: "PA-05.yml:5: the key `unit` stands here twice; keep one"),
    Wrong(
      file: "4-indicators/partnerships/PA-05.yml", found: "where: in_year and is_financial",
      replacement: "where: in_year and is_finacial",
      complaint: "PA-05.yml:1: no such column: is_finacial"),
    Wrong(
      file: "4-indicators/partnerships/PA-05.yml", found: "from: agreement\n",
      replacement: "from: agreements\n",
      complaint: "there is no model `agreements` in 2-models"),
    Wrong(
      file: "4-indicators/partnerships/PA-05.yml", found: "  - country\n",
      replacement: "  - land\n",
      complaint: "unknown dimension `land`; known: programme, puno"),
    Wrong(
      file: "2-models/partner_year.sql", found: "WHERE a.in_year", replacement: "WHERE a.in_yaer",
      complaint: "partner_year.sql:25: no such column: a.in_yaer"),
    Wrong(
      file: "2-models/partner_year.sql", found: "--   grassroots    flag",
      replacement: "--   grass_roots    flag",
      complaint: "missing: grass_roots; not listed: grassroots"),
    Wrong(
      file: "2-models/programme_code.sql", found: "FROM register_programmes\n",
      replacement: "FROM register_programmes JOIN form ON 1\n",
      complaint: "these models read each other in a circle: "),
    Wrong(
      file: "2-models/partner_year.sql", found: "GROUP BY a.partner",
      replacement: "GROUP BY a.partner; DROP TABLE period", complaint: "near \";\": syntax error"),
    Wrong(
      file: "2-models/partner_year.sql", found: "WHERE a.in_year",
      replacement: "WHERE a.in_year AND random() > 0",
      complaint: "`random(` makes the result depend on more than the data"),
    Wrong(
      file: "3-checks/C-22.yml", found: ", rounded", replacement: "",
      complaint: "no check has `rounded` among its `reading`; add it to one"),
    Wrong(
      file: "5-publications/template.yml", found: "formula: gaps(transfers)",
      replacement: "formula: gaps(transfer)", complaint: "the formula names `transfer`, which no"),
    Wrong(
      file: "5-publications/template.yml", found: "rows_from: rows_from",
      replacement: "rows_from: rows_of",
      complaint: "the view `template_form` has no column `rows_of`"),
    Wrong(
      file: "5-publications/template.yml", found: "fr: en ordre, ", replacement: "",
      complaint: "the word `fine` lacks one of the languages en, fr and es"),
    Wrong(
      file: "1-sources/structures.yml", found: "only_for: is_lead", replacement: "only_for: is_led",
      complaint: "`only_for` names no column of the view `template_form`: is_led"),
    Wrong(
      file: "1-sources/transfers.yml", found: "refers_to: agreements.agreement_ref",
      replacement: "refers_to: agreements.ref", complaint: "`refers_to` names no field of a source"),
    Wrong(
      file: "1-sources/transfers.yml", found: "type: code(currencies)",
      replacement: "type: code(coins)", complaint: "there is no code list "),
  ])
  func `a wrong definition is named with file and line, and nothing is released`(wrong: Wrong)
    throws
  {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.edit(wrong.file, wrong.found, wrong.replacement)
    try fund.form(agreements: Agreements.rows([("A-1", [:])]))
    let run = try fund.program()
    #expect(run.code == 2)
    #expect(run.complaint.contains(wrong.complaint), "\(run.complaint)")
    #expect(!FileManager.default.fileExists(atPath: fund.folder + "/output/2025/current"))
  }

  @Test func `all mistakes of registers are said in one pass`() throws {
    let fund = try TinyFund()
    try fund.register(
      "exchange_rates",
      """
      currency,effective_from,units_per_usd
      KES,2025-01-01,100
      KES,2025-01-01,101
      ZZZ,2025-01-01,1
      KES,soon,"1,5"
      KES,2025-02-01,0
      """)
    let validated = try Program("validate", "--data", fund.folder)
    #expect(validated.code == 2)
    let lines = validated.complaint.split(separator: "\n").map {
      $0.replacing(fund.folder + "/registers/", with: "")
    }
    let expected = """
      exchange_rates.csv:3: the same currency, effective_from as in line 2; each may stand here once
      exchange_rates.csv:4: currency: “ZZZ” is not in the list currencies; choose a code from the \
      list currencies
      exchange_rates.csv:5: effective_from: “soon” is not a date; type the day as a date, or as \
      year-month-day
      exchange_rates.csv:5: units_per_usd: “1,5” is not a plain number; type digits with a decimal \
      point, without thousands separators or currency
      """
    #expect(lines.joined(separator: "\n") == expected)
  }

  @Test func `registers that do not hold together stop the run`() throws {
    let fund = try TinyFund()
    try fund.register(
      "programme_punos", "programme_code,puno,role,from_on,to_on\nJP-9,IOM,LEAD,2022-01-01,")
    let run = try fund.program()
    #expect(run.code == 2)
    #expect(
      run.complaint
        == "registers/programme_punos.csv:2: the programme JP-9 is not in the register of programmes\n"
    )
  }
}
