public import CasusModel

/// What a reviewer says of an event, see `EventStore.review(_:_:)`.
public enum ReviewVerdict: Hashable, Sendable {
  /// It is as the program found it.
  case accept
  /// The words do not carry such an event.
  case reject
  /// It is of another type or mode.
  case type(EventType, mode: String?)
  /// Others act.
  case source([ActorID])
  /// Others are acted on.
  case target([ActorID])
  /// It has another date, or none.
  case date(EDTF?)
  /// It happened, will, could, or did not.
  case status(EventStatus)
  /// It is the same as the event with this identifier.
  case merge(String)
  /// The words carry events of their own: one event for each article, or for the words chosen.
  case split
  /// A remark that changes nothing.
  case note(String)
}

/// A review of one event: what is said of it, by whom, when, and of which of its words.
public struct Review: Hashable, Sendable {
  /// What is said, each a decision of its own.
  public var verdicts: [ReviewVerdict]
  /// Numbers of the pieces of evidence that are meant, from 1 in the order of `Event.evidence`; empty
  /// means all.
  public var evidence: [Int]
  /// Why.
  public var note: String?
  /// Who.
  public var reviewer: String
  /// When, in UTC (ISO 8601).
  public var decidedAt: String

  /// Makes a review from its parts.
  public init(
    _ verdicts: [ReviewVerdict], evidence: [Int] = [], note: String? = nil, reviewer: String,
    decidedAt: String
  ) {
    self.verdicts = verdicts
    self.evidence = evidence
    self.note = note
    self.reviewer = reviewer
    self.decidedAt = decidedAt
  }
}
