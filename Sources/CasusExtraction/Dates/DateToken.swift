/// One word, number or mark as the date scanner sees it.
struct DateToken {
  enum Kind: UInt8 {
    /// A run of letters.
    case word
    /// A run of digits.
    case number
    /// Day, month and year in figures, or the other way round: `05.09.2022`, `2022-09-05`.
    case numericDate
    /// Two figures that may be day and month: `30/12`.
    case shortDate
    /// The same with a dot: `30.12`.
    case dottedDate
    /// Figures of another kind: `2.022`, `07:55`, `1,25`.
    case figure
    /// A punctuation mark.
    case mark
  }

  /// First byte in the text.
  var start: Int32
  /// Byte after the last.
  var end: Int32
  var kind: Kind
  /// Whether no space stands before it.
  var isJoined: Bool
  var isCapitalised = false
  var isAllCapitals = false
  /// What the grammar needs the token for.
  var use: DateWords.Use = []
  /// The word's number in the lexicon, or 0; for a mark its scalar.
  var word: UInt32 = 0
  /// The value of a number, or the first figure of a date.
  var value: Int32 = 0
  /// The digits of a number, or the second figure of a date.
  var second: Int32 = 0
  /// The third figure of a date.
  var third: Int32 = 0
}

extension UnsafeBufferPointer<DateToken> {
  /// Whether a token stands first, or is a word behind a full stop.
  func beginsSentence(_ token: Int) -> Bool {
    guard token > 0 else { return true }
    let (previous, first) = (self[token - 1], self[token])
    guard previous.kind == .mark, first.kind == .word, first.isCapitalised, !first.isJoined else {
      return false
    }
    switch previous.word {
    case 0x2E, 0x21, 0x3F, 0x2026: return true
    default: return false
    }
  }

  /// A range of tokens without the full stops and commas at its end, which end a sentence or clause
  /// as likely as they belong to an abbreviation.
  func withoutStopMarks(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound + 1, self[end - 1].kind == .mark,
      self[end - 1].word == 0x2E || self[end - 1].word == 0x2C
    {
      end -= 1
    }
    return range.lowerBound..<end
  }
}
