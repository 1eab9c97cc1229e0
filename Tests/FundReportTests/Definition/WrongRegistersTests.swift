import Foundation
import FundReport
import Testing

/// Registers and code lists that do not hold: everything is said at once, and nothing is released.
@Suite struct WrongRegistersTests {
  private func said(_ change: (TinyFund) throws -> Void) throws -> [String] {
    let fund = try TinyFund()
    try change(fund)
    let validated = try Program(
      "validate", "--pipeline", fund.pipelineFolder, "--data", fund.folder)
    let run = try fund.program()
    #expect(validated.code == 2)
    #expect(run.code == 2)
    #expect(run.complaint == validated.complaint)
    #expect(!FileManager.default.fileExists(atPath: fund.folder + "/output/2025/current"))
    return validated.complaint.replacing(fund.folder + "/", with: "").split(separator: "\n")
      .map(String.init)
  }

  @Test func `a register that must be there and is not stops the run`() throws {
    let mistakes = try said {
      try FileManager.default.removeItem(atPath: $0.folder + "/registers/programmes.csv")
      try $0.write("", to: "registers/programme_punos.csv")
    }
    #expect(
      mistakes == [
        "registers/programme_punos.csv: the file is empty; expected a workbook or a table with a header "
          + "line; send it again",
        "registers/programmes.csv: the register is missing; expected a CSV file with its columns",
      ])
  }

  @Test func `mistakes of several registers and lists come in one pass, by file and line`() throws {
    let mistakes = try said {
      try $0.register(
        "programmes",
        """
        programme_code,title,countries,thematic_area,start_on,end_on
        JP-1,One,KEN;ZZZ,1,2022-01-01,2026-12-31
        JP-1,Again,KEN,9,soon,2026-12-31
        """)
      try $0.register("programme_punos", "programme_code,role\nJP-1,LEAD")
      try $0.register(
        "partners", "partner_id,name,country\nP1,Alpha,KEN\nP1,Beta,KEN\n,Gamma,KEN\n\"P4,x")
      try $0.register(
        "financials", "programme_code,year,puno,category,expenditure_usd\nJP-1,x,IOM,6,1.234")
      try $0.write("code,label_en,label_fr,is_local\nA,A,A,no\n", to: "code-lists/levels.csv")
    }
    #expect(
      mistakes == [
        "code-lists/levels.csv:1: a column name is no identifier or stands twice",
        "code-lists/levels.csv:1: the column `label_es` is missing",
        "registers/financials.csv:2: expenditure_usd: the amount has more than 2 decimals and was "
          + "rounded half-even to 2; type the amount that was paid or agreed",
        "registers/financials.csv:2: year: “x” is not a whole number; type digits only",
        "registers/partners.csv:5: a quoted field opens on line 5 and is never closed; expected a "
          + "closing quote; add it, or double a quote that belongs to the text",
        "registers/programme_punos.csv:1: programme_code: the required column “puno” is missing from "
          + "the header row; add it and send the file again",
        "registers/programmes.csv:2: countries: “ZZZ” is not in the list countries; choose a code from "
          + "the list countries",
        "registers/programmes.csv:3: start_on: “soon” is not a date; type the day as a date, or as "
          + "year-month-day",
        "registers/programmes.csv:3: the same programme_code as in line 2; each may stand here once",
        "registers/programmes.csv:3: thematic_area: “9” is not in the list thematic_areas; choose a "
          + "code from the list thematic_areas",
      ])
  }

  @Test func `a code list is a mistake where a spelling has two meanings or a code two lines`()
    throws
  {
    let mistakes = try said {
      let path = $0.folder + "/code-lists/levels.csv"
      let list = try String(contentsOfFile: path, encoding: .utf8)
      try $0.write(
        list + "LOCAL,Here,Ici,Aquí,yes\nNEAR,National,x,y,yes\n,z,z,z,no\n",
        to: "code-lists/levels.csv")
    }
    #expect(
      mistakes == [
        "code-lists/levels.csv:6: the code LOCAL stands here twice",
        "code-lists/levels.csv:7: “national” means both NATIONAL and NEAR",
        "code-lists/levels.csv:8: code or label_en is empty",
      ])
  }

  @Test
  func `one spelling for two partners, a rate of nothing and an unknown programme stop the run`()
    throws
  {
    let mistakes = try said {
      try $0.register(
        "partners", "partner_id,name,aliases,country\nP1,Alpha,A Ltd;The Alpha,KEN\nP2,ÁLPHA,,KEN")
      try $0.register(
        "exchange_rates",
        "currency,effective_from,units_per_usd\nKES,2025-01-01,0\nEUR,2025-01-01,-1")
      try $0.register(
        "financials",
        "programme_code,year,puno,category,expenditure_usd\nJP-9,2025,IOM,6,1")
    }
    #expect(
      mistakes == [
        "registers/exchange_rates.csv:2: the rate 0 is not above 0 with at most 12 decimals",
        "registers/exchange_rates.csv:3: the rate -1 is not above 0 with at most 12 decimals",
        "registers/financials.csv:2: the programme JP-9 is not in the register of programmes",
        "registers/partners.csv:3: the name “ÁLPHA” already means the partner P1; a name or alias may "
          + "mean one partner",
      ])
  }
}
