/// One word or phrase of a closed class of the date grammar.
public struct DateEntry: Hashable, Sendable {
  /// The class, such as `month`, or the name of a word list of the language.
  public var symbol: String
  /// The word or words.
  public var phrase: String
  /// The fields it fills.
  public var values: [DateSlot: Int]
  /// How a word of the class `number` combines with its neighbours.
  public var numeral: DateNumeral?
  /// Whether the word has other readings, so that it is no date when it stands alone.
  public var isWeak: Bool
  /// Whether it must stand with exactly these capitals.
  public var isExact: Bool
}

/// How a number word combines with the number word before it.
public enum DateNumeral: Hashable, Sendable {
  /// A value: `three`.
  case value(Int)
  /// Multiplies what stands before: `puluh`.
  case times(Int)
  /// Is added to what stands before: `belas`.
  case plus(Int)
}
