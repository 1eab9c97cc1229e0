/// Holds a workbook against the rules of accessible, publishable workbooks.
///
/// The rules follow the checklist of the UK Government Analysis Function for statistics in
/// spreadsheets; essential ones are those it calls essential. Any workbook can be checked.
public struct WorkbookCheck {
  /// A rule that the workbook breaks, with the places where it does.
  public struct Finding: Hashable, Sendable {
    /// The number of the rule, such as `R03`.
    public var rule: String
    /// What holds where the rule is kept.
    public var text: String
    /// Whether the workbook should not go out like this.
    public var isEssential: Bool
    /// The sheet; nil where the whole workbook is meant.
    public var sheet: String?
    /// The cells in the order of the sheet; none where the whole sheet is meant.
    public var cells: [CellReference]
    /// What stands there.
    public var found: String
    /// How to mend it.
    public var mend: String
  }

  /// A rule, or a part of one, that was not looked at.
  public struct Unseen: Hashable, Sendable {
    /// The number of the rule.
    public var rule: String
    /// What was not looked at, and why.
    public var what: String
    /// What it is about, where there is more than one such thing.
    public var names: [String] = []
  }

  /// What the rules found, by rule and then in the order of sheets and cells.
  public let findings: [Finding]
  /// What was not looked at.
  public let unseen: [Unseen]
  /// How many rules the edition has.
  public let ruleCount: Int

  /// Whether an essential rule is broken.
  public var breaksEssentialRule: Bool { findings.contains(where: \.isEssential) }

  /// Reads the workbook and looks at all of it.
  ///
  /// - Throws: ``SpreadsheetError`` if the file is no sound workbook, naming what it is instead.
  public init(path: String, edition: WorkbookEdition = .public) throws(SpreadsheetError) {
    let workbook = try InspectedWorkbook(path: path)
    let rules = WorkbookRule.all.filter { $0.editions.contains(edition) }
    let twins = TableTwins(of: workbook, edition)
    let found =
      rules.flatMap { Self.gathered($0.look(workbook, edition), of: $0) }
      + Self.gathered(twins.breaches, of: .twins)
    // In the order of the rules, and within each in that of the workbook.
    findings = found.enumerated().sorted {
      ($0.element.rule, $0.offset) < ($1.element.rule, $1.offset)
    }.map(\.element)
    unseen =
      (rules.compactMap { rule in rule.unseen.map { Unseen(rule: rule.id, what: $0) } }
      + (twins.unseen.map {
        [Unseen(rule: WorkbookRule.twins.id, what: $0, names: twins.alone)]
      } ?? []))
      .sorted { $0.rule < $1.rule }
    ruleCount = rules.count + 1
  }

  /// One finding for all cells of a sheet of which the same is to be said.
  private static func gathered(_ breaches: [RuleBreach], of rule: WorkbookRule) -> [Finding] {
    var order: [RuleBreach] = []
    var cells: [RuleBreach: [CellReference]] = [:]
    for breach in breaches {
      var place = breach
      place.cell = nil
      // Quoted texts differ from cell to cell; the first stands for all.
      place.found = String(breach.found.prefix { $0 != "“" })
      if cells[place] == nil {
        order.append(breach)
        cells[place] = []
      }
      if let cell = breach.cell { cells[place]?.append(cell) }
    }
    return order.map { breach in
      var place = breach
      place.cell = nil
      place.found = String(breach.found.prefix { $0 != "“" })
      return Finding(
        rule: rule.id, text: rule.text, isEssential: breach.isEssential ?? rule.isEssential,
        sheet: breach.sheet, cells: cells[place] ?? [], found: breach.found, mend: rule.mend)
    }
  }
}
