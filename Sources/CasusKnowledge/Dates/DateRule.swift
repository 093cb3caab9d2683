/// A pattern with its meaning.
public struct DateRule: Hashable, Sendable {
  /// What a match of the pattern means.
  public enum Kind: String, CaseIterable, Sendable {
    /// Looks like a date and is none: recurring days, durations, names.
    case nothing
    /// Fields of a date.
    case date
    /// So many units before publication.
    case ago
    /// So many units after publication.
    case ahead
    /// So many units after publication, unless the clause is in the past: then it is a duration.
    case within
    /// So many units after publication, or in the past after the last date of the narrative.
    case passing
    /// So many units after the last date of the narrative.
    case later
    /// So many units before the last date of the narrative.
    case earlier
    /// The last date of the narrative, or the unit around it.
    case same
    /// A time of the day that the sentence before tells of, or of the day of publication ("at night").
    case daytime
    /// The n-th day, counted from the first day of something.
    case daycount
    /// So many units after a date that follows.
    case after
    /// So many units before a date that follows.
    case before
    /// So many units after what the clause or noun that follows tells ("a day after they met").
    case afterevent
    /// So many units before it.
    case beforeevent
    /// The date that it holds.
    case plain
    /// About a date.
    case about
    /// Early, middle or late part of a date.
    case part
    /// From a date on.
    case since
    /// Up to a date.
    case until
    /// From one date to another.
    case interval
    /// From a date on, where the words may tell what began on it ("mulai Rabu").
    case from
    /// From the last date of the narrative on ("since then").
    case onward
    /// At some other time, of which the words say no more ("earlier", "recently").
    case elsewhen

    /// Whether `{date}` in another rule may stand for a match of this kind.
    public var isNestable: Bool {
      switch self {
      case .date, .ago, .ahead, .within, .passing, .later, .earlier, .same, .daycount, .plain,
        .about, .part:
        true
      case .nothing, .daytime, .after, .before, .afterevent, .beforeevent, .since, .until,
        .interval, .from, .onward, .elsewhen:
        false
      }
    }
  }

  /// What a match means.
  public var kind: Kind
  /// The shape.
  public var pattern: DatePattern
  /// Fields filled whatever the words are.
  public var values: [DateSlot: Int]
  /// The pattern as written, for explanations.
  public var text: String
}
