/// A saved RSS or Atom feed: an article for each entry, from its content or else its summary.
struct FeedReader: ArticleReader {
  let fileExtensions = ["rss", "atom", "xml"]

  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult> {
    do throws(ReadingProblem) {
      let head = String(decoding: try stream.peek(4096), as: UTF8.self)
      let name = XMLRoot.name(in: head)
      if name == "html" { return HTMLReader().drafts(in: stream) }
      if let other = XMLRoot.reader(of: head), !(other is FeedReader) {
        return other.drafts(in: stream)
      }
      return try Self.drafts(in: stream.readWhole(), stream.limits, path: stream.path)
        .makeIterator()
    } catch {
      return CollectionOfOne(DraftResult.failure(error)).makeIterator()
    }
  }

  private static func drafts(
    in bytes: [UInt8], _ limits: ReadingLimits, path: String
  ) throws(ReadingProblem) -> [DraftResult] {
    guard let document = XMLDocument(bytes), let root = document.root else {
      throw ReadingProblem(file: path, message: "is no XML; save the feed again")
    }
    guard ["rss", "feed", "RDF"].contains(root.name) else {
      throw ReadingProblem(
        file: path,
        message: "is XML of the kind <\(root.name.prefix(40))>, which is not read; "
          + "RSS and Atom feeds, OPML and XHTML are")
    }
    guard !document.isTooDeep(limits) else {
      throw ReadingProblem(file: path, message: limits.nestingMessage)
    }
    let feed = Feed(root: root)
    guard !feed.items.isEmpty else {
      throw ReadingProblem(file: path, message: "is a feed without entries; save it again")
    }
    let neighbours = ArticleDraft.neighbours(
      feed.items.lazy.map { ([$0.title] + $0.paragraphs).joined(separator: "\n") })
    return feed.items.enumerated().map { index, item in
      draft(of: item, in: feed, path: "\(path)#\(index + 1)").map { draft in
        var draft = draft
        draft.neighbours = neighbours
        return draft
      }
    }
  }

  private static func draft(of item: Feed.Item, in feed: Feed, path: String) -> DraftResult {
    let parts = (item.title.isEmpty ? [] : [item.title]) + item.paragraphs
    guard let first = parts.first else {
      return .failure(
        ReadingProblem(file: path, message: "is an entry without title and text; remove it"))
    }
    var draft = ArticleDraft(
      path: path, title: item.title.isEmpty ? first.firstLineWithText() : item.title,
      text: parts.joined(separator: "\n\n"))
    draft.language = feed.language
    draft.isLanguageDoubtful = true
    draft.publisher = item.publisher ?? (feed.title.isEmpty ? nil : feed.title)
    draft.url = item.link
    draft.published = item.dates.lazy.compactMap { PublicationDate.parse($0) }.first
    if draft.published == nil, let wrong = item.dates.first {
      draft.warnings.append(
        ReadingProblem(
          file: path,
          message: "gives \"\(wrong.trimmingWhiteSpace().prefix(40))\" as its date, which is none; "
            + "pass the date with --published",
          severity: .warning))
    }
    return .success(draft)
  }
}
