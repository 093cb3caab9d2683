/// Plain text: the first line that is not blank is the headline, unless a front matter names one.
struct PlainTextReader: ArticleReader {
  let fileExtensions = ["txt", "text"]

  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult> {
    single(stream) { text throws(ReadingProblem) in
      // Three dashes may stand at the head of any text: what is no front matter is text.
      let (matter, body) =
        (try? FrontMatter.split(text, file: stream.path)) ?? (FrontMatter(), text)
      return try matter.draft(of: body, headed: body.firstLineWithText(), path: stream.path)
    }
  }
}
