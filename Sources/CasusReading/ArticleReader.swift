/// One input format: how the bytes of a file become articles.
protocol ArticleReader: Sendable {
  /// The file name extensions of the format, in lower case, without the dot.
  var fileExtensions: [String] { get }

  /// Reads a file piece by piece. Every article and every problem is one element.
  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult>
}

/// An article as the file tells it, or why there is none.
typealias DraftResult = Result<ArticleDraft, ReadingProblem>

extension ArticleReader {
  /// Reads a file that holds exactly one article.
  func single(
    _ stream: ByteStream, _ read: (String) throws(ReadingProblem) -> ArticleDraft
  ) -> any IteratorProtocol<DraftResult> {
    let result: DraftResult
    do throws(ReadingProblem) {
      let text = try TextDecoding.text(of: stream.readWhole(), file: stream.path)
      guard !text.isBlank else {
        throw ReadingProblem(
          file: stream.path, message: "is empty; remove it or put the article's text in it")
      }
      result = .success(try read(text))
    } catch {
      result = .failure(error)
    }
    return CollectionOfOne(result).makeIterator()
  }
}

extension ByteStream {
  /// Everything that is left, unless it is too much for one article.
  func readWhole() throws(ReadingProblem) -> [UInt8] {
    try readAll(limit: limits.largestArticle, message: limits.articleMessage)
  }

  /// Everything that is left, unless it is too much to stand in memory.
  func readDocument() throws(ReadingProblem) -> [UInt8] {
    try readAll(limit: limits.largestDocument, message: limits.documentMessage)
  }

  private func readAll(limit: Int, message: String) throws(ReadingProblem) -> [UInt8] {
    guard try peek(limit + 1).count <= limit else {
      throw ReadingProblem(file: path, message: message)
    }
    return try readAll()
  }
}
