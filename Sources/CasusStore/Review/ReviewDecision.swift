public import CasusModel

/// What a person decided about an event.
///
/// A decision is tied to the words that carry the event (article and place in it), not to a row, so
/// that it holds after the articles are imported again, coded again or merged into another database.
public struct ReviewDecision: Hashable, Codable, Sendable, Identifiable {
  /// What was decided.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    /// It is as the program found it.
    case accept
    /// These words do not carry such an event.
    case reject
    /// One particular is otherwise.
    case correct
    /// Two events are one.
    case merge
    /// These words carry an event of their own.
    case split
    /// A remark that changes nothing.
    case note
  }

  /// The particular that a correction concerns.
  public enum Field: String, CaseIterable, Codable, Sendable {
    /// PLOVER type, and mode after a slash: `SANCTION/cut-relations`.
    case type
    /// The actors that act, a JSON list of identifiers.
    case source
    /// The actors acted on, a JSON list of identifiers.
    case target
    /// An EDTF date; empty for none.
    case date
    /// Whether it happened.
    case status
  }

  /// A hash of everything but the undoing.
  public var id: String
  /// What was decided.
  public var kind: Kind
  /// The particular that is corrected.
  public var field: Field?
  /// Its value; for a merger, type, mode and participants of the event that stays, as JSON.
  public var value: String?
  /// A remark.
  public var note: String?
  /// Who decided.
  public var reviewer: String
  /// When, in UTC (ISO 8601).
  public var decidedAt: String
  /// Who took it back.
  public var undoneBy: String?
  /// When it was taken back.
  public var undoneAt: String?
  /// What the program had found, each with its words.
  public var statements: [CasusModel.Statement]
  /// The same of the other event of a merger.
  public var others: [CasusModel.Statement]

  /// Makes a decision; its identifier follows from the rest.
  public init(
    kind: Kind, field: Field? = nil, value: String? = nil, note: String? = nil, reviewer: String,
    decidedAt: String, statements: [CasusModel.Statement],
    others: [CasusModel.Statement] = []
  ) throws {
    self.kind = kind
    self.field = field
    self.value = value
    self.note = note
    self.reviewer = reviewer
    self.decidedAt = decidedAt
    self.statements = statements
    self.others = others
    id = ""
    id = String(ContentHash.hex(of: try JSONColumn.encode(self).utf8).prefix(32))
  }

  /// Whether it has been taken back.
  public var isUndone: Bool { undoneAt != nil }

  /// Earlier decisions come first; where they contradict each other the later one holds.
  static func isBefore(_ a: ReviewDecision, _ b: ReviewDecision) -> Bool {
    (a.decidedAt, a.id) < (b.decidedAt, b.id)
  }
}
