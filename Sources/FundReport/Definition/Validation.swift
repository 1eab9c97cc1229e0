import GRDB

/// Holds every definition against the others: tables, columns, SQL and conditions.
struct Validation {
  var pipeline: Pipeline
  var lists: [CodeList]
  let mistakes: MistakeList

  /// Reports every mistake in one pass; definitions may be used when there is none.
  ///
  /// - Returns: what reads what, and the order of the checks; nil after a mistake.
  func run() throws -> (Lineage, CheckOrder)? {
    reportChapters()
    reportReadingRules()
    reportRefusals()
    GlossaryCheck(pipeline: pipeline, mistakes: mistakes).run()
    reportFormerLayouts()
    let before = mistakes.all.count
    reportDuplicates()
    // Tables of the same name cannot be made, so their SQL waits until the names are mended.
    return mistakes.all.count == before ? try reportSQL() : nil
  }

  private func reportDuplicates() {
    duplicates(pipeline.sources.map { ($0.name.name, $0.file) }, "source")
    duplicates(pipeline.registers.map { ($0.name.name, $0.file) }, "register")
    let selects = pipeline.models + pipeline.tables + pipeline.publicationViews
    duplicates(selects.map { ($0.name.name, $0.file) }, "model or table")
    duplicates(pipeline.publicTables.map { ($0.name.name, $0.file) }, "public table")
    duplicates(pipeline.checks.map { ($0.code, $0.file) }, "check")
    duplicates(pipeline.indicators.map { ($0.code, $0.file) }, "indicator")
    for source in pipeline.sources + pipeline.registers {
      duplicates(source.fields.map { ($0.name.name, source.file) }, "field")
      for field in source.fields where Schema.reserved.contains(field.name.name) {
        mistakes.add(source.file, field.line, "the name `\(field.name.name)` is taken")
      }
    }
    for model in selects + pipeline.publicTables {
      duplicates(model.columns.map { ($0.name.name, model.file) }, "column")
    }
    // As headers of a sheet they must differ, whatever the case.
    for table in pipeline.tables + pipeline.publicTables {
      duplicates(table.columns.map { ($0.label.lowercased(), table.file) }, "label")
    }
    if pipeline.sources.filter({ $0.head != nil }).count > 1 {
      mistakes.add(pipeline.folder, nil, "several sources have `submission:`; only one may")
    }
  }

  private func reportChapters() {
    for workbook in pipeline.workbooks {
      for indicator in pipeline.indicators where !workbook.chapters.contains(indicator.chapter) {
        let known = workbook.chapters.joined(separator: ", ")
        mistakes.add(
          indicator.file, 1, "the workbook has no chapter “\(indicator.chapter)”; it has \(known)")
      }
    }
  }

  private func duplicates(_ names: [(name: String, file: String)], _ what: String) {
    var first: [String: String] = [:]
    for (name, file) in names {
      if let other = first[name] {
        mistakes.add(file, nil, "the \(what) `\(name)` is also declared in \(other)")
      }
      first[name] = file
    }
  }

  /// Every kind of reading problem must belong to exactly one check.
  private func reportReadingRules() {
    var owner: [ReadingProblem.Kind: String] = [:]
    for check in pipeline.checks {
      for kind in check.reading {
        if let other = owner[kind] {
          mistakes.add(check.file, nil, "`\(kind.rawValue)` already belongs to \(other)")
        }
        owner[kind] = check.code
      }
    }
    for kind in ReadingProblem.Kind.allCases where owner[kind] == nil {
      let message = "no check has `\(kind.rawValue)` among its `reading`; add it to one"
      mistakes.add(pipeline.folder + "/3-checks", nil, message)
    }
  }

  /// A former layout holds what a source of today holds, as far as it held it.
  private func reportFormerLayouts() {
    var seen: Set<String> = []
    for layout in pipeline.formerLayouts {
      let wrong = { (line: Int, message: String) in mistakes.add(layout.file, line, message) }
      guard let today = pipeline.sources.first(where: { $0.name == layout.name }) else {
        wrong(layout.line, "there is no source `\(layout.name.name)` of today")
        continue
      }
      if pipeline.head?.head?.layout == nil {
        wrong(
          layout.line, "`submission:` names no `layout:`, so no form says that it is of this one")
      } else if pipeline.head?.head?.today == nil {
        wrong(
          layout.line, "`submission:` says no `today:`, so nobody is told which form to use instead"
        )
      }
      if let version = layout.former?.version,
        !seen.insert("\(layout.name.name) \(version)").inserted
      {
        wrong(layout.line, "the form version “\(version)” has another layout of this source")
      }
      // A row without such a value would be in no figure, and nothing would say so.
      for field in today.fields
      where field.isRequired && layout.field(field.name)?.isRequired != true {
        wrong(layout.line, "`\(field.name.name)` is required today; it must be here too")
      }
      if layout.layout != today.layout { wrong(layout.line, "`layout` is not that of today") }
      for field in layout.fields {
        guard let other = today.field(field.name) else {
          wrong(field.line, "the source of today has no field `\(field.name.name)`")
          continue
        }
        if field.type != other.type {
          wrong(field.line, "`type` is not that of the field of today, in which the value lands")
        }
      }
    }
  }

  /// What refuses rows names the source they are of.
  private func reportRefusals() {
    for check in pipeline.checks {
      for case .row(let name) in check.queries.map(\.refuses)
      where !pipeline.sources.contains(where: { $0.name == name }) {
        let known = pipeline.sources.map(\.name.name).joined(separator: ", ")
        mistakes.add(
          check.file, nil, "`refuses` names `\(name.name)`, which is no source; known: \(known)")
      }
    }
  }

  /// Prepares all SQL against tables that are empty but of the declared shape, so that a mistake
  /// in one model is reported there and nowhere else.
  private func reportSQL() throws -> (Lineage, CheckOrder)? {
    let store = try RunStore.open()
    return try store.write { db in
      try Schema(pipeline: pipeline, lists: lists).createInputs(in: db, isEmpty: true)
      let taken = Set(try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema"))
      for model in pipeline.models + pipeline.publicationViews {
        guard taken.contains(model.name.name) else {
          try Schema.createTable(model, in: db)
          continue
        }
        mistakes.add(model.file, nil, "the name `\(model.name.name)` is taken; rename the file")
      }
      let statements = StatementCheck(db: db, mistakes: mistakes)
      let selects = pipeline.models + pipeline.tables + pipeline.publicationViews
      for model in selects { statements.check(model) }
      for check in pipeline.checks { statements.check(check) }
      WordingCheck(pipeline: pipeline, lists: lists, mistakes: mistakes).run()
      let figures = IndicatorCheck(pipeline: pipeline, statements: statements)
      for indicator in pipeline.indicators { figures.check(indicator) }
      for dimension in pipeline.dimensions { figures.check(dimension) }
      for workbook in pipeline.workbooks {
        figures.check(workbook)
        for name in workbook.codesShown where !lists.contains(where: { $0.name.name == name }) {
          mistakes.add(workbook.file, nil, "there is no code list `\(name)`")
        }
      }
      for model in pipeline.models { figures.check(evidenceOf: model) }
      try PublicCheck(pipeline: pipeline, statements: statements).check()
      figures.checkSheetNames()
      let forms = TemplateCheck(pipeline: pipeline, lists: lists, mistakes: mistakes)
      let sentences = SentenceCheck(pipeline: pipeline, mistakes: mistakes)
      if let definition = pipeline.sentences { sentences.check(definition) }
      for indicator in pipeline.indicators { sentences.check(indicator) }
      if let returns = pipeline.returns { forms.check(returns) }
      if let template = pipeline.template { forms.check(template) }
      let documents = DocumentCheck(pipeline: pipeline, mistakes: mistakes)
      for document in pipeline.documents { documents.check(document) }
      if let hashtags = pipeline.hashtags { check(hashtags) }
      return mistakes.all.isEmpty ? try connect(db) : nil
    }
  }

  private func check(_ hashtags: HashtagDefinition) {
    let tables = pipeline.tables + pipeline.publicTables
    let columns = tables.flatMap { table in
      table.columns.flatMap { [$0.name.name, "\(table.name.name).\($0.name.name)"] }
    }
    for (column, tag, line) in hashtags.tags {
      if !columns.contains(column) {
        mistakes.add(hashtags.file, line, "no published table has a column `\(column)`")
      }
      if tag.wholeMatch(of: /#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*/) == nil {
        mistakes.add(hashtags.file, line, "“\(tag)” is no hashtag such as #org+name")
      }
    }
  }

  private func connect(_ db: Database) throws -> (Lineage, CheckOrder)? {
    do {
      let lineage = try Lineage(pipeline, in: db)
      _ = try lineage.order(of: pipeline.models)
      try PeopleCheck(db: db, pipeline: pipeline, lineage: lineage, mistakes: mistakes).run()
      guard mistakes.all.isEmpty else { return nil }
      return (lineage, try CheckOrder(pipeline, lineage))
    } catch let circle as Lineage.Circle {
      mistakes.add(circle.models.first?.file ?? pipeline.folder, nil, circle.description)
    } catch let circle as CheckOrder.Circle {
      mistakes.add(circle.file, nil, circle.description)
    }
    return nil
  }
}
