import CasusModel

/// A saved web page: its main text, without navigation, boxes, captions and link lines.
struct HTMLReader: ArticleReader {
  let fileExtensions = ["html", "htm", "xhtml"]
  /// The encoding that the server declared, if it did.
  var charset: DeclaredCharset?

  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult> {
    let charset = charset
    do throws(ReadingProblem) {
      let bytes = try stream.readWhole()
      let page = try Self.decode(bytes, charset, file: stream.path)
      return try Self.drafts(of: page, stream.limits, file: stream.path).makeIterator()
    } catch {
      return CollectionOfOne(DraftResult.failure(error)).makeIterator()
    }
  }

  /// UTF-8 and byte order marks are believed before what the server or the page declares, which is
  /// often stale in saved pages, while text in another encoding is hardly ever valid UTF-8.
  private static func decode(
    _ bytes: [UInt8], _ declared: DeclaredCharset?, file: String
  ) throws(ReadingProblem) -> String {
    do throws(ReadingProblem) {
      return try TextDecoding.text(of: bytes, file: file)
    } catch {
      guard !bytes.contains(0), let charset = declared ?? DeclaredCharset(inPage: bytes),
        !["utf-8", "utf8"].contains(charset.name)
      else { throw error }
      guard let text = charset.text(of: bytes) else {
        throw ReadingProblem(
          file: file,
          message: "declares the unknown character encoding \"\(charset.name)\"; "
            + "save the page again as UTF-8")
      }
      return text
    }
  }

  private static func drafts(
    of page: String, _ limits: ReadingLimits, file: String
  ) throws(ReadingProblem) -> [DraftResult] {
    guard !page.isBlank else {
      throw ReadingProblem(file: file, message: "is empty; save the page again")
    }
    guard let document = HTMLDocument(page), let root = document.root else {
      throw ReadingProblem(file: file, message: "is no HTML page; save the page again")
    }
    guard !document.isCutOff else {
      throw ReadingProblem(
        file: file,
        message: "is too deeply nested, or one text in it too long, to be read whole; "
          + "save the article's text as a .txt file")
    }
    guard !root.isDeeper(than: limits.deepestNesting) else {
      throw ReadingProblem(file: file, message: limits.nestingMessage)
    }
    if let messages = ChannelPage.drafts(in: root, file: file) { return messages }
    return [.success(try draft(of: root, file: file))]
  }

  private static func draft(of root: HTMLNode, file: String) throws(ReadingProblem) -> ArticleDraft
  {
    let metadata = PageMetadata(of: root)
    let title = metadata.title
    let page = PageText(of: root, titled: title, isLiveBlog: metadata.isLiveBlog)
    var paragraphs = page.paragraphs.isEmpty ? metadata.body : page.paragraphs
    if paragraphs.first == title { paragraphs.removeFirst() }
    guard !paragraphs.isEmpty else {
      throw ReadingProblem(
        file: file,
        message: "no article text found in the page; save the full article page, "
          + "or its text as a .txt file")
    }
    let text = (title.isEmpty ? paragraphs : [title] + paragraphs).joined(separator: "\n\n")
    var draft = ArticleDraft(path: file, title: title, text: text)
    draft.language = metadata.language
    draft.isLanguageDoubtful = true
    draft.publisher = metadata.publisher
    draft.url = metadata.url
    (draft.published, draft.warnings) = published(metadata, file: file)
    draft.dateLines = page.dateLines
    draft.isDayOfGreenwich = metadata.dates.allSatisfy(PublicationDate.isInGreenwich)
    return draft
  }

  /// The first date of the metadata that is one; a warning when only impossible ones are there.
  private static func published(
    _ metadata: PageMetadata, file: String
  ) -> (EDTF?, [ReadingProblem]) {
    // Of several, one with the publisher's own time zone knows best which day it was there.
    let dates = metadata.dates
    let local = dates.filter { !PublicationDate.isInGreenwich($0) && $0.contains("T") }
    if let first = dates.first, PublicationDate.isInGreenwich(first),
      let day = PublicationDate.parse(first), let own = local.first.flatMap(PublicationDate.parse),
      abs(own.lowerBound - day.lowerBound) <= 1
    {
      return (own, [])
    }
    for candidate in dates {
      if let date = PublicationDate.parse(candidate) { return (date, []) }
    }
    guard let wrong = metadata.dates.first else { return (nil, []) }
    let warning = ReadingProblem(
      file: file,
      message: "the page gives \"\(wrong)\" as its date, which is none; "
        + "pass the date with --published",
      severity: .warning)
    return (nil, [warning])
  }
}
