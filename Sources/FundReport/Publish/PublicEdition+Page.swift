extension PublicEdition {
  /// The page shows cells of the tables, so that it withholds what they do.
  func page(_ facts: PublicTable?, _ tables: [PublicTable]) -> ReportPage {
    let table = { (name: Identifier) in tables.first { $0.name == name.name } }
    let smallNumbers = pipeline.workbooks.first?.smallNumbers
    return ReportPage(
      title: title, warning: nil, purpose: definition.purpose.trimmed,
      facts: entries(facts)
        + [("Licence", "\(definition.licence), \(definition.licenceAddress)")],
      results: definition.page?.results?.taken(from: table),
      figures: definition.page?.figures?.taken(from: table).map {
        FigureTables($0, pipeline: pipeline, smallNumbers: smallNumbers)
      },
      charts: definition.charts.compactMap { chart in
        guard let selection = chart.selection, let table = table(selection.table) else {
          return nil
        }
        return ChartData(chart, selection, table, year: release.year)
      },
      annexes: (definition.page?.annexes ?? []).compactMap { $0.taken(from: table) },
      files: [.init(path: fileName + ".xlsx", title: "Workbook", meaning: "All tables, as sheets")]
        + tables.map {
          .init(path: "csv/\($0.name).csv", title: "\($0.title) (CSV)", meaning: $0.meaning)
        },
      notes: said, smallNumbers: smallNumbers)
  }
}
