import Spreadsheet

/// The reporting years whose forms may come on a day, by the register that says so.
enum OpenYears {
  /// Oldest first: the release of one year is an input of the next.
  ///
  /// A year without a first day is not open yet, one without a last day stays open.
  ///
  /// - Throws: ``RunError/missingFolder(_:)`` when there is no data; ``DefinitionError`` when
  ///   definitions or registers cannot be read;
  ///   ``RunError/wrongUsage(_:)`` when no register declares such years.
  static func on(_ day: CalendarDay, pipelineFolder: String, dataFolder: String) throws -> [Int] {
    _ = try Inbox.reports(in: dataFolder)
    let mistakes = MistakeList()
    let pipeline = Pipeline(folder: pipelineFolder, mistakes: mistakes)
    let reference = try Reference(dataFolder: dataFolder, pipeline: pipeline, mistakes: mistakes)
    guard mistakes.all.isEmpty else { throw DefinitionError(mistakes.all) }
    guard let register = reference.registers.first(where: { $0.sheet.source.opens != nil }),
      let opens = register.sheet.source.opens
    else {
      throw RunError.wrongUsage(
        "no register says with `opens:` when years are open; name a year with --period")
    }
    let today = "\(day)"
    let years = register.sheet.rows.compactMap { row -> Int? in
      let value = { (name: Identifier) in
        register.sheet.source.fields.firstIndex { $0.name == name }.map { row.values[$0] }
      }
      guard case .integer(let year)? = value(opens.year),
        case .text(let from)? = value(opens.from), from <= today
      else { return nil }
      if case .text(let until)? = value(opens.until), until < today { return nil }
      return Int(year)
    }
    return years.sorted()
  }
}
