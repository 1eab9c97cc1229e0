/// Chance that is the same on every machine (SplitMix64).
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0xD134_2543_DE82_EF95 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: list.indices, using: &self)]
  }
}

/// A fund of two Joint Programmes with a handful of partners, some of which refuse to be named, and
/// people of all sizes of groups.
struct RandomFund {
  let fund: TinyFund
  private var chance: Chance
  private var agreements: [(programme: String, ref: String, fields: [String: String])] = []
  /// Payments of 2024 and 2025 by reference.
  private var payments: [(programme: String, ref: String, fields: [String: String])] = []
  private static let places = ["JP-1": ["KEN", "UGA"], "JP-2": ["UGA", "GTM"]]
  private static let types = ["NGO_N", "NGO_L", "FBO", "CBO", "UNION", "ACADEMIA", "FOUNDATION"]
  private static let sizes = [0, 1, 4, 7, 9, 10, 14, 30]

  init(_ seed: Int) throws {
    fund = try TinyFund()
    chance = Chance(seed)
    try fund.add("JP-2", countries: "UGA;GTM", area: 2, lead: "ILO")
    for number in 1...9 {
      let programme = chance.pick(["JP-1", "JP-2"])
      agreements.append(
        (
          programme, "A\(number)",
          [
            "partner_name":
              "Partner \(["One", "Two", "Three", "Four", "Five"][number % 5]) \(number / 4)",
            "stakeholder_type": Self.types[number % 5 + chance.pick([0, 1, 2])],
            "country": chance.pick(Self.places[programme] ?? []),
            "level": chance.pick(["LOCAL", "NATIONAL", "INTERNATIONAL"]),
            "puno": programme == "JP-1" ? chance.pick(["IOM", "ILO"]) : "ILO",
            "form": chance.pick(["FINANCIAL", "MIXED"]), "amount": amount(1000...9000),
            "publish_name": chance.pick(["yes", "yes", "no", ""]),
            "start_on": "2024-02-01", "signed_on": "2024-01-15",
            "migrant_led": answer(), "women_led": answer(), "youth_led": answer(),
          ]
        ))
      for year in ["2024", "2025"] where chance.pick([true, true, false]) {
        payments.append(
          (programme, "A\(number)", ["paid_on": "\(year)-03-01", "amount": amount(60...900)]))
      }
    }
    try register()
  }

  private mutating func amount(_ range: ClosedRange<Int>) -> String {
    "\(Int.random(in: range, using: &chance)).\(Int.random(in: 11...98, using: &chance))"
  }

  private mutating func answer() -> String { chance.pick(["yes", "no", "no", ""]) }

  private mutating func size() -> String { "\(chance.pick(Self.sizes))" }

  /// People at an event, in groups of all sizes.
  private mutating func register() throws {
    var people: [(person: String, changes: [String: String])] = []
    for event in ["E0", "E1"] {
      for group in 1...5 {
        let changes = [
          "event": event, "sex": chance.pick(["F", "M", "M", "U"]),
          "migrant_led": chance.pick(["yes", "no", ""]),
          "role": chance.pick(["PARTICIPANT", "SPEAKER", "FLOOR"]),
          "stakeholder_type": chance.pick(Self.types), "country": chance.pick(["KEN", "GTM"]),
          "age_group": chance.pick(["UNDER_18", "25_59"]),
        ]
        for number in 0..<chance.pick([2, 5, 11, 20]) {
          people.append(("p\(event)-\(group)-\(number)", changes))
        }
      }
    }
    try fund.registrations(people)
  }

  /// Writes the forms of a year, with people drawn anew.
  mutating func report(_ year: Int, version: Int = 1) throws {
    for (programme, puno) in [("JP-1", "IOM"), ("JP-2", "ILO")] {
      let rows = agreements.filter { $0.programme == programme }
      let paid = payments.filter {
        $0.programme == programme && ($0.fields["paid_on"] ?? "") < "\(year + 1)"
      }
      var engagement: [[String: String]] = []
      for type in ["MIGRANT", "COMMUNITY", "CBO"] {
        engagement.append([
          "stakeholder_type": type, "women": size(), "men": size(), "under_18": "0",
          "phase": chance.pick(["CONCEPT", "IMPLEMENTATION"]), "engaged_on": "\(year)-05-05",
        ])
      }
      var events = [
        "event_ref,title,event_kind,started_on,stakeholder_type,capacity_kind,women,men"
      ]
      for (number, kind) in ["TECHNICAL", "TECHNOLOGY"].enumerated() {
        events.append(
          "T\(number),T\(number),TRAINING,\(year)-04-04,CBO,\(kind),\(size()),\(size())")
      }
      try fund.form(
        programme, year: year, by: puno, version: version,
        agreements: Agreements.rows(
          rows.map { ($0.ref, $0.fields) }, further: ["migrant_led", "women_led", "youth_led"]),
        transfers: Transfers.rows(
          paid.map { row in
            let puno = rows.first { $0.ref == row.ref }?.fields["puno"] ?? puno
            return (row.ref, row.fields.merging(["puno": puno]) { $1 })
          }),
        sheets: Engagement.rows(engagement).merging(
          ["events": events.joined(separator: "\n")]) { $1 })
    }
  }

  /// One payment is corrected, and one partner that agreed to be named refuses.
  mutating func change() {
    let paid = Int.random(in: payments.indices, using: &chance)
    payments[paid].fields["amount"] = amount(60...900)
    let named = agreements.indices.filter { agreements[$0].fields["publish_name"] == "yes" }
    if let index = named.randomElement(using: &chance) {
      agreements[index].fields["publish_name"] = "no"
    }
  }
}
