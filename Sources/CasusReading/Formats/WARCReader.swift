/// A web archive: an article for each saved page with article text, named `crawl.warc#12` by its
/// record.
///
/// Pages without article text, such as front pages, are told of as warnings; pictures, style sheets
/// and answers other than 200 are passed over. The day of saving is not taken for the day of
/// publication.
struct WARCReader: ArticleReader {
  let fileExtensions = ["warc"]

  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult> {
    Pages(stream: stream)
  }

  private struct Pages: IteratorProtocol {
    private let stream: ByteStream
    private var number = 0
    private var pageCount = 0
    private var isAtEnd = false
    private var target: String?
    private var drafts: (any IteratorProtocol<DraftResult>)?

    init(stream: ByteStream) {
      self.stream = stream
    }

    mutating func next() -> DraftResult? {
      while true {
        if let draft = drafts?.next() { return finished(draft) }
        drafts = nil
        guard !isAtEnd else { return nil }
        do throws(ReadingProblem) {
          guard let record = try WARCRecord.next(in: stream) else {
            isAtEnd = true
            guard pageCount == 0 else { return nil }
            throw ReadingProblem(file: stream.path, message: "holds no saved page")
          }
          number += 1
          drafts = try open(record)
          if drafts != nil { pageCount += 1 }
        } catch {
          if error.file == stream.path {
            isAtEnd = true
            return .failure(error)
          }
          return finished(.failure(error))
        }
      }
    }

    private func finished(_ draft: DraftResult) -> DraftResult {
      switch draft {
      case .success(var draft):
        draft.url = draft.url ?? target
        return .success(draft)
      case .failure(var problem):
        problem.severity = .warning
        return .failure(problem)
      }
    }

    /// The articles in a record; `nil` when it holds no page.
    private mutating func open(
      _ record: WARCRecord
    ) throws(ReadingProblem) -> (any IteratorProtocol<DraftResult>)? {
      guard ["response", "resource", "conversion"].contains(record.type) else { return nil }
      let path = "\(stream.path)#\(number)"
      guard let block = record.block else {
        throw ReadingProblem(file: path, message: stream.limits.articleMessage)
      }
      target = record.target.flatMap {
        $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil
      }
      guard record.type == "response" else {
        return Self.reader(for: record.contentType)?.drafts(
          in: ByteStream(bytes: block, path: path, limits: stream.limits))
      }
      guard let response = HTTPResponse(block), response.status == 200,
        let reader = Self.reader(for: response.fields["content-type"]?.lowercased() ?? "text/html")
      else { return nil }
      let body = try response.body(path: path, limits: stream.limits)
      return reader.drafts(in: ByteStream(bytes: body, path: path, limits: stream.limits))
    }

    private static func reader(for contentType: String) -> (any ArticleReader)? {
      let type = contentType.prefix { $0 != ";" }.trimmingWhiteSpace()
      switch type {
      case "text/html", "application/xhtml+xml":
        return HTMLReader(charset: DeclaredCharset(inContentType: contentType))
      case "text/plain": return PlainTextReader()
      case "application/rss+xml", "application/atom+xml": return FeedReader()
      case "application/pdf": return PDFReader()
      default: return nil
      }
    }
  }
}
