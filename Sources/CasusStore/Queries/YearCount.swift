public import CasusModel

/// How many events of a quadrant a year has.
public struct YearCount: Hashable, Codable, Sendable {
  /// The year in which the events begin, or `nil` for undated ones.
  public var year: Int?
  /// The quadrant.
  public var quad: QuadClass
  /// The number of events.
  public var count: Int

  /// Makes a count from its parts.
  public init(year: Int?, quad: QuadClass, count: Int) {
    self.year = year
    self.quad = quad
    self.count = count
  }
}
