/// One sheet of a submission, or one register file: its fields and where to find them.
struct SourceDefinition: Sendable {
  enum Layout: String, CaseIterable, Sendable {
    /// One header row, then a row per record.
    case table
    /// Label in column A, answer in column B; one record.
    case form
  }

  /// How a two-part date such as 5/1/2018 is to be read, where a sender writes dates as text.
  enum DateOrder: String, CaseIterable, Sendable {
    case yearMonthDay = "year-month-day"
    case monthDayYear = "month/day/year"
    case dayMonthYear = "day/month/year"
  }

  struct Field: Sendable {
    var name: Identifier
    var label: LanguageText
    var aliases: [String]
    var type: FieldType
    var isRequired: Bool
    /// Whether some rows need it; its help says which.
    var isRequiredAtTimes: Bool
    /// Whether it takes sentences rather than words.
    var isLong: Bool
    var minimum: Int?
    /// What a form says beside the field.
    var help: LanguageText?
    /// The column of the view of forms that says which forms ask for it; nil for all.
    var onlyFor: Identifier?
    /// Whether a new form begins with what the last one held.
    var isPrefilled: Bool
    /// The field of a source whose values this one repeats.
    var refersTo: Reference?
    var line: Int

    /// Everything a header or label may say to mean this field.
    var spellings: [String] { [name.name] + label.all + aliases }
  }

  /// Another field, written `source.field`.
  struct Reference: Hashable, Sendable {
    var source: Identifier
    var field: Identifier

    init?(_ text: String) {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, let source = Identifier(String(parts[0])),
        let field = Identifier(String(parts[1]))
      else { return nil }
      self.source = source
      self.field = field
    }
  }

  /// What makes a file a submission: which answers of the form say whose it is.
  struct Head: Sendable {
    /// Fields that together identify a submission, and its version.
    var identity: [Identifier]
    var version: Identifier
    /// The field with the day it was sent: after the cut-off it waits.
    var dated: Identifier
    /// The field that says by which layout the form is to be read, if there ever was another.
    var layout: Identifier?
    /// What a form of today's layout says there.
    var today: String?
  }

  /// A layout the sheet had in an earlier form.
  struct Former: Hashable, Sendable {
    /// What a form of that layout says of its version.
    var version: String
    /// The last reporting year it was sent out for: what was in use then may stand in it.
    var until: Int
  }

  /// What makes a register one of corrections: which of its fields say what is replaced by what.
  struct Corrects: Sendable {
    var file: Identifier
    var sheet: Identifier
    var row: Identifier
    var field: Identifier
    var found: Identifier
    var corrected: Identifier

    var all: [Identifier] { [file, sheet, row, field, found, corrected] }
  }

  /// What makes a register one of reporting years: when forms of a year may come.
  struct Opens: Sendable {
    var year: Identifier
    var from: Identifier
    var until: Identifier

    var all: [Identifier] { [year, from, until] }
  }

  var file: String
  var line: Int
  var name: Identifier
  var title: String
  var layout: Layout
  /// Names the sheet may bear; empty: any sheet with the required columns.
  var sheets: [String]
  /// The name of the sheet in each language; nil where any sheet will do.
  var sheetName: LanguageText?
  /// What a form says above the sheet: what belongs there, and what does not.
  var help: LanguageText?
  /// The column of the view of forms that says which forms fill the sheet in; nil for all.
  var onlyFor: Identifier?
  /// Name of the file where the table comes as CSV; nil for any.
  var csv: String?
  var isRequired: Bool
  var dateOrder: DateOrder
  /// Whether a sender's program writes large numbers as text such as `1.5E+07`.
  var allowsExponents: Bool
  /// Whether lines of a CSV file may leave out their last, empty fields.
  var allowsShortRows: Bool
  var head: Head?
  /// What makes it a former layout of the source of the same name; nil for that of today.
  var former: Former?
  var corrects: Corrects?
  var opens: Opens?
  var fields: [Field]
  /// Fields that together tell which row is meant when a form is corrected.
  var identifiedBy: [Identifier]
  /// Fields by which such a row is called; those that identify it where nothing is said.
  var namedBy: [Identifier]
  /// Fields whose values together must be unique (registers).
  var key: [Identifier]
  var isRegister: Bool
  /// Whether its rows are about people: they are counted, and written nowhere.
  var isInMemory: Bool
  /// How an export that names people becomes this register, where it is about people.
  var pseudonym: PseudonymDefinition?

  /// Name of the table with every row read; the rows that count stand in ``view``.
  var table: String { view + "_read" }
  /// Name of the view with the accepted rows, as the models see it.
  var view: String { (isRegister ? "register_" : "sheet_") + name.name }

  func field(_ name: Identifier) -> Field? { fields.first { $0.name == name } }

  init?(_ mapping: DefinitionMapping, isRegister: Bool) {
    file = mapping.file
    line = mapping.line
    self.isRegister = isRegister
    let name = mapping.text(isRegister ? "register" : "source")
    title = mapping.optionalText("title") ?? name
    layout = isRegister ? .table : mapping.choice("layout", or: .table)
    csv = isRegister || mapping.has("csv") ? mapping.fileName("csv") : mapping.optionalText("csv")
    sheets = []
    isRequired = false
    if !isRegister {
      if mapping.has("sheet") { sheetName = LanguageText("sheet", in: mapping) }
      sheets = sheetName?.all ?? []
      if mapping.has("help") { help = LanguageText("help", in: mapping) }
      onlyFor = Self.identifier("only_for", in: mapping)
      sheets += mapping.texts("sheet_aliases")
      isRequired = mapping.flag("required")
    } else {
      isRequired = mapping.flag("required")
    }
    dateOrder = mapping.choice("dates", or: .yearMonthDay)
    allowsExponents = mapping.flag("exponents")
    allowsShortRows = mapping.flag("short_rows")
    fields = mapping.mappings("fields").compactMap(Self.field)
    key = isRegister ? Self.identifiers("key", in: mapping) : []
    identifiedBy = isRegister ? [] : Self.identifiers("identified_by", in: mapping)
    namedBy = isRegister ? [] : Self.identifiers("named_by", in: mapping)
    if namedBy.isEmpty { namedBy = identifiedBy }
    head = isRegister ? nil : mapping.mapping("submission").flatMap(Self.head)
    former = isRegister ? nil : mapping.mapping("former").flatMap(Self.former)
    corrects = isRegister ? mapping.mapping("corrects").flatMap(Self.corrects) : nil
    isInMemory = isRegister && mapping.flag("in_memory")
    pseudonym = isRegister ? mapping.mapping("pseudonym").flatMap(PseudonymDefinition.init) : nil
    opens = isRegister ? mapping.mapping("opens").flatMap(Self.opens) : nil
    mapping.finish()
    guard let identifier = Identifier(name) else {
      mapping.wrong(nil, "the name “\(name)” must be \(Identifier.rule)")
      return nil
    }
    self.name = identifier
    check(mapping)
  }

  private func check(_ mapping: DefinitionMapping) {
    if fields.isEmpty { mapping.wrong("fields", "no field is declared; expected at least one") }
    var spelt: [String: Identifier] = [:]
    for field in fields {
      for spelling in Set(field.spellings.map(FoldedText.label)) {
        if let other = spelt[spelling] {
          let message = "“\(spelling)” means both \(other.name) and \(field.name.name)"
          mapping.wrong("fields", message + "; a label or alias must mean one field")
        }
        spelt[spelling] = field.name
      }
    }
    let named =
      key + identifiedBy + namedBy + (head.map { $0.identity + [$0.version, $0.dated] } ?? [])
      + (head?.layout.map { [$0] } ?? []) + (corrects?.all ?? []) + (opens?.all ?? [])
    for name in named where field(name) == nil {
      mapping.wrong(nil, "there is no field `\(name.name)` here")
    }
    if isInMemory, corrects != nil {
      mapping.wrong("corrects", "what is kept in memory cannot correct: corrections are shown")
    }
    pseudonym?.check(self, mapping)
  }

  static func field(_ mapping: DefinitionMapping) -> Field? {
    let name = mapping.text("name")
    let typeText = mapping.optionalText("type") ?? "text"
    let label =
      mapping.has("label")
      ? LanguageText("label", in: mapping) : LanguageText(english: name)
    let aliases = mapping.texts("aliases")
    let isRequired = mapping.flag("required")
    let isRequiredAtTimes = mapping.flag("at_times")
    let isLong = mapping.flag("long")
    let minimum = mapping.wholeNumber("minimum")
    let help = mapping.has("help") ? LanguageText("help", in: mapping) : nil
    let onlyFor = Self.identifier("only_for", in: mapping)
    let isPrefilled = !mapping.has("prefill") || mapping.flag("prefill")
    let refersTo = mapping.optionalText("refers_to").flatMap { text in
      if let reference = Reference(text) { return reference }
      mapping.wrong("refers_to", "`refers_to` is “\(text)”; expected `source.field`")
      return nil
    }
    mapping.finish()
    guard let type = FieldType(typeText) else {
      mapping.wrong("type", "unknown type “\(typeText)”; expected one of \(FieldType.known)")
      return nil
    }
    guard let identifier = Identifier(name) else {
      mapping.wrong("name", "the name “\(name)” must be \(Identifier.rule)")
      return nil
    }
    return Field(
      name: identifier, label: label, aliases: aliases, type: type, isRequired: isRequired,
      isRequiredAtTimes: isRequiredAtTimes, isLong: isLong, minimum: minimum, help: help,
      onlyFor: onlyFor, isPrefilled: isPrefilled,
      refersTo: refersTo, line: mapping.line)
  }

  private static func head(_ mapping: DefinitionMapping) -> Head? {
    let identity = identifiers("identity", in: mapping)
    let version = Identifier(mapping.text("version"))
    let dated = Identifier(mapping.text("dated"))
    let layout = identifier("layout", in: mapping)
    let today = mapping.optionalText("today")
    mapping.finish()
    guard let version, let dated, !identity.isEmpty else { return nil }
    return Head(identity: identity, version: version, dated: dated, layout: layout, today: today)
  }

  private static func former(_ mapping: DefinitionMapping) -> Former? {
    let version = mapping.text("version")
    if !mapping.has("until") { mapping.wrong(nil, "`until` is missing; expected a year") }
    let until = mapping.wholeNumber("until")
    mapping.finish()
    return until.map { Former(version: version, until: $0) }
  }

  private static func corrects(_ mapping: DefinitionMapping) -> Corrects? {
    let names = ["file", "sheet", "row", "field", "found", "corrected"].map {
      Identifier(mapping.text($0))
    }
    mapping.finish()
    guard let file = names[0], let sheet = names[1], let row = names[2], let field = names[3],
      let found = names[4], let corrected = names[5]
    else { return nil }
    return Corrects(
      file: file, sheet: sheet, row: row, field: field, found: found, corrected: corrected)
  }

  private static func opens(_ mapping: DefinitionMapping) -> Opens? {
    let names = ["year", "from", "until"].map { Identifier(mapping.text($0)) }
    mapping.finish()
    guard let year = names[0], let from = names[1], let until = names[2] else { return nil }
    return Opens(year: year, from: from, until: until)
  }

  private static func identifier(_ key: String, in mapping: DefinitionMapping) -> Identifier? {
    guard mapping.has(key) else { return nil }
    return identifiers(key, in: mapping).first
  }

  private static func identifiers(_ key: String, in mapping: DefinitionMapping) -> [Identifier] {
    mapping.texts(key).compactMap { name in
      if let identifier = Identifier(name) { return identifier }
      mapping.wrong(key, "“\(name)” must be \(Identifier.rule)")
      return nil
    }
  }
}
