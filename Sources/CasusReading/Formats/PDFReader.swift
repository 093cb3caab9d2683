import Foundation

/// The text of a PDF, taken out by `pdftotext` of Poppler.
struct PDFReader: ArticleReader {
  let fileExtensions = ["pdf"]

  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult> {
    let result = DraftResult { () throws(ReadingProblem) in
      let text = try Self.text(of: stream)
      guard !text.isBlank else {
        throw ReadingProblem(
          file: stream.path,
          message: "has no text, as scanned pages have none; run OCR over it first")
      }
      let words = text.withoutTracesOfPages
      return ArticleDraft(path: stream.path, title: words.firstLineWithText(), text: words)
    }
    return CollectionOfOne(result).makeIterator()
  }

  private static func text(of stream: ByteStream) throws(ReadingProblem) -> String {
    guard let program = OutsideProgram(named: "pdftotext") else {
      throw ReadingProblem(
        file: stream.path,
        message: "needs pdftotext to be read; install poppler-utils, or save the text as .txt")
    }
    let file = try LocalCopy(of: stream)
    let output = program.run(
      ["-q", "-enc", "UTF-8", "-nopgbrk", file.path, "-"], limit: stream.limits.largestArticle)
    switch output {
    case .text(let bytes): return try TextDecoding.text(of: bytes, file: stream.path)
    case .tooLong: throw ReadingProblem(file: stream.path, message: stream.limits.articleMessage)
    case .tooSlow:
      throw ReadingProblem(
        file: stream.path, message: "keeps pdftotext busy for more than a minute; save it as .txt")
    case .failed:
      throw ReadingProblem(
        file: stream.path,
        message: "cannot be read by pdftotext: it is damaged or needs a password; save it again")
    }
  }
}

/// A file with the bytes of a stream: the stream's own, or a temporary one that goes with the value.
private final class LocalCopy {
  let path: String
  private let temporary: URL?

  init(of stream: ByteStream) throws(ReadingProblem) {
    guard !stream.isFile else {
      // A name that starts with a hyphen would be taken for an option.
      path = stream.path.hasPrefix("-") ? "./" + stream.path : stream.path
      temporary = nil
      return
    }
    let url = FileManager.default.temporaryDirectory.appending(
      path: "casus-\(UUID().uuidString).pdf")
    temporary = url
    path = url.path
    let bytes = try stream.readWhole()
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
      throw ReadingProblem(
        file: stream.path, message: "cannot be copied to \(path) for pdftotext; check the disk",
        kind: .unreadable)
    }
  }

  deinit {
    if let temporary { try? FileManager.default.removeItem(at: temporary) }
  }
}
