/// How large and how deep what is read may be, so that a small hostile file cannot fill memory or time.
public struct ReadingLimits: Hashable, Sendable {
  /// The most bytes of one article, as a file or row and as text.
  public var largestArticle: Int
  /// The most bytes of what must stand in memory as a whole, such as a JSON array of articles.
  public var largestDocument: Int
  /// How many elements or brackets may lie in each other; pages and feeds are never read beyond 256,
  /// JSON never beyond 512.
  public var deepestNesting: Int
  /// The most bytes that one compressed stream or one entry of an archive may become.
  public var largestSize: Int
  /// How many times its compressed size it may become, once it is beyond `freeSize`.
  public var largestRatio: Int
  /// Up to this many bytes the ratio does not matter.
  public var freeSize: Int
  /// The most entries of one archive.
  public var largestEntryCount: Int

  /// Makes limits: 32 MB an article, 512 MB a document, 256 elements in each other, 16 GB a compressed
  /// stream, 500 times its size beyond 16 MB, a million entries.
  ///
  /// Text becomes 3 to 20 times its compressed size; a long report has some ten thousand bytes.
  public init(
    largestArticle: Int = 32 << 20, largestDocument: Int = 512 << 20, deepestNesting: Int = 256,
    largestSize: Int = 16 << 30, largestRatio: Int = 500, freeSize: Int = 16 << 20,
    largestEntryCount: Int = 1_000_000
  ) {
    self.largestArticle = largestArticle
    self.largestDocument = largestDocument
    self.deepestNesting = deepestNesting
    self.largestSize = largestSize
    self.largestRatio = largestRatio
    self.freeSize = freeSize
    self.largestEntryCount = largestEntryCount
  }

  /// The words for what is too large for one article.
  var articleMessage: String {
    "is longer than \(Self.words(for: largestArticle)), too long for one article; split it, or raise "
      + "--max-article"
  }

  /// The words for what is nested too deeply.
  var nestingMessage: String {
    "is nested deeper than \(deepestNesting) levels, as no article is; save the article's text as a "
      + ".txt file, or raise --max-depth"
  }

  /// The words for what is too large to be read at once.
  var documentMessage: String {
    "is larger than \(Self.words(for: largestDocument)), too large to be read at once; split it, or "
      + "write one article a line as .jsonl"
  }

  /// Refuses what has grown too large.
  func check(_ size: Int, from compressedSize: Int, in path: String) throws(ReadingProblem) {
    if size > largestSize {
      throw ReadingProblem(
        file: path,
        message: "is larger than \(Self.words(for: largestSize)) when decompressed; split it, or "
          + "raise --max-unpacked")
    }
    if size > freeSize, size / largestRatio > compressedSize {
      throw ReadingProblem(
        file: path,
        message: "becomes more than \(largestRatio) times its size when decompressed, as no text "
          + "does; decompress it by hand if you trust it, or raise --max-ratio")
    }
  }

  private static func words(for size: Int) -> String {
    size.isMultiple(of: 1 << 20) ? "\(size >> 20) MB" : "\(size) bytes"
  }
}
