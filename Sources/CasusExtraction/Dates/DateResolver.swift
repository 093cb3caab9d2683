public import CasusModel

/// Places date expressions in time.
public struct DateResolver: Sendable {
  /// What must be known besides the expression itself.
  public struct Context: Hashable, Sendable {
    /// The day of publication, if known.
    public var published: EDTF?
    /// The tense of the clause; an expression may carry its own ("next Friday").
    public var tense: Tense
    /// The last date of the narrative, for "two days later" and "the same day".
    public var anchor: EDTF?
    /// The year that dates without a year take, as under the heading "2014".
    public var year: Int?
    /// The first day of what is counted in days ("on day 194 of the war"); `anchor` otherwise.
    public var dayOne: EDTF?

    /// Makes a context from its parts.
    public init(
      published: EDTF? = nil, tense: Tense = .none, anchor: EDTF? = nil, year: Int? = nil,
      dayOne: EDTF? = nil
    ) {
      self.published = published
      self.tense = tense
      self.anchor = anchor
      self.year = year
      self.dayOne = dayOne
    }
  }

  /// Makes a resolver.
  public init() {}

  /// The date of a mention and how it was found.
  /// - Returns: `nil` where the expression cannot be placed: an impossible day, or a relative
  ///   expression without the date it counts from.
  public func resolve(
    _ mention: DateMention, in context: Context
  ) -> (edtf: EDTF, basis: DateBasis)? {
    guard let date = Reckoning(context).date(of: mention.expression) else { return nil }
    return (date, mention.expression.basis)
  }

  /// The dates of all mentions of a sentence.
  ///
  /// A mention that counts from the narrative takes the nearest date before it, first in the
  /// sentence, then `context.anchor`; a count of days ("day 194") takes the first of the sentence,
  /// wherever it stands.
  /// - Parameters:
  ///   - mentions: the mentions in order.
  ///   - context: what holds for the whole sentence; its tense is not used.
  ///   - tense: the tense at each mention.
  /// - Returns: for each mention its date and basis, or `nil` where it cannot be placed.
  public func resolve(
    _ mentions: [DateMention], in context: Context, tense: (DateMention) -> Tense
  ) -> [(edtf: EDTF, basis: DateBasis)?] {
    var results: [(edtf: EDTF, basis: DateBasis)?] = mentions.map { _ in nil }
    for needsAnchor in [false, true] {
      for (index, mention) in mentions.enumerated() where mention.needsAnchor == needsAnchor {
        var own = context
        own.tense = tense(mention)
        let others = mention.isDayCount ? results.filter { $0?.basis != .deictic } : []
        let before = results[..<index].last(where: Self.isAnchor)
        own.anchor = (others.first(where: Self.isAnchor) ?? before)??.edtf ?? context.anchor
        results[index] = resolve(mention, in: own)
      }
    }
    return results
  }

  /// Whether a narrative can go on from a date: "now" is no such date.
  private static func isAnchor(_ result: (edtf: EDTF, basis: DateBasis)?) -> Bool {
    guard let result else { return false }
    return result.basis != .publication
  }
}
