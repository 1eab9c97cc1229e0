import Spreadsheet

/// The formulas of one figure: the same rows as its SQL, counted on the data sheets.
///
/// Comparing with `=` inside SUMPRODUCT takes codes as they are; the criteria of COUNTIFS and
/// SUMIFS are patterns and turn number-like texts such as `015` into numbers.
struct FigureFormula {
  /// A column compared with the code of the figure's category.
  struct Restriction {
    var column: String
    /// A cell reference or a quoted text.
    var code: String
  }

  /// `(Agreements[In year]=1)*(Agreements[Country]=$D7)`; always a number, never TRUE.
  static func selection(_ flag: String, _ restrictions: [Restriction]) -> String {
    guard !restrictions.isEmpty else { return "(\(flag)=1)*1" }
    let factors = restrictions.map { "(\($0.column)=\($0.code))" }
    return (["(\(flag)=1)"] + factors).joined(separator: "*")
  }

  /// The formula of a measure, without `=`.
  static func measure(
    _ value: IndicatorDefinition.Value, _ selection: String, column: String, isMoney: Bool,
    covered: String? = nil
  ) -> String {
    switch value {
    case .count:
      return "SUMPRODUCT(\(selection))"
    case .sum:
      let sum = "SUMPRODUCT(\(selection),\(column))"
      let rows = covered ?? selection
      let known = "SUMPRODUCT(\(rows)*(\(column)<>\"\"))"
      return "IF(AND(SUMPRODUCT(\(rows))>0,\(known)=0),\"\(Shorthand.notAvailable)\",\(sum))"
    case .distinct:
      // An empty cell would be the number 0, as the rows left out are.
      let known = "\(selection)*(\(column)<>\"\")"
      let key = "\(known)*\(column)"
      return "SUMPRODUCT(--(FREQUENCY(\(key),\(key))>0))-(SUMPRODUCT(\(known))<ROWS(\(column)))"
    case .mean:
      let known = "\(selection)*(\(column)<>\"\")"
      return unlessNone(known, "SUMPRODUCT(\(known),\(column))/SUMPRODUCT(\(known))")
    case .median:
      let known = "\(selection)*(\(column)<>\"\")"
      let median = "_xlfn.AGGREGATE(16,6,\(column)/(\(known)),0.5)"
      return unlessNone(known, isMoney ? halfEvenCents(median) : median)
    }
  }

  /// Rows with a value of all rows, in percent.
  static func filled(_ selection: String, column: String) -> String {
    let known = "SUMPRODUCT(\(selection)*(\(column)<>\"\"))"
    return unlessNone(selection, "100*\(known)/SUMPRODUCT(\(selection))")
  }

  /// One value of another in percent.
  static func share(_ part: String, of whole: String) -> String {
    "IF(\(whole)=0,\"\(Shorthand.notApplicable)\",100*\(part)/\(whole))"
  }

  /// The same for a coverage, which recoveries must not push outside 0 to 100.
  static func coverage(_ part: String, of whole: String) -> String {
    "IF(\(whole)=0,\"\(Shorthand.notApplicable)\",MAX(0,MIN(100,100*\(part)/\(whole))))"
  }

  private static func unlessNone(_ selection: String, _ formula: String) -> String {
    "IF(SUMPRODUCT(\(selection))=0,\"\(Shorthand.notApplicable)\",\(formula))"
  }

  /// ROUND goes half away from zero; a median of cents lies on a whole or a half cent.
  private static func halfEvenCents(_ value: String) -> String {
    "IF(MOD(ROUND(ABS(\(value))*1000,0),10)=5,2*ROUND(\(value)*50,0)/100,ROUND(\(value),2))"
  }
}

/// Marks in cells that hold no number.
enum Shorthand {
  static let notAvailable = "[x]"
  static let notApplicable = "[z]"
  /// What stands in the cell of a figure without a value.
  static func mark(reason: String?) -> String {
    reason == Figure.Reason.noDenominator.rawValue ? notApplicable : notAvailable
  }

  static let broken = "[b]"
  static let restated = "[r]"
  static let rounding = "Figures are rounded where they are shown, never where they are kept."
  static let withheld = "[c]"
  static let publicMarks = [
    (withheld, "withheld: the number, or one it could be worked out from, says too much about few"),
    (notAvailable, "not available: not reported, or no exchange rate"),
    (notApplicable, "not applicable: no such part, or nothing to divide by"),
    ("[p]", "provisional: too few reports have come in yet"),
    ("[r]", "restated: moved since the year was closed"),
  ]
  static let internalMarks = publicMarks.filter { $0.0 != withheld }
  /// Marks with what they say, as sentences.
  static func notes(_ marks: [(String, String)]) -> [(name: String, text: String)] {
    marks.map { ($0.0, $0.1.prefix(1).uppercased() + $0.1.dropFirst() + ".") }
  }
  private static let marks = [
    (
      notAvailable,
      "not available: not reported, not yet a figure in that year, or no exchange rate"
    ),
    (notApplicable, "not applicable: no such part, or nothing to divide by"),
    (broken, "break: the definition has changed since last year"),
    (restated, "restated since the year was closed"),
  ]

  /// What the marks among some lines say; empty where there are none.
  static func legend(of lines: [[OutputCell]]) -> String {
    var used: Set<String> = []
    for cell in lines.joined() {
      switch cell {
      case .text(let text, _), .formula(_, .text(let text), _): used.insert(text)
      default: break
      }
      if cell.style?.numberFormat?.contains(restated) ?? false { used.insert(restated) }
    }
    let found = marks.filter { used.contains($0.0) }.map { "\($0.0) \($0.1)" }
    return found.isEmpty ? "" : found.joined(separator: " · ") + "."
  }
}
