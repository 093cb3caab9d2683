/// Graphviz could not draw; one line that says what and what to do.
public struct GraphvizError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The whole message.
  public let description: String

  init(_ what: String, said: String = "") {
    let lines = said.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    var detail = ""
    for line in lines.filter({ !$0.isEmpty }).prefix(3) {
      detail += (detail.isEmpty ? ": " : "; ") + line.prefix(300)
    }
    description = what + detail
  }
}
