/// Words as a user types them, made into an FTS5 expression that means just these words.
struct SearchWords {
  /// Single words, and the phrases that stood in quotes.
  let phrases: [String]

  init(_ text: String) {
    var phrases: [String] = []
    for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      if index.isMultiple(of: 2) {
        phrases += part.split(whereSeparator: \.isWhitespace).map(String.init)
      } else {
        phrases.append(String(part))
      }
    }
    // FTS5 finds nothing to look for in a phrase without letters and digits.
    self.phrases = phrases.filter { $0.contains { $0.isLetter || $0.isNumber } }
  }

  /// All phrases, each in quotes, so that none is taken for an operator or a column.
  var matchExpression: String {
    phrases.map { "\"\($0)\"" }.joined(separator: " ")
  }
}
