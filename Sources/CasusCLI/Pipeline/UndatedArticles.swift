import CasusModel

/// The articles whose date of publication nothing tells, so that "on Sunday" names no day.
struct UndatedArticles {
  private var count = 0
  private var first: String?

  /// Takes note of an article that was read.
  mutating func add(_ article: Article) {
    guard article.published == nil else { return }
    count += 1
    first = first ?? article.path
  }

  /// Says on standard error how many there are and what to do, in one line; nothing when there are none.
  func tell() {
    guard let first else { return }
    let others = count == 1 ? "" : " (and \(count - 1) more)"
    StandardError.write(
      line: "casus: \(first)\(others): no date of publication, so that \"on Sunday\" names no day; "
        + "\(Self.advice(first))give --published DATE")
  }

  /// Where the file itself can tell it.
  private static func advice(_ path: String) -> String {
    let file = (path.split(separator: "#").first ?? "").lowercased()
    if file.hasSuffix(".json") || file.hasSuffix(".jsonl") { return "add \"published\", or " }
    let isText =
      file == "-" || [".txt", ".text", ".md", ".markdown"].contains(where: file.hasSuffix)
    return isText ? "write date: between two --- at the head, or " : ""
  }
}
