import Foundation

/// JSON Lines: one article object a line, read line by line; blank lines are skipped.
struct JSONLinesReader: ArticleReader {
  let fileExtensions = ["jsonl", "ndjson"]

  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult> {
    Rows(stream: stream)
  }

  private struct Rows: IteratorProtocol {
    private var stream: ByteStream
    private var line = 0
    private var hasArticles = false
    private var isAtEnd = false

    init(stream: ByteStream) {
      self.stream = stream
    }

    mutating func next() -> DraftResult? {
      guard !isAtEnd else { return nil }
      do throws(ReadingProblem) {
        if line == 0 { try decodeUTF16() }
        while true {
          let offset = stream.offset
          let limit = stream.limits.largestArticle
          guard let (bytes, isWhole) = try stream.readLine(keeping: limit) else { return finish() }
          line += 1
          guard isWhole else { return tooLong() }
          let isBlank = bytes.allSatisfy { $0 == 0x20 || (0x09...0x0d).contains($0) }
          if !isBlank { return result(of: bytes, offset: offset) }
        }
      } catch {
        isAtEnd = true
        return .failure(error)
      }
    }

    private mutating func finish() -> DraftResult? {
      isAtEnd = true
      guard !hasArticles else { return nil }
      return .failure(ReadingProblem(file: stream.path, message: "is empty; put an article in it"))
    }

    /// A file in UTF-16 is decoded as a whole, for its line feeds are not single bytes.
    private mutating func decodeUTF16() throws(ReadingProblem) {
      guard TextDecoding.utf16ByteOrder(of: try stream.peek(2)) != nil else { return }
      let text = try TextDecoding.text(of: stream.readDocument(), file: stream.path)
      stream = ByteStream(bytes: Array(text.utf8), path: stream.path, limits: stream.limits)
    }

    private mutating func tooLong() -> DraftResult {
      hasArticles = true
      return .failure(
        ReadingProblem(file: stream.path, line: line, message: stream.limits.articleMessage))
    }

    private mutating func result(of bytes: [UInt8], offset: Int) -> DraftResult {
      hasArticles = true
      let (file, line, limits) = (stream.path, line, stream.limits)
      return DraftResult { () throws(ReadingProblem) in
        guard !JSONNesting.isDeeper(than: limits.deepestNesting, in: bytes) else {
          throw ReadingProblem(file: file, line: line, message: limits.nestingMessage)
        }
        let text = try TextDecoding.text(of: bytes, file: file, line: line, offset: offset)
        let article: JSONArticle
        do {
          article = try JSONDecoder().decode(JSONArticle.self, from: Data(text.utf8))
        } catch {
          throw Self.problem(error, text: text, file: file, line: line)
        }
        return try article.draft(file: file, row: line, line: line)
      }
    }

    private static func problem(
      _ error: any Error, text: String, file: String, line: Int
    ) -> ReadingProblem {
      let text = text.trimmingWhiteSpace()
      guard text.hasPrefix("{"), !text.hasSuffix("}") else {
        return JSONArticle.problem(error, file: file, row: line, line: line)
      }
      return ReadingProblem(
        file: file, line: line,
        message: "the JSON object is cut off; write each object whole on one line")
    }
  }
}
