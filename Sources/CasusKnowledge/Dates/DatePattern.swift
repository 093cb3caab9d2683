/// The shape of a date expression, as written in `dates.yaml`.
public indirect enum DatePattern: Hashable, Sendable {
  /// A word, compared after folding.
  case word(String)
  /// A punctuation mark.
  case mark(Character)
  /// A class; its value goes to `slot` where the pattern says so.
  case symbol(String, slot: Slot)
  /// Nothing of the class may follow.
  case lookahead(String)
  /// One after the other.
  case sequence([DatePattern])
  /// Any one of them.
  case choice([DatePattern])
  /// May be missing.
  case optional(DatePattern)
  /// What stands behind belongs to the second date of an interval.
  case second
  /// The start of the text.
  case start
  /// The end of the text.
  case end

  /// Where the value of a class goes.
  public enum Slot: Hashable, Sendable {
    /// To the slots that the entry names.
    case own
    /// Nowhere.
    case ignored
    /// To this slot.
    case named(DateSlot)
  }
}

extension DatePattern {
  /// The words that the pattern names.
  package var words: [String] {
    switch self {
    case .word(let text): [text]
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.words)
    case .optional(let inner): inner.words
    default: []
    }
  }
}
