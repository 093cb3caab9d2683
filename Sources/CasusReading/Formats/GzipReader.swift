/// A file compressed by gzip: read as what it holds, by the name without `.gz` or by its first
/// bytes.
struct GzipReader: ArticleReader {
  let fileExtensions = ["gz", "gzip"]

  func drafts(in stream: ByteStream) -> any IteratorProtocol<DraftResult> {
    do throws(ReadingProblem) {
      let inner = ByteStream(
        source: InflatedBytes(stream, format: .gzip), path: stream.path, limits: stream.limits)
      let reader: any ArticleReader
      if let known = ArticleReaders.reader(forPath: Self.nameInside(stream.path)) {
        reader = known
      } else {
        reader = try ArticleReaders.reader(sniffing: inner)
      }
      guard !(reader is GzipReader), !(reader is ZipReader) else {
        throw ReadingProblem(
          file: stream.path, message: "holds another archive; unpack it by hand first")
      }
      return reader.drafts(in: inner)
    } catch {
      return CollectionOfOne(DraftResult.failure(error)).makeIterator()
    }
  }

  /// `news.jsonl.gz` holds `news.jsonl`.
  private static func nameInside(_ path: String) -> String {
    guard let dot = path.lastIndex(of: ".") else { return path }
    return String(path[..<dot])
  }
}
