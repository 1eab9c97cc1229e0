/// A workbook to be written: a value, of which nothing reaches a file before ``write(to:)``.
public struct Workbook {
  /// What the document says about itself.
  public var properties: Properties
  /// The sheets in the order of their tabs; the first is the one shown on opening.
  public var sheets: [Sheet]
  /// Names that formulas may use, each with what it stands for, such as `=Data!$A$2:$A$90`.
  public var definedNames: [(name: String, formula: String)]
  /// Describes a workbook.
  public init(
    properties: Properties, sheets: [Sheet] = [],
    definedNames: [(name: String, formula: String)] = []
  ) {
    self.properties = properties
    self.sheets = sheets
    self.definedNames = definedNames
  }

  /// What a document says about itself; no names of people and no paths belong here.
  public struct Properties: Hashable, Sendable {
    /// The title.
    public var title: String
    /// The subject.
    public var subject: String
    /// The organisation that publishes the document.
    public var author: String
    /// Remarks; empty for none.
    public var comments: String
    /// The language of the text, such as `en-GB`; stored as the custom property `Language`.
    public var language: String
    /// The day the document counts as made on.
    ///
    /// It comes from the data and never from a clock, so that equal content gives equal bytes.
    public var created: CalendarDay

    /// Describes a document.
    public init(
      title: String, subject: String, author: String, comments: String = "",
      language: String = "en-GB", created: CalendarDay
    ) {
      self.title = title
      self.subject = subject
      self.author = author
      self.comments = comments
      self.language = language
      self.created = created
    }
  }
}
