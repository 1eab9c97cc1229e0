import Testing

/// EV-03 to EV-07: who attended the events of the Fund.
@Suite struct ParticipantsTests {
  private func release(_ rows: [(person: String, changes: [String: String])]) throws -> Release {
    let fund = try TinyFund()
    try fund.registrations(rows)
    return try fund.release()
  }

  @Test func `who did not attend, or attended in another year, is no participant`() throws {
    let release = try release([
      ("a", ["attended": "no"]), ("b", ["attended": ""]), ("c", ["attended": "unknown"]),
      ("d", ["event": "E0"]), ("e", ["event": "E2"]), ("f", [:]),
    ])
    #expect(try release.value("EV-03") == "2")  // e and f
  }

  @Test func `a person counts once per event, whatever the case of the pseudonym`() throws {
    let release = try release([
      ("ab", [:]), (" AB ", [:]), ("ab", ["event": "E2"]), ("ac", [:]),
    ])
    #expect(try release.value("EV-03") == "3")  // ab twice, at two events, and ac
  }

  @Test func `known beats unknown, then the first row, among those who attended`() throws {
    let release = try release([
      ("a", ["attended": "no", "sex": "O", "country": "FRA"]),
      ("a", ["sex": "U", "age_group": "UNKNOWN", "stakeholder_type": "UNKNOWN"]),
      (
        "a",
        [
          "sex": "F", "age_group": "18_24", "stakeholder_type": "MLO", "country": "KEN",
          "ecosoc": "no",
        ]
      ),
      (
        "a",
        [
          "sex": "M", "age_group": "25_59", "stakeholder_type": "CBO", "country": "FRA",
          "ecosoc": "yes",
        ]
      ),
      ("b", [:]),
    ])
    #expect(try release.value("EV-03") == "2")
    #expect(try release.breakdown("EV-03", by: "sex") == ["F": "1", "U": "1"])
    #expect(try release.breakdown("EV-03", by: "age_group") == ["18_24": "1", "UNKNOWN": "1"])
    #expect(
      try release.breakdown("EV-03", by: "stakeholder_type") == ["MLO": "1", "UNKNOWN": "1"])
    #expect(try release.breakdown("EV-03", by: "ecosoc") == ["no": "1", "UNKNOWN": "1"])
    // Of no country, b is in no sub-region; Kenya is in Eastern Africa.
    #expect(try release.breakdown("EV-03", by: "sub_region") == ["014": "1"])
  }

  @Test func `by role a person counts in each they attended in`() throws {
    let release = try release([
      ("a", [:]), ("a", ["role": "SPEAKER"]), ("a", ["role": "FLOOR", "attended": "no"]),
      ("b", ["role": "SPEAKER"]), ("b", ["role": "SPEAKER"]), ("c", ["role": ""]),
    ])
    #expect(try release.value("EV-03") == "3")
    #expect(
      try release.breakdown("EV-03", by: "role") == ["PARTICIPANT": "1", "SPEAKER": "2"])
  }

  @Test func `70 speakers among 464 participants are 15.086 percent`() throws {
    let release = try release(
      (1...464).map { number in
        (
          "p\(number)",
          [
            "role": number <= 70 ? "SPEAKER" : "OBSERVER",
            "stakeholder_type": number <= 100 ? "UNION" : "GOV",
          ]
        )
      } + [
        ("p1", [:]), ("p464", ["role": "SPEAKER", "attended": "no"]),
        ("p465", ["role": "SPEAKER", "event": "E0"]),
      ])
    #expect(
      try release.figure("EV-04")
        == Release.Figure(value: "15.086206896551724", numerator: "70", denominator: "464"))
    #expect(
      try release.parts("EV-04", by: "stakeholder_type") == ["UNION": "70/100", "GOV": "0/364"])
  }

  @Test func `women are of those whose sex is known, and other is known`() throws {
    let release = try release([
      ("a", ["sex": "F"]), ("b", ["sex": "M", "role": "SPEAKER"]), ("c", ["sex": "O"]),
      ("d", ["sex": "U"]), ("e", ["sex": "F", "role": "SPEAKER"]), ("e", [:]),
      ("f", ["sex": "F", "event": "E0"]),
    ])
    // a and e of a, b, c and e: known for 4 of 5.
    #expect(
      try release.figure("EV-05")
        == Release.Figure(value: "50", numerator: "2", denominator: "4", coverage: "80"))
    #expect(
      try release.parts("EV-05", by: "role") == ["PARTICIPANT": "2/3", "SPEAKER": "1/2"])
  }

  @Test func `migrant-led is of those where it is known`() throws {
    let release = try release([
      ("a", ["migrant_led": "yes"]), ("b", ["migrant_led": "no", "role": "RAPPORTEUR"]),
      ("c", ["migrant_led": "unknown"]), ("d", [:]), ("e", ["migrant_led": "yes", "event": "E0"]),
    ])
    #expect(
      try release.figure("EV-06")
        == Release.Figure(value: "50", numerator: "1", denominator: "2", coverage: "50"))
    #expect(
      try release.parts("EV-06", by: "role") == ["PARTICIPANT": "1/1", "RAPPORTEUR": "0/1"])
  }

  @Test func `of floor speakers all three criteria are asked, and unknown is not met`() throws {
    let all = ["eligible_entity": "yes", "authorised": "yes", "has_expertise": "yes"]
    let floor = all.merging(["role": "FLOOR"]) { $1 }
    let release = try release([
      ("a", floor), ("b", floor.merging(["has_expertise": ""]) { $1 }),
      ("c", floor.merging(["authorised": "no", "event": "E2"]) { $1 }),
      ("d", floor.merging(["eligible_entity": "unknown"]) { $1 }),
      ("d", ["eligible_entity": "yes"]), ("e", all),
      ("f", floor.merging(["attended": "no"]) { $1 }),
      ("g", floor.merging(["event": "E0"]) { $1 }),
    ])
    // a, and d with what another row knows, of a, b, c and d.
    #expect(
      try release.figure("EV-07") == Release.Figure(value: "50", numerator: "2", denominator: "4"))
    let events = try release.parts("EV-07", by: "event")
    #expect(events.filter { $0.value != "0/0" } == ["E1": "2/3", "E2": "0/1"])
  }

  @Test func `without the register nobody took part, and nothing is divided by`() throws {
    let release = try TinyFund().release()
    #expect(try release.value("EV-03") == "0")
    #expect(try release.figure("EV-04")?.reason == "NO_DENOMINATOR")
    #expect(try release.figure("EV-07")?.reason == "NO_DENOMINATOR")
  }
}
