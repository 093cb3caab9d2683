/// What an import of rows of event tables did.
public struct RecordReport: Hashable, Sendable {
  /// Rows that are new.
  public var added = 0
  /// Rows that were there already.
  public var known = 0

  /// An import of nothing.
  public init() {}

  /// Adds what a further import did.
  public static func += (a: inout RecordReport, b: RecordReport) {
    a.added += b.added
    a.known += b.known
  }
}
