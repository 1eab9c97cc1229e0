/// How much a file may hold before it is refused instead of read.
///
/// Against files made to exhaust memory or time (CWE-409). All limits are on what is really
/// inflated: a part that holds more than the archive declares for it is refused as damaged.
public struct ReadingLimits: Hashable, Sendable {
  /// The bytes of one part once inflated, and of a CSV file.
  public var bytesPerPart = 256 << 20
  /// The bytes of all parts once inflated.
  public var bytesPerFile = 1 << 30
  /// How many bytes one byte of the archive may become, in a part larger than ``ratioFloor``.
  public var inflationRatio = 200
  /// The inflated bytes of a part below which its ratio does not matter: blank sheets pack well.
  public var ratioFloor = 8 << 20
  /// The parts of an archive.
  public var parts = 2_000
  /// What the parts of an archive point at.
  public var relationships = 10_000
  /// The worksheets of a workbook.
  public var sheets = 500
  /// The characters of the name of a sheet; Excel itself stops at 31.
  public var charactersPerSheetName = 255
  /// The cells of a sheet or CSV file, empty ones included.
  public var cellsPerSheet = 10_000_000
  /// The distinct texts of a workbook.
  public var sharedStrings = 1_000_000
  /// The cell formats of a workbook; Excel itself stops at 65,490.
  public var cellFormats = 100_000
  /// The bytes of the text of one cell; Excel itself stops at 32,767 characters.
  public var bytesPerText = 1 << 20
  /// The bytes of one XML tag with its attributes.
  public var bytesPerTag = 1 << 20
  /// How deep XML elements may nest.
  public var depth = 64

  /// The limits of the product.
  public static let standard = ReadingLimits()

  /// Makes the standard limits, to be tightened or widened.
  public init() {}
}
