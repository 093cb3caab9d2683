public import CasusModel

/// A sentence of `dates.yaml` with the dates that must be found in it.
public struct DateExample: Hashable, Sendable {
  /// The sentence without brackets.
  public var text: String
  /// For each bracketed expression its UTF-8 bytes and its date; `nil` where nothing may be found.
  public var expected: [Expected]
  /// The day of publication, or `nil`.
  public var published: EDTF?
  /// The last date of the narrative before the sentence, or `nil`.
  public var anchor: EDTF?
  /// The line in the file.
  public var line: Int

  /// One bracketed expression.
  public struct Expected: Hashable, Sendable {
    /// UTF-8 bytes of the expression.
    public var range: Range<Int>
    /// Its date.
    public var date: EDTF?
  }
}
