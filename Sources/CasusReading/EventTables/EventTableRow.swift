public import CasusModel

/// What a row of an event table comes to.
public enum EventTableRow: Sendable {
  /// A statement, and its source: an article without text, known by its address or by the row.
  case statement(Statement, source: Article)
  /// A row that is not taken, and why.
  case rejected(RejectedRow)
}

/// A row of an event table that tells of no event that can be kept.
public struct RejectedRow: Hashable, Sendable {
  /// The file, with the name of its entry when it is an archive.
  public var file: String
  /// The line that the row begins on, from 1.
  public var line: Int
  /// Why it is not taken; rows with the same fault have the same reason.
  public var reason: String
  /// What such rows are counted under; the reason, unless that says more than matters there.
  public var kind: String
  /// Whether the row is as it should be, and only tells of nothing that is kept here.
  public var isSound: Bool
  /// The row as it stands in the file, without its line end.
  public var bytes: [UInt8]
}

/// Why a row is not taken.
struct RowFault: Error {
  let reason: String
  /// What such rows are counted under.
  let kind: String
  /// Whether the row is as it should be all the same.
  let isSound: Bool

  init(reason: String, kind: String? = nil, isSound: Bool = false) {
    self.reason = reason
    self.kind = kind ?? reason
    self.isSound = isSound
  }
}
