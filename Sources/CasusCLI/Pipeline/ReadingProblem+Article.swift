import CasusModel
import CasusReading

extension ReadingProblem {
  /// A problem with an article that was read: the line of a file of several is told.
  init(article: Article, message: String, severity: Severity = .error) {
    guard let mark = article.path.lastIndex(of: "#"),
      let line = Int(article.path[article.path.index(after: mark)...])
    else {
      self.init(file: article.path, message: message, severity: severity)
      return
    }
    self.init(
      file: String(article.path[..<mark]), line: line, message: message, severity: severity)
  }
}
