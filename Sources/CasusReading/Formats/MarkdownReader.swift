/// Markdown with an optional front matter; the text is kept as it is, marks included.
struct MarkdownReader: ArticleReader {
  let fileExtensions = ["md", "markdown"]

  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult> {
    single(stream) { text throws(ReadingProblem) in try draft(of: text, path: stream.path) }
  }

  private func draft(of text: String, path: String) throws(ReadingProblem) -> ArticleDraft {
    let (matter, body) = try FrontMatter.split(text, file: path)
    let heading = body.firstLineWithText().drop { $0 == "#" }.trimmingWhiteSpace()
    guard !heading.isEmpty else {
      throw ReadingProblem(file: path, message: "has no text after its front matter; add the text")
    }
    return try matter.draft(of: body, headed: heading, path: path)
  }
}
