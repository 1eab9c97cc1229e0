/// The sums that stand in one place: one category of one breakdown, or the total.
struct PlaceSums {
  private struct Sum {
    var indicator: String
    var category: FigureRows.Category
  }

  private var sums: [FigurePlace: [Sum]] = [:]

  /// Adds the sums a figure shows, other than those that stand there already.
  mutating func add(
    _ categories: [FigureRows.Category], of indicator: String, at dimension: String?, _ code: String
  ) {
    let place = FigurePlace(indicator: "", dimension: dimension, category: code)
    for category in categories where !category.units.isEmpty {
      let known = sums[place] ?? []
      guard !known.contains(where: { $0.category.units == category.units }) else { continue }
      sums[place] = known + [Sum(indicator: indicator, category: category)]
    }
  }

  /// Each sum that may be in another, under a name for what that other holds beyond it.
  var nested: [(place: FigurePlace, whole: FigureRows.Category, part: FigureRows.Category)] {
    sums.keys.sorted { byteOrder($0.description, $1.description) }.flatMap { place in
      let here = sums[place] ?? []
      return here.flatMap { whole in
        here.filter { $0.category.units.count < whole.category.units.count }.map { part in
          (
            FigurePlace(
              indicator: whole.indicator, dimension: place.dimension,
              category: [place.category ?? "", "less", part.indicator].joined(separator: " ")),
            whole.category, part.category
          )
        }
      }
    }
  }
}
