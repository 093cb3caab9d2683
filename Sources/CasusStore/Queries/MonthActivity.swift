public import CasusModel

/// What happened in a month.
public struct MonthActivity: Hashable, Codable, Sendable {
  /// The year and month, such as `2022-07`; `nil` for undated events.
  public var month: EDTF?
  /// The number of events of each quadrant, zeros left out.
  public var counts: [QuadClass: Int]
  /// The sum of the events' PLOVER intensities: below zero where conflict prevails.
  public var intensity: Double

  /// The number of events.
  public var events: Int { counts.values.reduce(0, +) }

  /// Makes an entry from its parts.
  public init(month: EDTF?, counts: [QuadClass: Int], intensity: Double) {
    self.month = month
    self.counts = counts
    self.intensity = intensity
  }
}
