/// How an export that names people becomes a register that does not.
///
/// The columns of the register are kept, those that identify a person give the pseudonym, and all
/// others are dropped.
struct PseudonymDefinition: Sendable {
  /// The field of the register the pseudonym is written to.
  var field: Identifier
  /// Columns that say who somebody is; the first that is filled counts.
  var from: [SourceDefinition.Field]
  /// A field and its codes: rows that hold one of them are left out.
  var without: (field: Identifier, codes: [String])?

  init?(_ mapping: DefinitionMapping) {
    let name = mapping.text("field")
    from = mapping.mappings("from").compactMap(SourceDefinition.field)
    if let left = mapping.mapping("without") {
      let field = left.text("field")
      let codes = left.texts("codes")
      left.finish()
      without = Identifier(field).map { ($0, codes) }
    }
    mapping.finish()
    guard let field = Identifier(name) else {
      mapping.wrong("field", "“\(name)” must be \(Identifier.rule)")
      return nil
    }
    self.field = field
    if from.isEmpty {
      mapping.wrong("from", "no column says who somebody is; expected at least one")
    }
  }

  /// Holds this against the register it belongs to.
  func check(_ register: SourceDefinition, _ mapping: DefinitionMapping) {
    for name in [field] + (without.map { [$0.field] } ?? []) where register.field(name) == nil {
      mapping.wrong("pseudonym", "there is no field `\(name.name)` here")
    }
    for column in from where register.field(column.name) != nil {
      let message = "`\(column.name.name)` says who somebody is and is a field of the register too"
      mapping.wrong("pseudonym", message + "; it must not be kept")
    }
    if !register.isInMemory {
      mapping.wrong("pseudonym", "what is about people must be `in_memory: yes`")
    }
  }
}
