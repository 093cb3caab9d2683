public import CasusModel

/// A verb or noun that the lexicon knows as an event and that gave none.
public struct UnfilledPredicate: Sendable {
  /// What an event lacks.
  public enum Lack: String, Sendable {
    /// Its subject, object or complement is none that the frame asks for.
    case frame = "the frame does not fit"
    /// Nobody was found on either side.
    case sides = "neither side found"
    /// Nobody was found who acts.
    case source = "source not found"
    /// Nobody was found who is acted on.
    case target = "target not found"
    /// Both sides were found, and the event was left out: an actor acts on itself, or says what others
    /// may do.
    case leftOut = "left out"
  }

  /// The bytes of the article's text in which it stands.
  public let range: Range<Int>
  /// The types that its frames give.
  public let types: [EventType]
  /// What the frame that came nearest lacks.
  public let lack: Lack

  /// Makes a predicate that gave no event.
  public init(range: Range<Int>, types: [EventType], lack: Lack) {
    self.range = range
    self.types = types
    self.lack = lack
  }
}

/// What is told about the reading of a sentence while it is read.
enum ReadingTrace {
  /// Lines for `casus explain`.
  case lines([String])
  /// A predicate that gave no event.
  case unfilled(UnfilledPredicate)
}
