import Foundation

/// JSON: one article object, or a list of them, as arrays, feeds, news services and chats give it. Elements of
/// lists are named `file.json#1`, `#2`, …
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
    guard first == "{" || first == "[" else {
      let place = JSONPlace(file: file)
      return [.failure(place.problem("is not a JSON object; write {\"text\": \"…\"}"))]
    }
    guard let value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else {
      return [
        .failure(JSONPlace(file: file).problem("is not valid JSON; check the quotes and commas"))
      ]
    }
    return JSONArticles.drafts(of: value, file: file)
  }
}
