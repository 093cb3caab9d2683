import CasusKnowledge
import CasusModel

/// A language's date stage: finds expressions, tells their tense, places them in time.
final class DateReader: Sendable {
  private let finder: DateFinder
  private let cue: TenseCue
  private let resolver = DateResolver()
  /// Whether a year without a preposition behind a noun says which noun is meant.
  let hasYearsOfNouns: Bool

  init(grammar: DateGrammar, lexicon: Lexicon) {
    finder = DateFinder(grammar: grammar, lexicon: lexicon)
    cue = TenseCue(grammar: grammar, lexicon: lexicon)
    hasYearsOfNouns = grammar.hasYearsOfNouns
  }

  /// The date expressions of a line whose tokens are known.
  func mentions(
    in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ tokens: [Token]
  ) -> [DateMention] {
    finder.mentions(in: text, range: range, known: tokens)
  }

  /// The tense at an expression of a sentence whose tokens are known, as words other than those in
  /// some ranges show it.
  func tense(
    in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, near mention: Range<Int>,
    _ tokens: [Token], apartFrom others: [Range<Int>] = [], isOfVerb: Bool = false
  ) -> Tense {
    cue.tense(
      in: text, range: range, near: mention, known: tokens, apartFrom: others, isOfVerb: isOfVerb)
  }

  func resolve(
    _ mention: DateMention, in narrative: Narrative, tense: Tense
  ) -> (edtf: EDTF, basis: DateBasis)? {
    var anchor = narrative.anchor ?? narrative.heading
    if mention.countsFromDay, let known = anchor, known.precision != .day, !known.isFewDays,
      let day = narrative.day,
      known.precision != .month || day.lacksYear
        || day.lowerBound >= known.lowerBound
          && (!mention.isSameAsTold || day.lowerBound <= known.upperBound)
    {
      // "The same day" looks past "the treaty of 1974", but not past the month that the text has
      // come to, or gone back to; "two days before" does not go back with it.
      anchor = day
    }
    if mention.isSameAsTold, mention.countsFromDay, narrative.isLive, narrative.dayBefore == nil,
      let day = narrative.heading,
      anchor.map({ day.lowerBound.days(since: $0.upperBound) > 1 }) ?? true
    {
      // "Before dawn": of the day of the entry, unless the sentence has just named another.
      anchor = day
    }
    // "At night" goes on with the day that was just told of.
    if mention.expression == .daytime { anchor = narrative.dayBefore ?? narrative.heading }
    return resolver.resolve(
      mention,
      in: DateResolver.Context(
        published: narrative.published, tense: tense, anchor: anchor,
        year: tense == .future
          ? narrative.year : narrative.year(ofMonth: mention.expression.monthWithoutYear)))
  }

  /// Whether a part of a line holds a clock time such as 19:40 or 11.15.
  static func hasClock(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    func isDigit(_ at: Int) -> Bool { range.contains(at) && text[at] >= 0x30 && text[at] <= 0x39 }
    for at in range where text[at] == 0x3A || text[at] == 0x2E {
      if isDigit(at - 1), isDigit(at + 1), isDigit(at + 2) { return true }
    }
    return false
  }
}
