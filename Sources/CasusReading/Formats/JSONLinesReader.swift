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
    private var drafts: ArraySlice<DraftResult> = []

    init(stream: ByteStream) {
      self.stream = stream
    }

    mutating func next() -> DraftResult? {
      if let draft = drafts.popFirst() { return draft }
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
          guard !isBlank else { continue }
          drafts = results(of: bytes, offset: offset)[...]
          if let draft = drafts.popFirst() { return draft }
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

    private mutating func results(of bytes: [UInt8], offset: Int) -> [DraftResult] {
      hasArticles = true
      do throws(ReadingProblem) {
        let value = try value(of: bytes, offset: offset)
        return JSONArticles.drafts(of: value, file: stream.path, line: line)
      } catch {
        return [.failure(error)]
      }
    }

    private func value(of bytes: [UInt8], offset: Int) throws(ReadingProblem) -> Any {
      let place = JSONPlace(file: stream.path, line: line)
      guard !JSONNesting.isDeeper(than: stream.limits.deepestNesting, in: bytes) else {
        throw place.problem(stream.limits.nestingMessage)
      }
      let text = try TextDecoding.text(of: bytes, file: stream.path, line: line, offset: offset)
      if let value = try? JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed)
      {
        return value
      }
      let line = text.trimmingWhiteSpace()
      guard line.hasPrefix("{"), !line.hasSuffix("}") else {
        throw place.problem("is not valid JSON; check the quotes and commas")
      }
      throw place.problem("the JSON object is cut off; write each object whole on one line")
    }
  }
}
