/// What the forms for submitters look like: their words, and the views that say who gets one.
struct TemplateDefinition: Sendable {
  /// A line of the sheet that an office looks at before it sends the form.
  struct Line: Sendable {
    var label: LanguageText
    /// A formula in which `source.field` is a column, `rows(source)` a count of rows,
    /// `gaps(source)` of required cells left empty, and `yes` the word for it.
    var formula: String
    /// What the result must be for the line to ask for a second look, such as `>0`; nil for never.
    var lookIf: String?
    var line: Int
  }

  /// Totals side by side, a line for each category that the office names in the first column.
  struct Totals: Sendable {
    var label: LanguageText
    /// The field the categories are taken from, and whose drop-down list is offered.
    var by: SourceDefinition.Reference?
    var rows: Int
    /// Formulas in which `key` is the category of the line.
    var columns: [Line]
    /// Formula that is true where a line asks for a second look.
    var lookIf: String
    var line: Int
  }

  var file: String
  var line: Int
  /// Name of each form's file, with columns of the view in braces.
  var name: String
  var title: LanguageText
  var publisher: String
  /// The view with a row per form: what its head is filled with, and whose rows it begins with.
  var forms: Identifier
  /// The column of that view with the submission whose rows a form begins with, and with its year.
  var rowsFrom: Identifier
  var yearFrom: Identifier
  /// The tables in the order of the form; others follow.
  var order: [String]
  /// Rows to fill in on every sheet, beside those it begins with.
  var room: Int
  /// Rows of them that are printed: paper is for what is filled in, and a few lines more.
  var printedRoom: Int
  /// Code lists whose codes are better known than their labels.
  var codesShown: [String]
  /// Code lists whose other names are offered too.
  var aliasesShown: [String]
  /// Code lists of which a form offers only some: the column of the view with these, parted by `;`.
  var choices: [(list: String, column: Identifier)]
  var beforeSheet: LanguageText
  var beforeHelp: LanguageText
  var lines: [Line]
  var totals: Totals?
  var listsSheet: LanguageText
  var listsHelp: LanguageText
  var words: FormWords

  init(_ mapping: DefinitionMapping) {
    file = mapping.file
    line = mapping.line
    name = mapping.fileName("template")
    title = LanguageText("title", in: mapping)
    publisher = mapping.text("publisher")
    let identifier = { (key: String) -> Identifier in
      let text = mapping.text(key)
      if let identifier = Identifier(text) { return identifier }
      mapping.wrong(key, "“\(text)” must be \(Identifier.rule)")
      return .none
    }
    forms = identifier("forms")
    rowsFrom = identifier("rows_from")
    yearFrom = identifier("year_from")
    order = mapping.texts("sheets")
    room = mapping.wholeNumber("room") ?? 500
    printedRoom = mapping.wholeNumber("printed_room") ?? 20
    codesShown = mapping.texts("show_codes_of")
    aliasesShown = mapping.texts("show_aliases_of")
    choices = Self.choices(mapping.mapping("offers_only"))
    beforeSheet = LanguageText("before_sheet", in: mapping)
    beforeHelp = LanguageText("before_help", in: mapping)
    lines = mapping.mappings("before").map(Self.line)
    totals = mapping.mapping("totals").map(Self.totals)
    listsSheet = LanguageText("lists_sheet", in: mapping)
    listsHelp = LanguageText("lists_help", in: mapping)
    words = Words(mapping.mapping("words"), in: mapping)
    mapping.finish()
  }

  private static func choices(_ mapping: DefinitionMapping?) -> [(list: String, column: Identifier)]
  {
    guard let mapping else { return [] }
    let choices = mapping.keys.compactMap { list in
      Identifier(mapping.text(list)).map { (list: list, column: $0) }
    }
    mapping.finish()
    return choices
  }

  private static func line(_ mapping: DefinitionMapping) -> Line {
    let line = Line(
      label: LanguageText("label", in: mapping), formula: mapping.text("formula"),
      lookIf: mapping.optionalText("look_if"), line: mapping.line)
    mapping.finish()
    return line
  }

  private static func totals(_ mapping: DefinitionMapping) -> Totals {
    let totals = Totals(
      label: LanguageText("label", in: mapping),
      by: SourceDefinition.Reference(mapping.text("by")), rows: mapping.wholeNumber("rows") ?? 6,
      columns: mapping.mappings("columns").map(line), lookIf: mapping.text("look_if"),
      line: mapping.line)
    mapping.finish()
    return totals
  }
}

/// The words that every form says, in its language.
enum FormWord: String, CaseIterable, Sendable {
  case number, required, atTimes = "at_times", optional, known, yes, no, unknown, privacy,
    prefilled, otherForm = "other_form"
  case printed
  case question, answer, explanation, result, verdict, fine
  case look, choose, date, partialDate = "partial_date", whole, amount, list, repeated, text
  case notInList = "not_in_list", notADate = "not_a_date", notWhole = "not_whole"
  case notANumber = "not_a_number", notRepeated = "not_repeated"
}

typealias FormWords = Words<FormWord>
