import Testing

/// REG-01: registers that do not hold together.
@Suite struct RegisterJoinsTests {
  @Test func `a programme that the register of programmes lacks is named, wherever it stands`()
    throws
  {
    let mistakes = try said { fund in
      try fund.register("programme_punos", "programme_code,puno,role\nJP-1,IOM,LEAD\nJP-9,IOM,LEAD")
      try fund.register(
        "financials",
        "programme_code,year,puno,category,expenditure_usd\njp-1,2025,IOM,6,1\nJP-9,2025,IOM,6,1")
      try fund.register(
        "endorsements",
        "programme_code,country,authority,endorsed_on\nJP-1,KEN,State,2024-01-01\n"
          + "JP-9,KEN,State,2024-01-01")
      try fund.register("assessments", "programme_code,item,answer\nJP-1,RISKS,yes\nJP-9,RISKS,yes")
    }
    #expect(
      mistakes
        == ["assessments", "endorsements", "financials", "programme_punos"].map {
          "registers/\($0).csv:3: the programme JP-9 is not in the register of programmes"
        })
  }

  @Test func `a code, of today or former, means one programme, which ends after it starts`() throws
  {
    let mistakes = try said { fund in
      try fund.register(
        "programmes",
        """
        programme_code,former_codes,title,start_on,end_on
        JP-1,OLD;JP-3,One,2022-01-01,2022-01-01
        JP-2,old,Two,2022-01-02,2022-01-01
        JP-3,,Three,2022-01-01,2026-12-31
        """)
    }
    #expect(
      mistakes == [
        "registers/programmes.csv:3: the former code old also belongs to JP-1",
        "registers/programmes.csv:3: the programme ends before it starts",
        "registers/programmes.csv:4: the code or former code jp-3 also belongs to JP-1",
      ])
  }

  @Test func `a name or an alias means one partner`() throws {
    let mistakes = try said {
      try $0.register("partners", "partner_id,name,aliases\nP1,Alpha,Alfa\nP2,ALFA,\nP3,Beta,álpha")
    }
    #expect(
      mistakes == [
        "registers/partners.csv:3: the name “ALFA” already means the partner P1; a name or alias may "
          + "mean one partner",
        "registers/partners.csv:4: the alias “álpha” already means the partner P1; a name or alias "
          + "may mean one partner",
      ])
  }

  @Test func `a rate is above 0 and has at most 12 decimals`() throws {
    let mistakes = try said {
      try $0.register(
        "exchange_rates",
        """
        currency,effective_from,units_per_usd
        KES,2025-01-01,0.000000000001
        EUR,2025-01-01,0.0000000000001
        UGX,2025-01-01,3700
        GBP,2025-01-01,0
        """)
    }
    #expect(
      mistakes == [
        "registers/exchange_rates.csv:3: the rate 0.0000000000001 is not above 0 with at most 12 "
          + "decimals",
        "registers/exchange_rates.csv:5: the rate 0 is not above 0 with at most 12 decimals",
      ])
  }
}
