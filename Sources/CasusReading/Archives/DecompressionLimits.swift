/// How much compressed data may grow, so that a small hostile file cannot fill memory or time.
public struct DecompressionLimits: Hashable, Sendable {
  /// The most bytes that one compressed stream or one entry of an archive may become.
  public var largestSize: Int
  /// How many times its compressed size it may become, once it is beyond `freeSize`.
  public var largestRatio: Int
  /// Up to this many bytes the ratio does not matter.
  public var freeSize: Int
  /// The most entries of one archive.
  public var largestEntryCount: Int

  /// Makes limits: 16 GB a stream, 500 times its size beyond 16 MB, a million entries.
  ///
  /// Text becomes 3 to 20 times its compressed size.
  public init(
    largestSize: Int = 16 << 30, largestRatio: Int = 500, freeSize: Int = 16 << 20,
    largestEntryCount: Int = 1_000_000
  ) {
    self.largestSize = largestSize
    self.largestRatio = largestRatio
    self.freeSize = freeSize
    self.largestEntryCount = largestEntryCount
  }

  /// Refuses what has grown too large.
  func check(_ size: Int, from compressedSize: Int, in path: String) throws(ReadingProblem) {
    if size > largestSize {
      throw ReadingProblem(
        file: path,
        message: "is larger than \(largestSize >> 20) MB when decompressed; split it")
    }
    if size > freeSize, size / largestRatio > compressedSize {
      throw ReadingProblem(
        file: path,
        message: "becomes more than \(largestRatio) times its size when decompressed, as no text "
          + "does; decompress it by hand if you trust it")
    }
  }
}
