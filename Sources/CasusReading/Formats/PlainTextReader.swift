/// Plain text: the first line that is not blank is the headline, unless a front matter names one.
///
/// Of subtitles, of texts quoted in a mail or copied out of its source, and of pages with running heads, the words
/// are the text.
struct PlainTextReader: ArticleReader {
  let fileExtensions = ["txt", "text", "srt", "vtt"]

  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult> {
    single(stream) { text throws(ReadingProblem) in
      // Three dashes may stand at the head of any text: what is no front matter is text.
      let (matter, written) =
        (try? FrontMatter.split(text, file: stream.path)) ?? (FrontMatter(), text)
      let decoded = QuotedPrintable.text(of: written) ?? written
      let words = QuotedMail.lines(of: decoded) ?? Captions.words(of: decoded) ?? decoded
      let body = words.withoutTracesOfPages
      return try matter.draft(of: body, headed: body.firstLineWithText(), path: stream.path)
    }
  }
}
