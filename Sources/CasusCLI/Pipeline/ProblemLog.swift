import CasusExtraction
import CasusModel
import CasusReading

/// The problems met on the way: each is one line on standard error, and the worst sets the exit code.
struct ProblemLog {
  private(set) var errorCount = 0
  private var worst: ReadingProblem.Kind?

  /// Writes a problem down.
  mutating func add(_ problem: ReadingProblem) {
    StandardError.write(line: "casus: \(problem)")
    guard problem.severity == .error else { return }
    count(problem.kind)
  }

  /// Writes down what another extractor returned about an article and was refused.
  mutating func add(_ rejections: [Rejection], of article: Article) {
    for rejection in rejections {
      add(ReadingProblem(article: article, message: "\(rejection)", severity: .warning))
    }
  }

  /// Writes down a statement that the database did not take.
  mutating func add(rejected line: String) {
    StandardError.write(line: "casus: \(line)")
    count(.badData)
  }

  /// Ends the command with the exit code of the worst problem, if there was any.
  func finish() throws {
    guard let worst else { return }
    throw QuietExit(code: worst.exitCode)
  }

  private mutating func count(_ kind: ReadingProblem.Kind) {
    errorCount += 1
    if worst != .unreadable { worst = kind }
  }
}

/// Ends the program with a code when everything has been said.
struct QuietExit: Error {
  let code: Int32
}
