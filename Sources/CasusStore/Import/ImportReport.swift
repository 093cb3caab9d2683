/// What an import did.
public struct ImportReport: Hashable, Sendable {
  /// Articles that are new.
  public var added = 0
  /// Articles that were there already.
  public var unchanged = 0
  /// Articles that a later version with the same address has replaced; they are kept.
  public var superseded = 0
  /// Statements stored, those of superseded articles included.
  public var statements = 0
  /// What later versions with the same address changed of events and relations.
  public var corrections = ChangeReport()
  /// Statements left out because their words are not in the article, a line each.
  public var rejected: [String] = []

  /// An import of nothing.
  public init() {}

  /// Adds what a further import did.
  public static func += (a: inout ImportReport, b: ImportReport) {
    a.added += b.added
    a.unchanged += b.unchanged
    a.superseded += b.superseded
    a.statements += b.statements
    a.rejected += b.rejected
    a.corrections += b.corrections
  }
}
