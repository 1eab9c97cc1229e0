/// Amounts of money by where they stand: one category of one breakdown in one year.
///
/// Anybody takes one from another in the same place, whatever figures they are of.
struct AmountsInPlaces {
  private var places: [String: [String: Double]] = [:]
  private var figures: Set<String> = []

  /// Adds the amounts of a line; a median is no sum, and of no sum a part.
  mutating func add(_ line: PublicNumbers.Line, year: Int) {
    let code = line["indicator"] ?? ""
    guard line["unit"] == "usd" || code.hasPrefix("TR-"), code != "PA-19" else { return }
    figures.insert(code)
    for (field, size) in line.numbers where field != "percent" && field != "coverage" {
      let name = PublicNumbers.name(PublicNumbers.place(line), field, year, size)
      places["\(year)|\(line["dimension"] ?? "")|\(line["category"] ?? "")", default: [:]][name] =
        size
    }
  }

  /// Of these numbers, those that are what two known amounts of their year and one place differ by.
  func differences(of known: Set<String>, among secrets: Set<String>) -> Set<String> {
    let differences = Set(
      places.flatMap { place, amounts -> [String] in
        let sizes = amounts.filter { known.contains($0.key) }.values
        return sizes.flatMap { one in sizes.map { Self.key(place.prefix(4), one - $0) } }
      })
    return secrets.filter { secret in
      // Whole amounts come about by chance. What a share leaves over is no secret where the share is
      // withheld for another's sake.
      guard let size = Double(secret.split(separator: "#").last ?? ""), size != size.rounded(),
        !secret.contains("|rest #")
      else { return false }
      let code = secret.dropFirst(5).prefix { $0 != "|" }
      return figures.contains(String(code))
        && differences.contains(Self.key(secret.prefix(4), size))
    }
  }

  private static func key(_ year: Substring, _ size: Double) -> String {
    "\(year) \(Int((size * 100).rounded()))"
  }
}
