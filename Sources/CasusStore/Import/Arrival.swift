import CasusModel

/// A statement on its way into an event.
///
/// It is an object, so that handing it about does not copy a statement.
final class Arrival {
  /// What counts, with what identity must know of its article.
  let report: Report
  /// What the program found, where a reviewer decided otherwise.
  let machine: Statement?
  let articleKey: Int64
  /// The row, when it is there already.
  let evidenceKey: Int64?

  init(_ report: Report, machine: Statement? = nil, articleKey: Int64, evidenceKey: Int64? = nil) {
    self.report = report
    self.machine = machine
    self.articleKey = articleKey
    self.evidenceKey = evidenceKey
  }
}
