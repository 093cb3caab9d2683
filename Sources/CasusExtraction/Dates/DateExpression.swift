/// What a date expression says, before it is placed in time.
package indirect enum DateExpression: Hashable, Sendable {
  /// Fields of a date, some of which may be open.
  case parts(DateParts)
  /// So many units before (negative) or after the day of publication.
  case fromPublication(DateParts, sign: Int)
  /// So many units after publication; in the past after the last date of the narrative or, if that
  /// is not meant, no date at all.
  case fromPublicationUnlessPast(DateParts, orAnchor: Bool)
  /// So many units before or after the last date of the narrative.
  case fromAnchor(DateParts, sign: Int)
  /// The last date of the narrative, or the unit around it.
  case sameAsAnchor(DateParts)
  /// The day that the sentence before tells of, or the day of publication.
  case daytime
  /// The n-th day since something began.
  case dayCount(DateParts)
  /// So many units before or after another date.
  case shifted(DateExpression, DateParts, sign: Int)
  /// So many units before (negative) or after what the words that follow tell.
  case fromEvent(DateParts, sign: Int)
  /// About a date.
  case about(DateExpression)
  /// An early, middle or late part of a date.
  case part(DateExpression)
  /// From a date on; with the tense that the words carry.
  case since(DateExpression, hint: Int?)
  /// Up to a date.
  case until(DateExpression)
  /// From one date to another.
  case interval(DateExpression, DateExpression)
  /// From a date on, where the words may tell what began on it.
  case from(DateExpression)
  /// At some other time, of which the words say no more.
  case elsewhen
}
