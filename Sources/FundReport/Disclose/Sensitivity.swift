/// Which quantities of a figure say too much about few.
struct Sensitivity {
  var kind: DisclosureDefinition.Kind
  /// Values of the kind's column that are protected.
  var protected: Set<String>

  typealias Parts = (
    selection: IndicatorDefinition.Selection, numerator: FigureRows.Category,
    denominator: FigureRows.Category?,
    /// What the denominator is of, unknown answers included; nil where there is no such thing.
    whole: FigureRows.Category?
  )

  /// What must not be told.
  struct Found {
    var rule: String
    var quantities: [FigureRows.Units] = []
    /// Sums they are in: a part and the rest of a whole.
    var sums: [(part: FigureRows.Units, rest: FigureRows.Units)] = []
  }

  /// In words, where there is one.
  var rule: String? {
    kind.below.map { below in
      kind.of.map { "\(kind.name): fewer than \(below) by \($0.name), one of them protected" }
        ?? "\(kind.name): below \(below)"
    }
  }

  /// The quantities, or nil where the figure may be shown; an average has none, but the rule holds.
  func sensitive(_ parts: Parts) -> Found? {
    guard let below = kind.below, let rule else { return nil }
    let isAverage =
      switch parts.selection.measure.value {
      case .mean, .median: true
      case .count, .sum, .distinct: false
      }
    if isAverage {
      let isSmall =
        kind.of == nil
        ? (1..<below).contains(parts.numerator.rows) : rests(parts.numerator.contributors, below)
      return isSmall ? Found(rule: rule) : nil
    }
    guard let denominator = parts.denominator else {
      return isSmall(parts.numerator, below)
        ? Found(rule: rule, quantities: [parts.numerator.units]) : nil
    }
    var found = Found(rule: rule)
    let complement = self.complement(of: parts.numerator, in: denominator)
    let isRevealing =
      isSmall(parts.numerator, below) || isSmall(denominator, below)
      || complement.map { isSmall($0, below) } ?? false
    if isRevealing {
      found.quantities.append(parts.numerator.units)
      if let complement {
        found.quantities.append(complement.units)
        found.sums.append((parts.numerator.units, complement.units))
      }
    }
    if kind.protectsUnknown, let whole = parts.whole,
      let unknown = self.complement(of: denominator, in: whole), isSmall(unknown, below)
    {
      found.quantities.append(unknown.units)
      found.sums.append((denominator.units, unknown.units))
    }
    return found.quantities.isEmpty ? nil : found
  }

  /// What a total holds beyond its categories, where that is few.
  func unknown(of whole: FigureRows.Category, beside categories: [FigureRows.Category])
    -> FigureRows.Category?
  {
    var rest = FigureRows.Category()
    rest.units = categories.reduce(whole.units) { $0.subtracting($1.units) }
    rest.size = categories.reduce(whole.size) { $0 - $1.size }
    // Where categories overlap, or count other rows than the total, it holds nothing more.
    guard rest.units.values.allSatisfy({ $0 > 0 }), let below = kind.below, isSmall(rest, below)
    else { return nil }
    return rest
  }

  /// Whether a sum says too much, whatever figure it is of.
  func isSmall(_ category: FigureRows.Category) -> Bool {
    kind.below.map { isSmall(category, $0) } ?? false
  }

  private func isSmall(_ category: FigureRows.Category, _ below: Int) -> Bool {
    if kind.of != nil { return rests(category.contributors, below) }
    return category.size > 0 && category.size < Double(below)
  }

  private func rests(_ contributors: [String: FigureRows.Units], _ below: Int) -> Bool {
    !contributors.isEmpty && contributors.count < below
      && !protected.isDisjoint(with: contributors.keys)
  }

  /// What the denominator holds beyond the numerator; nil where the two count different things.
  func complement(of part: FigureRows.Category, in whole: FigureRows.Category)
    -> FigureRows.Category?
  {
    guard part.units.allSatisfy({ unit, times in whole.units[unit, default: 0] >= times }) else {
      return nil
    }
    var rest = FigureRows.Category()
    rest.units = whole.units.subtracting(part.units)
    rest.size = whole.size - part.size
    for (who, units) in whole.contributors {
      let left = units.subtracting(part.contributors[who] ?? [:])
      if !left.isEmpty { rest.contributors[who] = left }
    }
    return rest
  }
}

extension FigureRows.Units {
  /// Less another; units of which nothing is left are gone.
  func subtracting(_ other: Self) -> Self {
    var rest = self
    for (unit, times) in other {
      let left = rest[unit, default: 0] - times
      rest[unit] = left == 0 ? nil : left
    }
    return rest
  }
}
