import CasusModel
import Foundation

/// One article as a JSON object: `text` is required; `title`, `language`, `published`,
/// `publisher` and `url` may be missing or `null`.
struct JSONArticle: Decodable {
  private let title: String?
  private let text: String?
  private let language: String?
  private let published: String?
  private let publisher: String?
  private let url: String?

  private enum CodingKeys: CodingKey {
    case title, text, language, published, publisher, url
  }

  /// Checks the fields; the path is that of the file, and the row makes it unique within.
  func draft(file: String, row: Int?, line: Int?) throws(ReadingProblem) -> ArticleDraft {
    guard let text else {
      throw ReadingProblem(
        file: file, line: line, message: "\(Self.subject(row, line))has no \"text\"; add the field")
    }
    let heading = text.firstLineWithText()
    guard !heading.isEmpty else {
      throw ReadingProblem(
        file: file, line: line,
        message: "\(Self.subject(row, line))has an empty \"text\"; put the article's text in it")
    }
    let path = row.map { "\(file)#\($0)" } ?? file
    var draft = ArticleDraft(path: path, line: line, title: title ?? heading, text: text)
    draft.language = language
    draft.publisher = Self.unlessEmpty(publisher)
    draft.url = Self.unlessEmpty(url)
    if let published = Self.unlessEmpty(published) {
      guard let date = PublicationDate.parse(published) else {
        throw ReadingProblem(
          file: file, line: line,
          message: "\(Self.subject(row, line))\"published\" is \"\(published)\", which is no date; "
            + "write it as 2022-09-06, 2022-09 or 2022")
      }
      draft.published = date
    }
    return draft
  }

  /// Words a failure to decode for the reader of the message.
  static func problem(
    _ error: any Error, file: String, row: Int?, line: Int?
  ) -> ReadingProblem {
    let place = subject(row, line)
    let message =
      switch error as? DecodingError {
      case .typeMismatch(_, let context) where context.codingPath.last is CodingKeys:
        "\(place)\"\(context.codingPath.last?.stringValue ?? "")\" is not a string; quote its value"
      case .typeMismatch: "\(place)is not a JSON object; write {\"text\": \"…\"}"
      default: "\(place)is not valid JSON; check the quotes and commas"
      }
    return ReadingProblem(file: file, line: line, message: message)
  }

  /// Rows of a file without line numbers are named in the message.
  private static func subject(_ row: Int?, _ line: Int?) -> String {
    guard let row, line == nil else { return "" }
    return "article \(row) "
  }

  private static func unlessEmpty(_ text: String?) -> String? {
    text?.isBlank == false ? text : nil
  }
}
