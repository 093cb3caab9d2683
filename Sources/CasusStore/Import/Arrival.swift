import CasusModel

/// A statement on its way into an event.
struct Arrival {
  /// What counts, with what identity must know of its article.
  let report: Report
  let articleKey: Int64
  /// The row, when it is there already.
  var evidenceKey: Int64?
  /// What the program found, where a reviewer decided otherwise.
  var machine: Found?

  /// A statement that few arrivals have, apart from them.
  final class Found {
    let statement: Statement

    init(_ statement: Statement) {
      self.statement = statement
    }
  }
}
