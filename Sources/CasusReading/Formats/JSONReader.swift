import Foundation

/// JSON: one article object, or an array of them. Array elements are named `file.json#1`, `#2`, …
struct JSONReader: ArticleReader {
  let fileExtensions = ["json"]

  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult> {
    do throws(ReadingProblem) {
      let text = try TextDecoding.text(of: stream.readDocument(), file: stream.path)
      guard !JSONNesting.isDeeper(than: stream.limits.deepestNesting, in: text.utf8) else {
        throw ReadingProblem(file: stream.path, message: stream.limits.nestingMessage)
      }
      return Self.articles(in: text, file: stream.path).makeIterator()
    } catch {
      return CollectionOfOne(DraftResult.failure(error)).makeIterator()
    }
  }

  private static func articles(in text: String, file: String) -> [DraftResult] {
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else {
      return [.failure(ReadingProblem(file: file, message: "is empty; put an article in it"))]
    }
    do {
      if first != "[" {
        let article = try JSONDecoder().decode(JSONArticle.self, from: Data(text.utf8))
        return [draft(of: article, file: file, row: nil)]
      }
      let elements = try JSONDecoder().decode([Element].self, from: Data(text.utf8))
      guard !elements.isEmpty else {
        return [.failure(ReadingProblem(file: file, message: "holds no article; add one"))]
      }
      return elements.enumerated().map { index, element in
        switch element.article {
        case .success(let article): draft(of: article, file: file, row: index + 1)
        case .failure(let error):
          .failure(JSONArticle.problem(error, file: file, row: index + 1, line: nil))
        }
      }
    } catch {
      return [.failure(JSONArticle.problem(error, file: file, row: nil, line: nil))]
    }
  }

  private static func draft(of article: JSONArticle, file: String, row: Int?) -> DraftResult {
    DraftResult { () throws(ReadingProblem) in
      try article.draft(file: file, row: row, line: nil)
    }
  }

  /// An element of the array; a faulty one does not spoil the others.
  private struct Element: Decodable {
    let article: Result<JSONArticle, any Error>

    init(from decoder: any Decoder) {
      article = Result { try JSONArticle(from: decoder) }
    }
  }
}
