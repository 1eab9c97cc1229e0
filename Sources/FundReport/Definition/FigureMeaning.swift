/// What a figure rests on, so that a changed definition is noticed when years are compared.
struct FigureMeaning {
  /// SHA-256 over the declaration and every expression it rests on.
  let digest: String
  /// Attributes of code lists it asks for, as `list.attribute`, in order.
  let attributes: [String]
}

/// Finds what figures rest on.
///
/// Of models it takes the columns a figure uses, and theirs in turn: a column added for another
/// figure changes nothing. Titles and comments do not count.
struct FigureMeanings {
  /// An expression of a model, or what decides its rows.
  private struct Part {
    var text: String
    var words: Set<String>
    /// Models and attributes of lists it may mean.
    var models: [String]
    var attributes: [String]
  }

  private struct Parts {
    var columns: [String: Part] = [:]
    var rest: Part
  }

  private var parts: [String: Parts] = [:]

  init(_ pipeline: Pipeline, _ lists: [CodeList]) {
    let attributes = lists.flatMap { list in
      list.attributes.map { (list: list.name.name, name: $0.name) }
    }
    for model in pipeline.models {
      let select = SelectText(model.sql, columns: model.columns.count)
      let name = model.name.name
      let rest = SelectText.words(select.rest)
      let models = pipeline.models.map(\.name.name).filter { $0 != name }
      let part = { (text: String, words: Set<String>) in
        // A column is of a table that its own subquery names, or the statement as a whole.
        let tables = words.union(rest)
        return Part(
          text: text, words: words, models: models.filter(tables.contains),
          attributes: attributes.filter {
            words.contains($0.name) && tables.contains("list_" + $0.list)
          }.map { "\($0.list).\($0.name)" })
      }
      var found = Parts(rest: part("\(name): \(select.rest)", rest))
      for (column, expression) in zip(model.columns, select.expressions) {
        found.columns[column.name.name] = part(
          "\(name).\(column.name.name): \(expression)", SelectText.words(expression))
      }
      parts[name] = found
    }
  }

  func meaning(of selection: IndicatorDefinition.Selection, by dimensions: [Identifier])
    -> FigureMeaning
  {
    var declared = ["\(selection.keepsDenominator)"]
    var texts: Set<String> = []
    var attributes: Set<String> = []
    for measure in [selection.measure] + (selection.outOf.map { [$0] } ?? []) {
      let conditions = [measure.condition, selection.known, selection.covers].compactMap { $0 }
      let columns = ([measure.value.column].compactMap { $0 } + dimensions).map(\.name)
      declared.append("\(measure.from.name) \(measure.value) \(conditions) \(columns)")
      let words = conditions.reduce(into: Set(columns)) { $0.formUnion(SelectText.words($1)) }
      follow(measure.from.name, words, &texts, &attributes)
    }
    let all = declared + texts.sorted()
    return FigureMeaning(
      digest: FileDigest.sha256(of: all.joined(separator: "\n")), attributes: attributes.sorted())
  }

  /// The rows of a model, and those of its columns that are among the words.
  private func follow(
    _ model: String, _ words: Set<String>, _ texts: inout Set<String>,
    _ attributes: inout Set<String>
  ) {
    guard let parts = parts[model] else { return }
    let used = parts.columns.filter { words.contains($0.key) }.map(\.value)
    for part in [parts.rest] + used where texts.insert(part.text).inserted {
      for other in part.models { follow(other, part.words, &texts, &attributes) }
      attributes.formUnion(part.attributes)
    }
  }
}
