import Foundation
import Testing

/// What a reader with the public files, patience and a little knowledge can work out.
@Suite struct AttackOnEditionTests {
  /// The numbers of one edition by `indicator dimension category field`; nil where withheld.
  private struct Edition {
    var shown: [String: Double] = [:]
    /// What was withheld, with the value it has.
    var withheld: [String: Double] = [:]
    var sums: [[String: Double]] = []

    init(_ release: Release) throws {
      var truth: [String: Double] = [:]
      for line in try release.table("indicators") {
        for (name, value) in Self.numbers(of: line) { truth[name] = value }
      }
      var groups: [String: [String]] = [:]
      for line in try release.table("indicators", of: "public") {
        for (name, value) in Self.numbers(of: line) { shown[name] = value }
        for field in Self.fields(of: line) {
          let name = Self.name(of: line, field)
          guard let value = truth[name] else { continue }
          if line["reason"] == "SUPPRESSED" { withheld[name] = value }
          if line["dimension"] != "" {
            let group = "\(line["indicator"] ?? "")  \(field)|\(line["dimension"] ?? "")"
            groups[group, default: []].append(name)
          }
        }
      }
      let all = shown.merging(withheld) { first, _ in first }
      // Categories that add up to their total are known to do so.
      for (group, names) in groups.sorted(by: { $0.key < $1.key }) {
        let parts = group.split(separator: "|")[0].split(separator: " ")
        let total = "\(parts[0])|||\(parts[1])"
        let sum = names.reduce(0) { $0 + (all[$1] ?? 0) }
        guard let whole = all[total], abs(sum - whole) < 0.005 else { continue }
        sums.append(
          Dictionary(uniqueKeysWithValues: names.map { ($0, 1) }).merging([total: -1]) { $1 })
      }
      // Equal amounts under one category are guessed to be the same money.
      for (name, value) in all
      where name.hasSuffix("value") && value > 50 && value != value.rounded() {
        let place = name.drop { $0 != "|" }
        for (other, same) in all where other > name && other.hasSuffix(place) && same == value {
          sums.append([name: 1, other: -1])
        }
      }
    }

    static func name(of line: [String: String], _ field: String) -> String {
      "\(line["indicator"] ?? "")|\(line["dimension"] ?? "")|\(line["category"] ?? "")|\(field)"
    }

    /// A percentage is told by its parts.
    static func fields(of line: [String: String]) -> [String] {
      line["unit"] == "percent" ? ["numerator", "denominator"] : ["value"]
    }

    static func numbers(of line: [String: String]) -> [(String, Double)] {
      fields(of: line).compactMap { field in
        Double(line[field] ?? "").map { (name(of: line, field), $0) }
      }
    }

    /// Withheld numbers that the sums give away, some of them shown by mistake.
    func workedOut(showing mistakes: Set<String> = []) -> Set<String> {
      let unknown = withheld.keys.filter { !mistakes.contains($0) }.sorted()
      let places = Dictionary(uniqueKeysWithValues: unknown.enumerated().map { ($1, $0) })
      var rows = sums.map { sum -> [Int: Double] in
        var row: [Int: Double] = [:]
        for (name, times) in sum {
          if let place = places[name] { row[place, default: 0] += times }
        }
        return row
      }.filter { !$0.isEmpty }
      var solved: [[Int: Double]] = []
      while let row = rows.popLast() {
        guard let pivot = row.keys.min(), let leading = row[pivot] else { continue }
        let scaled = row.mapValues { $0 / leading }
        let reduce = { (other: [Int: Double]) -> [Int: Double] in
          guard let factor = other[pivot] else { return other }
          return other.merging(scaled.mapValues { -factor * $0 }, uniquingKeysWith: +)
            .filter { abs($0.value) > 1e-9 }
        }
        rows = rows.map(reduce).filter { !$0.isEmpty }
        solved = solved.map(reduce) + [scaled]
      }
      return Set(solved.filter { $0.count == 1 }.compactMap { $0.keys.first.map { unknown[$0] } })
    }
  }

  @Test func `nothing withheld of the example fund follows from its public figures`() throws {
    let fund = ExampleFund()
    for year in [2023, 2024, 2025] {
      let outcome = try fund.run(year)
      let edition = try Edition(Release(folder: outcome.releaseFolder))
      #expect(edition.sums.count > 50)
      #expect(edition.workedOut() == [], "\(year)")
      // Shown by mistake, some of them give others away.
      let found = edition.withheld.keys.filter { !edition.workedOut(showing: [$0]).isEmpty }
      if year == 2025 { #expect(found.count > 3) }
    }
  }

  @Test(arguments: 0..<8)
  func `nor of small funds`(code: Int) throws {
    let fund = try TinyFund()
    try fund.add("JP-2", countries: "UGA", area: 2)
    let answer = { (place: Int) in code >> place & 1 == 1 ? "yes" : "no" }
    let types = ["NGO_N", "FBO", "UNION"]
    for programme in ["JP-1", "JP-2"] {
      let rows = types.enumerated().map { place, type in
        (
          "\(programme)-\(type)",
          [
            "partner_name": "\(type) \(place == 2 ? "" : programme)", "stakeholder_type": type,
            "country": programme == "JP-1" ? "KEN" : "UGA", "publish_name": answer(place),
            "level": place == 1 ? "LOCAL" : "NATIONAL", "amount": "\(1000 + 7 * place).25",
          ]
        )
      }
      let payments = types.enumerated().map { place, type in
        (
          "\(programme)-\(type)",
          ["amount": "\(100 * (place + 1)).\(programme == "JP-1" ? 11 : 37)"]
        )
      }
      let sizes = [3, 12, 40].map { programme == "JP-1" ? $0 : $0 * (1 + code % 3) }
      try fund.form(
        programme, agreements: Agreements.rows(rows), transfers: Transfers.rows(payments),
        sheets: Engagement.rows([
          ["women": "\(sizes[code % 3])", "men": "\(sizes[(code + 1) % 3])"],
          ["stakeholder_type": "COMMUNITY", "women": "\(sizes[1])", "under_18": "4"],
          ["stakeholder_type": "CBO", "phase": "REPORTING", "men": "\(sizes[2])"],
        ]))
    }
    let edition = try Edition(fund.release())
    #expect(!edition.withheld.isEmpty)
    #expect(edition.workedOut() == [])
  }
}
