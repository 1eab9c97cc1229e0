import Foundation

/// A reader with several public editions, patience, and everything that may be guessed about how
/// numbers hang together.
struct AttackOnEditions {
  /// A public edition, and the release behind it, which says what is true.
  struct Edition {
    var year: Int
    /// The folder that holds `public`.
    var folder: String
    var release: Release
  }

  private typealias Line = PublicNumbers.Line
  private typealias Sum = [String: Double]

  private(set) var shown: Set<String> = []
  private(set) var secrets: Set<String> = []
  /// Of these, the small numbers and sums of few that must not be known nearly either, with how many
  /// values must be left of a number; nil for a sum.
  private(set) var close: [String: Double?] = [:]
  /// Withheld counts: zero would be shown.
  private var counts: [String: Double] = [:]
  private(set) var unread: Set<String> = []
  /// Numbers that stand where the rules of small numbers forbid them.
  private(set) var tooSmall: [String] = []
  /// Sentences that say a number which is withheld.
  private(set) var slips: [String] = []
  private var sums: [Sum] = []
  private var amounts = AmountsInPlaces()

  /// Figures that count people, and shares of the participants of another figure.
  private static let people: Set = ["EN-11", "CA-01", "EV-03", "EV-04", "EV-05", "EV-06", "EV-07"]
  private static let attributes: Set = ["PA-11", "PA-12", "PA-13", "PA-14"]
  private static let participants = (of: "EV-03", shares: ["EV-04", "EV-05", "EV-06"])
  /// Sums since the start, and what is added to them in a year.
  private static let growing = (since: "TR-02", inYear: "TR-01")

  init(_ editions: [Edition]) throws {
    var truths: [Int: [String: Double]] = [:]
    var said: [Int: Said] = [:]
    for edition in editions {
      let numbers = try PublicNumbers(edition.folder, year: edition.year)
      shown.formUnion(numbers.shown)
      unread.formUnion(numbers.unread)
      let lines = try edition.release.table("indicators")
      let truth = TrueNumbers(lines, edition.year)
      let isPublic = Set(
        try Release(folder: edition.folder).table("indicators", of: "public")
          .map(PublicNumbers.place))
      for line in lines where isPublic.contains(PublicNumbers.place(line)) {
        learn(line, truth, isWithheld: numbers.withheld.contains(PublicNumbers.place(line)))
      }
      for line in try edition.release.table("suppression") where line["part"] == "primary" {
        let place = PublicNumbers.place(line)
        for field in ["value", "numerator"] where line["rule"]?.hasPrefix("money") == true {
          guard let size = truth.sizes["\(place)|\(field)"], size > 0 else { continue }
          close[truth.name(place, field, size)] = .some(nil)
        }
      }
      sums += truth.sums(among: isPublic)
      for (sum, rest, size) in truth.rests(among: isPublic, of: Self.people) {
        sums.append(sum)
        guard size < 10 else { continue }
        secrets.insert(rest)
        close[rest] = 10
      }
      if let before = truths[edition.year - 1] { sums += truth.growth(Self.growing, since: before) }
      truths[edition.year] = truth.sizes
      said[edition.year] = Said(lines, numbers.withheld)
      slips += Self.slips(numbers, [edition.year, edition.year - 1].compactMap { said[$0] })
    }
    secrets.subtract(secrets.filter { $0.hasSuffix(" #0.0") })  // nobody is no secret
    // Totals of Joint Programmes are public, and what follows from them alone.
    let free = shown.filter { $0.contains("|programme|") }
    secrets.subtract(follow(from: free).union(free))
    let anyway = nearlyKnown(from: free)
    close = close.filter { secrets.contains($0.key) && !anyway.contains($0.key) }
  }

  private mutating func learn(_ line: Line, _ truth: TrueNumbers, isWithheld: Bool) {
    let place = PublicNumbers.place(line)
    let indicator = line["indicator"] ?? ""
    amounts.add(line, year: truth.year)
    let sizes = Dictionary(line.numbers, uniquingKeysWith: { first, _ in first })
    if let part = sizes["numerator"], let whole = sizes["denominator"] {
      let rest = truth.name(place, "rest", whole - part)
      sums.append([
        truth.name(place, "numerator", part): 1, rest: 1,
        truth.name(place, "denominator", whole): -1,
      ])
      if isWithheld { secrets.insert(rest) }
    }
    // What a share is of may be known from elsewhere.
    if isWithheld {
      secrets.formUnion(
        sizes.filter { $0.key != "denominator" }.map { truth.name(place, $0, $1) })
    }
    guard Self.people.contains(indicator) || Self.attributes.contains(indicator) else { return }
    let below = Self.people.contains(indicator) ? 10.0 : 3.0
    if isWithheld {
      for (field, size) in sizes where field == "value" || field == "numerator" {
        if size > 0, size < below { close[truth.name(place, field, size)] = below }
        if field == "value", size > 0 { counts[truth.name(place, field, size)] = 1 }
      }
    }
    var small = [sizes["value"], sizes["numerator"], sizes["denominator"]].compactMap { $0 }
    if let part = sizes["numerator"], let whole = sizes["denominator"] {
      small.append(whole - part)
    }
    if !isWithheld, small.contains(where: { $0 > 0 && $0 < below }) { tooSmall.append(place) }
    // Of the participants, those of whom it is not known.
    guard Self.participants.shares.contains(indicator), let known = sizes["denominator"],
      let whole = truth.sizes[place.replacing(indicator, with: Self.participants.of) + "|value"]
    else { return }
    let unknown = truth.name(place, "unknown", whole - known)
    if whole - known > 0, whole - known < below { secrets.insert(unknown) }
    let ofAll = place.replacing(indicator, with: Self.participants.of)
    sums.append([
      truth.name(place, "denominator", known): 1, unknown: 1,
      truth.name(ofAll, "value", whole): -1,
    ])
    // What is known of all gives all.
    if !isWithheld, sizes["coverage"] != nil { shown.insert(truth.name(ofAll, "value", whole)) }
  }

  /// The numbers of each figure in one year, to one decimal, that are shown and that are withheld.
  private struct Said {
    var shown: [String: Set<Double>] = [:]
    var withheld: [String: Set<Double>] = [:]

    init(_ lines: [Line], _ places: Set<String>) {
      for line in lines {
        let sizes = line.numbers.map { ($0.size * 10).rounded() / 10 }
        let code = line["indicator"] ?? ""
        if places.contains(PublicNumbers.place(line)) {
          withheld[code, default: []].formUnion(sizes)
        } else {
          shown[code, default: []].formUnion(sizes)
        }
      }
    }
  }

  /// Sentences with a number of their figure that is withheld, this year's or last year's, and stands
  /// nowhere else in it.
  private static func slips(_ numbers: PublicNumbers, _ years: [Said]) -> [String] {
    numbers.sentences.flatMap { line -> [String] in
      let code = line["indicator"] ?? ""
      let withheld = years.reduce(into: Set<Double>()) { $0.formUnion($1.withheld[code] ?? []) }
        .subtracting(years.flatMap { $0.shown[code] ?? [] })
      let isTotal = numbers.withheld.contains("\(code)||\(line["category"] ?? "")")
      return ["en", "fr", "es"].compactMap { language -> String? in
        let text = line["sentence_" + language] ?? ""
        let isSlip = !withheld.isDisjoint(with: Self.numbers(in: text))
        return (isTotal && line["reason"] == "") || isSlip ? "\(code) \(language): \(text)" : nil
      }
    }
  }

  /// The numbers of a text, to one decimal, in any of the three languages.
  private static func numbers(in text: String) -> Set<Double> {
    let grouped = text.replacing(/(\d)[\u{A0}\u{202F}](?=\d{3})/) { $0.1 }
      .replacing(/(\d)[,.](?=\d{3}(\D|$))/) { $0.1 }
    return Set(
      grouped.matches(of: /\d+([.,]\d+)?/).compactMap { match in
        Double(match.0.replacing(",", with: ".")).map { ($0 * 10).rounded() / 10 }
      })
  }

  /// Withheld numbers that are shown somewhere, or that follow from what is; some shown by mistake.
  func workedOut(showing mistakes: Set<String> = []) -> Set<String> {
    let known = shown.union(mistakes)
    let guessed = amounts.differences(of: known, among: secrets)
    return secrets.intersection(shown.union(guessed).union(follow(from: known.union(guessed))))
  }

  /// Small numbers of which fewer values are left than there are small ones, and sums of few known
  /// to within ten per cent; some shown by mistake.
  func nearlyWorkedOut(showing mistakes: Set<String> = []) -> Set<String> {
    nearlyKnown(from: shown.union(mistakes)).subtracting(mistakes)
  }

  private func nearlyKnown(from known: Set<String>) -> Set<String> {
    let sizes = Dictionary(uniqueKeysWithValues: known.map { ($0, Self.size($0)) })
    let bounds = NumbersWithinBounds(sums, knowing: sizes, least: counts)
    return Set(
      close.compactMap { number, below -> String? in
        let (least, most) = (bounds.least(number), bounds.most(number))
        let size = Self.size(number)
        let isNear =
          below.map { most - least < $0 - 2.5 } ?? (least > size * 0.9 || most < size * 1.1)
        return isNear ? number : nil
      })
  }

  /// The size that is part of a number's name.
  private static func size(_ number: String) -> Double {
    number.lastIndex(of: "#").flatMap { Double(number[$0...].dropFirst()) } ?? 0
  }

  private func follow(from known: Set<String>) -> Set<String> {
    UnknownSums(sums: sums.map { sum in sum.filter { !known.contains($0.key) } }).workedOut()
  }
}
