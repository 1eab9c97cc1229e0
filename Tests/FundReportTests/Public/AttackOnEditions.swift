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
      let truth = Truth(lines, edition.year)
      let isPublic = Set(
        try Release(folder: edition.folder).table("indicators", of: "public")
          .map(PublicNumbers.place))
      for line in lines where isPublic.contains(PublicNumbers.place(line)) {
        learn(line, truth, isWithheld: numbers.withheld.contains(PublicNumbers.place(line)))
      }
      sums += truth.sums(among: isPublic)
      for (sum, rest, size) in truth.rests(among: isPublic, of: Self.people) {
        sums.append(sum)
        if size < 10 { secrets.insert(rest) }
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
  }

  private mutating func learn(_ line: Line, _ truth: Truth, isWithheld: Bool) {
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

  private func follow(from known: Set<String>) -> Set<String> {
    UnknownSums(sums: sums.map { sum in sum.filter { !known.contains($0.key) } }).workedOut()
  }
}

/// What is true of one year, and the sums that hold.
private struct Truth {
  var year: Int
  /// Numbers by `indicator|dimension|category|field`.
  var sizes: [String: Double] = [:]
  private var lines: [PublicNumbers.Line]

  init(_ lines: [PublicNumbers.Line], _ year: Int) {
    self.lines = lines
    self.year = year
    for line in lines {
      for (field, size) in line.numbers { sizes[PublicNumbers.place(line) + "|" + field] = size }
    }
  }

  func name(_ place: String, _ field: String, _ size: Double) -> String {
    PublicNumbers.name(place, field, year, size)
  }

  private func name(_ key: String) -> String {
    let cut = key.lastIndex(of: "|") ?? key.startIndex
    return name(String(key[..<cut]), String(key[cut...].dropFirst()), sizes[key] ?? 0)
  }

  /// What totals of people hold beyond their categories, whose category nobody stated.
  func rests(
    among isPublic: Set<String>, of people: Set<String>
  ) -> [(sum: [String: Double], rest: String, size: Double)] {
    let cells = lines.filter {
      people.contains($0["indicator"] ?? "") && isPublic.contains(PublicNumbers.place($0))
        && !["", "role", "event"].contains($0["dimension"] ?? "")  // several may be true of one
    }
    return Dictionary(grouping: cells) { "\($0["indicator"] ?? "")|\($0["dimension"] ?? "")" }
      .sorted { $0.key < $1.key }
      .flatMap { group, cells in
        ["value", "numerator", "denominator"].compactMap { field in
          let parts = cells.map { PublicNumbers.place($0) + "|" + field }
            .filter { sizes[$0] != nil }
          let whole = "\(group.prefix { $0 != "|" })|||\(field)"
          guard let all = sizes[whole], !parts.isEmpty else { return nil }
          let size = parts.reduce(all) { $0 - (sizes[$1] ?? 0) }
          guard size > 0.5 else { return nil }
          let rest = name(group + "|", field, size)
          return (sum(parts, is: whole).merging([rest: 1]) { $1 }, rest, size)
        }
      }
  }

  /// Sums that hold among public figures: categories and their total, cells of a cross table and the
  /// categories they cross, and amounts that are equal to the cent.
  func sums(among isPublic: Set<String>) -> [[String: Double]] {
    var groups: [String: [String]] = [:]
    for line in lines where isPublic.contains(PublicNumbers.place(line)) && line["dimension"] != ""
    {
      let (indicator, dimension) = (line["indicator"] ?? "", line["dimension"] ?? "")
      let categories = (line["category"] ?? "").components(separatedBy: " × ")
      let dimensions = dimension.components(separatedBy: " × ")
      for (field, _) in line.numbers where field != "percent" && field != "coverage" {
        let cell = PublicNumbers.place(line) + "|" + field
        groups["\(indicator)|||\(field)<\(dimension)", default: []].append(cell)
        guard dimensions.count > 1 else { continue }
        for (place, category) in categories.enumerated() {
          let whole = "\(indicator)|\(dimensions[place])|\(category)|\(field)"
          groups["\(whole)<\(dimension)", default: []].append(cell)
        }
      }
    }
    return groups.compactMap { group, cells in
      let whole = String(group.prefix { $0 != "<" })
      guard let size = sizes[whole],
        abs(cells.reduce(0) { $0 + (sizes[$1] ?? 0) } - size) < 0.005
      else { return nil }
      return sum(cells, is: whole)
    } + amounts(among: isPublic)
  }

  /// Equal amounts under one category are guessed to be the same money; a median is no sum, and
  /// what is valued as agreed is another.
  private func amounts(among isPublic: Set<String>) -> [[String: Double]] {
    var equal: [String: [String]] = [:]
    for line in lines where !["PA-19", "TR-09"].contains(line["indicator"] ?? "") {
      let place = PublicNumbers.place(line)
      guard isPublic.contains(place) else { continue }
      for (field, size) in line.numbers
      where size > 50 && size != size.rounded() && field != "percent" && field != "coverage" {
        let category = "\(line["dimension"] ?? "")|\(line["category"] ?? "")"
        equal["\(category) \(size)", default: []].append("\(place)|\(field)")
      }
    }
    return equal.values.flatMap { keys in keys.dropFirst().map { sum([$0], is: keys[0]) } }
  }

  private func sum(_ parts: [String], is whole: String) -> [String: Double] {
    var sum = [name(whole): -1.0]
    for part in parts { sum[name(part), default: 0] += 1 }
    return sum.filter { $0.value != 0 }
  }

  /// What is known since the start is what was known a year ago, and what came since.
  func growth(
    _ figures: (since: String, inYear: String), since before: [String: Double]
  ) -> [[String: Double]] {
    let earlier = Truth(before, year - 1)
    return sizes.keys.filter { $0.hasPrefix(figures.since + "|") }.compactMap { key in
      let added = key.replacing(figures.since, with: figures.inYear)
      guard let now = sizes[key], let then = before[key], let step = sizes[added],
        abs(now - then - step) < 0.005
      else { return nil }
      return [name(key): 1, earlier.name(key): -1, name(added): -1]
    }
  }

  private init(_ sizes: [String: Double], _ year: Int) {
    (lines, self.sizes, self.year) = ([], sizes, year)
  }
}
