import CasusModel

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
    var draft = ArticleDraft(path: path, title: matter["title"]?.value ?? heading, text: body)
    draft.language = matter["language"]?.value
    draft.publisher = matter["publisher"]?.value
    draft.url = matter["url"]?.value
    if let written = matter["date"] {
      guard let date = PublicationDate.parse(written.value) else {
        throw ReadingProblem(
          file: path, line: written.line,
          message: "\"\(written.value)\" is no date; write it as 2022-09-06, 2022-09 or 2022")
      }
      draft.published = date
    }
    return draft
  }
}
