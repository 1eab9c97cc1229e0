import GRDB
import Spreadsheet

/// One form for one organisation of a programme, in one language.
struct FormWorkbook {
  var pipeline: Pipeline
  var template: TemplateDefinition
  var lists: [String: CodeList]
  var language: Language
  /// Its row of the view of forms.
  var form: Row
  let db: Database

  func workbook() throws -> Workbook {
    let offered = FormLists(
      template: template, sources: pipeline.sources, lists: lists, language: language, year: year,
      choices: choices)
    let rows = FormRows(lists: offered, words: template.words)
    let head = pipeline.head.map { self.head($0, offered) }
    let tables = try inOrder(pipeline.sources.filter { $0.layout == .table })
      .map { try table($0, offered, rows) }
    let places: [FormPlace] = [head?.place].compactMap { $0 } + tables.map(\.place)
    let input = FormInput(lists: offered, words: template.words) { reference in
      let place = places.first { $0.source.name == reference.source }
      return place?.range(of: reference.field).map { "=" + $0 }
    }
    let before = BeforeSheet(
      template: template, language: language, places: places, lists: offered,
      keys: try keys(offered))
    // What others fill in stands behind what this organisation has to do.
    let own = tables.filter { !$0.isOfOthers }.map { $0.sheet(input) }
    let others = tables.filter(\.isOfOthers).map { $0.sheet(input) }
    let first = [head?.sheet(input, rows: rows)].compactMap { $0 }
    return Workbook(
      properties: .init(
        title: filled(template.title.text(in: language)), subject: template.title.english,
        author: template.publisher, language: language.rawValue, created: day),
      sheets: first + own + [before.sheet(input), offered.sheet()] + others)
  }

  private func inOrder(_ sources: [SourceDefinition]) -> [SourceDefinition] {
    let named = template.order.compactMap { name in sources.first { $0.name.name == name } }
    return named + sources.filter { !template.order.contains($0.name.name) }
  }

  /// The file's name without its ending.
  var fileName: String { filled(template.name).replacing("/", with: "-") }

  /// Columns of the view in braces become their values.
  private func filled(_ text: String) -> String {
    form.columnNames.reduce(text) {
      $0.replacing("{\($1)}", with: form.text($1) ?? "")
    }
  }

  /// The codes that alone are offered, of the lists where that is said.
  private var choices: [String: Set<String>] {
    Dictionary(
      template.choices.compactMap { choice in
        form.text(choice.column.name).map {
          (choice.list, Set($0.split(separator: ";").map(String.init)))
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The year it is about.
  private var year: Int? {
    let years = form.columnNames.compactMap { name -> Int? in
      guard let field = pipeline.head?.fields.first(where: { $0.name.name == name }),
        field.type == .whole, pipeline.head?.head?.identity.contains(field.name) == true
      else { return nil }
      return form.text(name).flatMap(Int.init)
    }
    return years.first
  }

  /// The first day on which that year has passed, never a day of a clock.
  private var day: CalendarDay {
    CalendarDay(year: (year ?? 1999) + 1, month: 1, day: 1) ?? CalendarDay(daysSince1970: 0)
  }

  private func asks(_ condition: Identifier?) -> Bool {
    condition.map { form.text($0.name) == "1" } ?? true
  }

  private func head(_ source: SourceDefinition, _ lists: FormLists) -> FormHeadSheet {
    var known: [Identifier: String] = [:]
    for field in source.fields { known[field.name] = form.text(field.name.name) }
    return FormHeadSheet(
      source: source, lists: lists, words: template.words,
      title: filled(template.title.text(in: language)), known: known,
      fields: source.fields.filter { asks($0.onlyFor) })
  }

  private func table(_ source: SourceDefinition, _ lists: FormLists, _ rows: FormRows) throws
    -> FormTableSheet
  {
    let isOfOthers = !asks(source.onlyFor)
    let submission = form.text(template.rowsFrom.name).flatMap(Int64.init)
    return FormTableSheet(
      source: source, lists: lists, words: template.words,
      filled: isOfOthers ? [] : try rows.lines(of: source, in: submission, db),
      filledFrom: form.text(template.yearFrom.name) ?? "", isOfOthers: isOfOthers,
      room: template.room, printedRoom: template.printedRoom)
  }

  /// The categories that occur in the rows the form begins with, in order.
  private func keys(_ lists: FormLists) throws -> [String] {
    guard let by = template.totals?.by,
      let source = pipeline.sources.first(where: { $0.name == by.source }),
      let field = source.field(by.field),
      let submission = form.text(template.rowsFrom.name).flatMap(Int64.init)
    else { return [] }
    let codes = try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT \(field.name) FROM \(source.view)
        WHERE submission = ? AND \(field.name) IS NOT NULL ORDER BY 1
        """, arguments: [submission])
    return codes.map { code in field.type.list.map { lists.text(of: code, in: $0) } ?? code }
  }
}
