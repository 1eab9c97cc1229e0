import GRDB

/// Holds that what is kept in memory only, because it is about people, is counted and never shown.
struct PeopleCheck {
  let db: Database
  var pipeline: Pipeline
  var lineage: Lineage
  let mistakes: MistakeList

  /// Reports every definition that would write rows about people somewhere.
  func run() throws {
    for table in pipeline.tables + pipeline.publicationViews + pipeline.publicTables {
      if let read = try inMemory(readBy: table) {
        mistakes.add(
          table.file, nil, "reads `\(read)`, which is kept in memory only; publish figures over it")
      }
    }
    for check in pipeline.checks {
      for query in check.queries { try hold(query, of: check) }
    }
    for workbook in pipeline.workbooks {
      for sheet in workbook.data where lineage.inMemory.contains(sheet.model) {
        let message = "`\(sheet.model.name)` is kept in memory only and can be no sheet"
        mistakes.add(workbook.file, sheet.line, message)
      }
    }
    for dimension in pipeline.dimensions {
      guard let model = dimension.model, lineage.inMemory.contains(model) else { continue }
      let message = "the categories are rows of `\(model.name)`, which is kept in memory only"
      mistakes.add(dimension.file, dimension.line, message)
    }
    for model in pipeline.models where !lineage.inMemory.contains(model.name) {
      for because in model.because where lineage.inMemory.contains(because.model) {
        let message = "`\(because.model.name)` is kept in memory only and explains nothing later"
        mistakes.add(model.file, because.line, message)
      }
    }
  }

  /// A register or model kept in memory that a published table reads; nil if there is none.
  private func inMemory(readBy table: ModelDefinition) throws -> String? {
    let region = try db.makeStatement(sql: "SELECT * FROM (\n\(table.sql)\n)").databaseRegion
    let names =
      pipeline.registers.filter(\.isInMemory).map(\.view)
      + lineage.inMemory.map(\.name).sorted(by: byteOrder)
    return names.first { region.isModified(byEventsOfKind: .insert(tableName: $0)) }
  }

  /// A query over people may return places, which are no texts, and stop a run.
  private func hold(_ query: CheckDefinition.Query, of check: CheckDefinition) throws {
    let columns = try db.makeStatement(sql: "SELECT * FROM (\n\(query.sql)\n)").columnNames
    guard lineage.readsInMemory(query.sql) else {
      if !columns.contains("message"), !query.words.hasMessage {
        mistakes.add(check.file, query.line, "the SQL returns no `message`")
      }
      return
    }
    let texts = columns.filter { !["row_id", "field"].contains($0) }
    if !texts.isEmpty {
      mistakes.add(
        check.file, query.line,
        "reads rows kept in memory only and returns \(texts.joined(separator: ", ")); such a query "
          + "returns `row_id` and `field`, and says what stands in `mend`")
    }
    if query.refuses != .register {
      mistakes.add(
        check.file, query.line,
        "reads rows kept in memory only, whose mistakes stop a run; expected `refuses: register`")
    }
  }
}
