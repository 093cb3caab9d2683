/// Where in a JSON file an article stands.
struct JSONPlace {
  let file: String
  /// The line in JSON Lines, for messages.
  var line: Int?
  /// Which article of the file or of the line it is, if there are several.
  var number: Int?

  /// The path of the article: `news.json#3`, `news.jsonl#7`, `pages.jsonl#7.3`.
  var path: String {
    let parts = [line, number].compactMap { $0.map(String.init) }
    return parts.isEmpty ? file : "\(file)#\(parts.joined(separator: "."))"
  }

  /// A problem with the article.
  func problem(_ message: String) -> ReadingProblem {
    // Articles of files without line numbers are named in the message.
    let subject = number.flatMap { line == nil ? "article \($0) " : nil } ?? ""
    return ReadingProblem(file: file, line: line, message: subject + message)
  }
}
