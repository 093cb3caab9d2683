/// One word, number or mark of a text.
public struct Token: Sendable {
  /// What a token is.
  public enum Kind: UInt8, Sendable {
    case word, number, possessive
    case comma, period, exclamation, colon, semicolon, dash, hyphen
    case openQuote, closeQuote, plainQuote, openParenthesis, closeParenthesis, slash, other
  }

  /// First byte in the article.
  public var start: Int32
  /// Byte after the last.
  public var end: Int32
  /// The word's number in the lexicon; 0 when unknown.
  public var word: UInt32
  /// What the token is.
  public var kind: Kind
  /// Whether the first letter is upper case.
  public var isCapitalised: Bool
  /// Whether every letter is upper case and there are at least two letters or an abbreviation.
  public var isAllCapitals: Bool
  /// Whether no space stands before it.
  public var isJoined: Bool
  /// Whether it is letters only, and no apostrophe follows.
  public var isPlain: Bool
}
