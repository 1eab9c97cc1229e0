/// What is true of one year, and the sums that hold.
struct TrueNumbers {
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
    let earlier = TrueNumbers(before, year - 1)
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
