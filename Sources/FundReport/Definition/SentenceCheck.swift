/// Holds sentences against the figures whose numbers they say.
struct SentenceCheck {
  var pipeline: Pipeline
  let mistakes: MistakeList

  func check(_ definition: SentencesDefinition) {
    guard let view = pipeline.publicationViews.first(where: { $0.name == definition.view }) else {
      let message = "there is no view `\(definition.view.name)` in 5-publications"
      return mistakes.add(definition.file, definition.line, message)
    }
    let needed =
      SentencesDefinition.others + SentencesDefinition.numbers + SentencesDefinition.parts
    for column in needed where view.column(column) == nil {
      mistakes.add(view.file, 1, "the view `\(view.name.name)` has no column `\(column)`")
    }
  }

  func check(_ indicator: IndicatorDefinition) {
    guard let sentence = indicator.sentence else { return }
    let known = known(indicator)
    let first = sentence.entries.first
    for entry in sentence.entries {
      let wrong = { (message: String) in mistakes.add(indicator.file, entry.line, message) }
      for place in entry.template.places {
        if !known.contains(place.name) {
          wrong("unknown place `{\(place.name)}`; known here: \(known.joined(separator: ", "))")
        } else if !place.isOptional, let why = whyOptional(place.name, indicator) {
          wrong("`{\(place.name)}` must stand in brackets `[…]`: \(why)")
        }
      }
      let names = Set(entry.template.places.map(\.name))
      for name in Set(first?.template.places.map(\.name) ?? []).subtracting(names).sorted()
      where known.contains(name) {
        wrong("`{\(name)}` of `\(first?.language.rawValue ?? "")` is missing here")
      }
    }
  }

  /// Shares also have their parts; a figure without a total has one sentence per category, which
  /// names it.
  private func known(_ indicator: IndicatorDefinition) -> [String] {
    var known = SentencesDefinition.numbers
    if indicator.spoken.selection.outOf != nil { known += SentencesDefinition.parts }
    return known
      + indicator.spoken.dimensions.map { (pipeline.dimension($0)?.publishedName ?? $0).name }
  }

  private func whyOptional(_ name: String, _ indicator: IndicatorDefinition) -> String? {
    if name.hasPrefix("last_") { return "it drops out where last year may not be compared" }
    let isShare = indicator.spoken.selection.outOf != nil
    return name == "value" && isShare ? "a share of few things has no percentage" : nil
  }
}

extension IndicatorDefinition {
  /// What its sentence is about: the total, else each category of the first breakdown.
  var spoken: Breakdown {
    if !hasTotal, let first = breakdowns.first { return first }
    return Breakdown(dimensions: [], selection: total)
  }
}
