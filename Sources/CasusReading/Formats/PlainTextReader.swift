/// Plain text: the first line that is not blank is the headline, unless a front matter names one.
///
/// Of subtitles and of texts quoted in a mail, the words are the text.
struct PlainTextReader: ArticleReader {
  let fileExtensions = ["txt", "text", "srt", "vtt"]

  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult> {
    single(stream) { text throws(ReadingProblem) in
      // Three dashes may stand at the head of any text: what is no front matter is text.
      let (matter, written) =
        (try? FrontMatter.split(text, file: stream.path)) ?? (FrontMatter(), text)
      let body = QuotedMail.lines(of: written) ?? Captions.words(of: written) ?? written
      return try matter.draft(of: body, headed: body.firstLineWithText(), path: stream.path)
    }
  }
}
