/// Fills that run from one colour to another with the numbers of an area.
///
/// The numbers stay in the cells, so colour is never the only carrier of meaning.
public struct ColourScale: Hashable, Sendable {
  /// The cells.
  public var area: CellArea
  /// The colour of the least number, as 0xRRGGBB.
  public var low: UInt32
  /// The colour of the median of the numbers; nil runs straight from low to high.
  public var middle: UInt32?
  /// The colour of the greatest number.
  public var high: UInt32

  /// Describes a scale of two or three colours.
  public init(area: CellArea, low: UInt32, middle: UInt32? = nil, high: UInt32) {
    self.area = area
    self.low = low
    self.middle = middle
    self.high = high
  }
}
