/// Plain text: the first line that is not blank is the headline.
struct PlainTextReader: ArticleReader {
  let fileExtensions = ["txt", "text"]

  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult> {
    single(stream) { text in
      ArticleDraft(path: stream.path, title: text.firstLineWithText(), text: text)
    }
  }
}
