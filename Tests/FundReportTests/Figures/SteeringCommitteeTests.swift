import Foundation
import Testing

/// GO-06 to GO-08 and C-17: the Fund's Steering Committee and its Consultative Forum.
@Suite struct SteeringCommitteeTests {
  private func release(committee: String, events: String = "event,event_kind,held_on") throws
    -> Release
  {
    let fund = try TinyFund()
    try fund.register("steering_committee", "seat,constituency,holder,from_on,to_on\n" + committee)
    try fund.register("fund_events", events)
    return try fund.release()
  }

  @Test func `a seat is filled from the first to the last day of a term`() throws {
    let release = try release(
      committee: """
        D1,DONOR,Aurora,2025-12-31,
        D2,DONOR,Boreal,,2025-12-31
        D3,DONOR,Cirrus,2024-01-01,2025-12-30
        C1,COUNTRY,Alpha,2026-01-01,
        C2,COUNTRY,,2025-01-01,
        S1,STAKEHOLDER,Circle,2022-01-01,2024-12-31
        S1,STAKEHOLDER,Guild,2025-01-01,
        """)
    #expect(try release.value("GO-06") == "3")  // D1, D2, S1
    #expect(
      try release.breakdown("GO-06", by: "constituency")
        == ["UN_NETWORK": "0", "DONOR": "2", "COUNTRY": "0", "STAKEHOLDER": "1"])
  }

  @Test func `a seat rotates when a holder comes after another one`() throws {
    let release = try release(
      committee: """
        D1,DONOR,Aurora,2022-01-01,2024-12-31
        D1,DONOR,Boreal,2025-01-01,2025-10-31
        D2,DONOR,Cirrus,2025-01-01,
        D3,DONOR,Delta,2022-01-01,2024-12-31
        D3,DONOR,DELTA ,2025-01-01,
        C1,COUNTRY,Alpha,2022-01-01,2023-12-31
        C1,COUNTRY,,2024-01-01,2025-06-30
        C1,COUNTRY,Beta,2025-12-31,
        C2,COUNTRY,Gamma,2022-01-01,2025-12-31
        C2,COUNTRY,Epsilon,2026-01-01,
        C3,COUNTRY,,,
        """)
    // Rotated: D1, though vacant again on 31 December, and C1 after a vacancy. Not: D2, a first holder;
    // D3, a renewed term; C2, next year; C3, never held. Six seats.
    #expect(
      try release.figure("GO-07")
        == Release.Figure(value: "33.333333333333336", numerator: "2", denominator: "6"))
    #expect(
      try release.parts("GO-07", by: "constituency")
        == ["UN_NETWORK": "0/0", "DONOR": "1/3", "COUNTRY": "1/3", "STAKEHOLDER": "0/0"])
    #expect(try release.figure("GO-07", "constituency", "STAKEHOLDER")?.reason == "NO_DENOMINATOR")
  }

  @Test func `a constituency away from three seats and a year without forum are warnings`() throws {
    let full = ["UN_NETWORK", "COUNTRY"].flatMap { code in
      (1...3).map { "\(code)-\($0),\(code),Holder \($0),2022-01-01," }
    }
    let release = try release(
      committee: (full + [
        "D1,DONOR,Aurora,2022-01-01,", "D2,DONOR,Boreal,2022-01-01,2025-10-31",
      ]).joined(separator: "\n"),
      events: """
        event,event_kind,held_on
        E1,CONSULTATIVE_FORUM,2024-11-30
        E2,BRIEFING,2025-03-01
        E3,CONSULTATIVE_FORUM,
        """)
    #expect(try release.value("GO-08") == "0")
    #expect(
      try release.messages(of: "C-17") == [
        "no Consultative Forum was held in 2025, says the register of events; add it if it was",
        "the constituency Donors holds 1 of 3 seats in the Steering Committee on 31 December; fill them, "
          + "or correct the register",
        "the constituency Stakeholders holds 0 of 3 seats in the Steering Committee on 31 December; fill "
          + "them, or correct the register",
      ])
    #expect(
      try release.issues(of: "C-17")
        == ["warning ! none", "warning ! 1 on 31 December", "warning ! 0 on 31 December"])
  }

  @Test func `a full committee and a forum are no finding`() throws {
    let release = try TinyFund().release()
    #expect(try release.value("GO-06") == "12")
    #expect(try release.value("GO-08") == "1")
    #expect(try release.issues(of: "C-17") == [])
  }

  @Test func `forums held from the first to the last day of the year count`() throws {
    let release = try release(
      committee: "",
      events: """
        event,event_kind,held_on
        E1,CONSULTATIVE_FORUM,2025-01-01
        E2,CONSULTATIVE_FORUM,2025-12-31
        E3,CONSULTATIVE_FORUM,2026-01-01
        E4,REGIONAL_REVIEW,2025-06-01
        """)
    #expect(try release.value("GO-08") == "2")
  }

  @Test func `without registers every constituency and the forum are missing`() throws {
    let fund = try TinyFund()
    for name in ["steering_committee", "fund_events"] {
      try FileManager.default.removeItem(atPath: "\(fund.folder)/registers/\(name).csv")
    }
    let release = try fund.release()
    #expect(try release.value("GO-06") == "0")
    #expect(
      try release.figure("GO-07")
        == Release.Figure(value: "", numerator: "0", denominator: "0", reason: "NO_DENOMINATOR"))
    #expect(try release.issues(of: "C-17").count == 5)
  }
}
