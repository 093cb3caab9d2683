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
        + "write date: between two --- at the head, or give --published DATE")
  }
}
