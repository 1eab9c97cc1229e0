import Foundation
import Testing

/// EV-01, EV-02, EV-08, EV-09: what the Fund's own registers say of its events.
@Suite struct FundEventsTests {
  private func release(events: String, recommendations: String? = nil) throws -> Release {
    let fund = try TinyFund()
    try fund.register("fund_events", events)
    if let recommendations { try fund.register("recommendations", recommendations) }
    return try fund.release()
  }

  @Test func `six weeks are 42 days, and no invitation is none in time`() throws {
    let release = try release(
      events: """
        event,event_kind,region,held_on,invited_on,registration_required
        E1,BRIEFING,ECA,2025-02-12,2025-01-01,yes
        E2,BRIEFING,eca,2025-02-11,2025-01-01,yes
        E3,BRIEFING,Africa,2025-03-01,,yes
        E4,BRIEFING,Atlantis,2025-12-31,2025-01-01,yes
        E5,BRIEFING,ECA,2025-03-01,2025-02-28,no
        E6,BRIEFING,ECA,2025-03-01,2025-01-01,
        E7,BRIEFING,ECA,2024-12-31,2024-01-01,yes
        """)
    // In the year with registration: E1 (42 days), E2 (41), E3 (not invited), E4.
    #expect(
      try release.figure("EV-01") == Release.Figure(value: "50", numerator: "2", denominator: "4"))
    // A region is its code or a label; one in no list stands under none, with a notice.
    #expect(try release.parts("EV-01", by: "region") == ["ECA": "1/2", "002": "0/1"])
    #expect(try release.issues(of: "REG-02") == ["notice !C5 Atlantis"])
  }

  @Test func `regional reviews are judged by six items, and unknown is not met`() throws {
    let release = try release(
      events: """
        event,event_kind,held_on,prior_consultation,briefings_held,languages_provided,reports_published,\
        agenda_inputs,participation_promoted
        E1,REGIONAL_REVIEW,2025-01-01,yes,yes,yes,yes,yes,yes
        E2,REGIONAL_REVIEW,2025-12-31,yes,no,unknown,,no,no
        E3,REGIONAL_REVIEW,2026-01-01,yes,yes,yes,yes,yes,yes
        E4,CONSULTATIVE_FORUM,2025-06-01,yes,yes,yes,yes,yes,yes
        """)
    #expect(try release.figure("EV-02") == Release.Figure(value: "3.5"))
    #expect(
      try release.parts("EV-02", by: "item") == [
        "prior_consultation": "2/2", "briefings_held": "1/2", "languages_provided": "1/2",
        "reports_published": "1/2", "agenda_inputs": "1/2", "participation_promoted": "1/2",
      ])
  }

  private static let submissions = """
    event,event_kind,held_on,submissions_received,submissions_posted
    E1,CONSULTATIVE_FORUM,2025-01-01,8,6
    E2,BRIEFING,2025-02-01,0,0
    E3,BRIEFING,2025-03-01,2,
    E4,BRIEFING,2024-03-01,9,9
    """

  @Test func `submissions posted are of those received at events of the year`() throws {
    let release = try release(events: Self.submissions)
    #expect(
      try release.figure("EV-08") == Release.Figure(value: "60", numerator: "6", denominator: "10"))
    #expect(try release.value("EV-08", "event", "E1") == "75")
    #expect(try release.figure("EV-08", "event", "E2")?.reason == "NO_DENOMINATOR")
    #expect(try release.figure("EV-08", "event", "E3")?.reason == "NO_DATA")
    #expect(try release.figure("EV-08", "event", "E4") == nil)
  }

  @Test func `shares of submissions recalculate, where nothing was received too`() throws {
    let release = try release(events: Self.submissions)
    let recalculated = try Witness(
      "recalculate.py", release.folder + "/internal/annual-report-2025.xlsx")
    #expect(recalculated.code == 0, "\(recalculated.lines)")
  }

  @Test func `recommendations are judged when accepted and due`() throws {
    let release = try release(
      events: "event,event_kind\nE1,BRIEFING",
      recommendations: """
        recommendation,event,topic,accepted,due_on,status
        R1,E1,GENDER,yes,2025-12-31,DONE
        R2,E1,gender equality,yes,2024-01-01,OPEN
        R3,E1,HEALTH,yes,2025-06-01,DROPPED
        R4,E1,Weather,yes,2025-06-01,
        R5,E1,GENDER,yes,2026-01-01,DONE
        R6,E1,GENDER,yes,,DONE
        R7,E1,GENDER,no,2025-01-01,DONE
        R8,E1,GENDER,,2025-01-01,DONE
        """)
    // Due: R1 to R4.
    #expect(
      try release.figure("EV-09") == Release.Figure(value: "25", numerator: "1", denominator: "4"))
    #expect(try release.parts("EV-09", by: "topic") == ["GENDER": "1/2", "HEALTH": "0/1"])
    #expect(
      try release.parts("EV-09", by: "status") == ["DONE": "1/4", "OPEN": "1/4", "DROPPED": "1/4"])
    #expect(try release.issues(of: "REG-02") == ["notice !C5 Weather"])
  }

  @Test func `a label that a list lacks in one language hides no mistake`() throws {
    let fund = try TinyFund()
    for (list, line) in [("regions", "X,Nowhere,,,M49"), ("topics", "X,Nothing,,")] {
      let path = "code-lists/\(list).csv"
      let text = try String(contentsOfFile: fund.folder + "/" + path, encoding: .utf8)
      try fund.write(text + line + "\n", to: path)
    }
    try fund.register("fund_events", "event,event_kind,region\nE1,BRIEFING,Atlantis\nE2,BRIEFING,")
    try fund.register("recommendations", "recommendation,topic\nR1,Weather\nR2,")
    #expect(
      try fund.release().issues(of: "REG-02") == ["notice !C2 Atlantis", "notice !B2 Weather"])
  }

  @Test func `without events there is nothing to judge`() throws {
    let release = try release(events: "event,event_kind")
    for indicator in ["EV-01", "EV-02", "EV-08", "EV-09"] {
      #expect(try release.figure(indicator)?.reason == "NO_DENOMINATOR", "\(indicator)")
    }
  }
}
