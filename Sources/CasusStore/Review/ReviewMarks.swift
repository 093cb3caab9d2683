import CasusModel

/// What decisions add to a statement that its own fields cannot hold, as `evidence.review` keeps it.
struct ReviewMarks: Hashable, Codable {
  /// Whether the words do not carry the event.
  var isRejected: Bool?
  /// Whether somebody confirmed it.
  var isAccepted: Bool?
  /// How sure the program was of what somebody confirmed.
  var foundConfidence: Double?
  /// Whether the program no longer finds the statement, and it stands because somebody accepted it.
  var isKept: Bool?
  /// The status that was decided; the words keep their own.
  var status: EventStatus?
  /// Mergers that the statement is part of: those with a common one are one event.
  var united: [String]?
  /// The split that sets the statement apart.
  var apart: String?

  var isEmpty: Bool { self == ReviewMarks() }
}

/// A statement as decisions leave it.
struct ReviewedStatement: Hashable {
  /// What counts.
  var statement: Statement
  /// What the program found, where that is not what counts.
  var machine: Statement?
  var marks = ReviewMarks()

  init(_ statement: Statement, marks: ReviewMarks = ReviewMarks()) {
    self.statement = statement
    self.marks = marks
  }

  /// What the program found.
  var found: Statement { machine ?? statement }

  /// Changes what counts, and remembers what the program found.
  mutating func change(_ body: (inout Statement) -> Void) {
    let found = self.found
    body(&statement)
    machine = statement == found ? nil : found
  }
}
