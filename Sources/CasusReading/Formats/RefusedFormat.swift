/// A file that is no article as it stands, with what to do about it.
struct RefusedFormat: ArticleReader {
  let fileExtensions: [String] = []
  let advice: String

  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult> {
    CollectionOfOne(DraftResult.failure(ReadingProblem(file: stream.path, message: advice)))
      .makeIterator()
  }

  /// What the first bytes of a text show, if it is one of these.
  init?(startOf text: String) {
    if text.hasPrefix("{\\rtf") {
      advice = "is a document in Rich Text Format; save it again as .docx or .txt"
      return
    }
    guard let colon = text.prefix(40).firstIndex(where: { $0 == ":" || $0 == " " }) else {
      return nil
    }
    let opening = text[..<colon].lowercased()
    let isFolder = opening == "from" && text[colon] == " "
    guard isFolder || Self.mailFields.contains(opening) else { return nil }
    let lines = text.lowercased().split(whereSeparator: \.isNewline)
    guard lines.contains(where: { $0.hasPrefix("mime-version:") || $0.hasPrefix("message-id:") })
    else { return nil }
    if lines.contains(where: { $0.contains("multipart/related") }) {
      advice = "is a page saved as MHTML; save it again as \"web page, HTML only\" (.html)"
    } else {
      advice = "is a mail\(isFolder ? " folder" : ""); save the text of each mail as .txt or .html"
    }
  }

  /// What a file of the ZIP format begins with when it is an OpenDocument text or an e-book.
  init?(startOfArchive text: String) {
    if text.contains("mimetypeapplication/vnd.oasis.opendocument") {
      advice = "is an OpenDocument file; save it again as .docx or .txt"
    } else if text.contains("mimetypeapplication/epub+zip") {
      advice = "is an e-book (EPUB); save the text of each article as .txt or .html"
    } else {
      return nil
    }
  }

  private static let mailFields: Set<String> = [
    "from", "to", "date", "subject", "received", "return-path", "delivered-to", "message-id",
    "mime-version", "x-mozilla-status",
  ]
}
