public import CasusModel

/// An office that a person held, with its dates.
public struct Office: Hashable, Sendable {
  /// The state or organisation.
  public var actor: ActorID
  /// The office, such as `president` or `foreign-minister`.
  public var title: String
  /// When it was held.
  public var held: EDTF

  /// Parses `RUS:president:2012-05-07/..`; ids such as `ORG:Hamas:leader:…` keep their colon.
  init?(cell: String) {
    let parts = cell.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 3, let held = EDTF(parts[parts.count - 1]) else { return nil }
    self.actor = ActorID(rawValue: parts[0..<(parts.count - 2)].joined(separator: ":"))
    self.title = parts[parts.count - 2]
    self.held = held
  }

  /// Whether the office was held on a day.
  public func isHeld(on day: Int) -> Bool {
    held.lowerBound <= day && day <= held.upperBound
  }
}
