/// The decompressed bytes of another stream.
struct InflatedBytes: ByteSource {
  /// How many compressed and decompressed bytes are handled at a time.
  private static let pieceSize = 1 << 16

  private let compressed: ByteStream
  private let format: Inflater.Format
  private let inflater: Inflater
  private var size = 0
  private var isAtEnd = false

  init(_ compressed: ByteStream, format: Inflater.Format) {
    self.compressed = compressed
    self.format = format
    inflater = Inflater(format)
  }

  mutating func next() throws(ReadingProblem) -> [UInt8]? {
    var output: [UInt8] = []
    while output.isEmpty, !isAtEnd {
      let input = try compressed.peek(Self.pieceSize)
      let used: Int
      do throws(Inflater.Fault) {
        used = try inflater.inflate(
          input.prefix(Self.pieceSize), into: &output, limit: Self.pieceSize)
      } catch {
        throw ReadingProblem(
          file: compressed.path, message: "is damaged and cannot be decompressed; get it again")
      }
      try compressed.skip(used)
      if inflater.isFinished {
        try startNextMember()
      } else if input.isEmpty, output.isEmpty {
        throw ReadingProblem(
          file: compressed.path, message: "is cut off, so that its end is missing; get it again")
      }
    }
    size += output.count
    try compressed.limits.check(size, from: compressed.offset, in: compressed.path)
    return output.isEmpty ? nil : output
  }

  /// gzip files may be several joined together; anything else after the end is passed over.
  private mutating func startNextMember() throws(ReadingProblem) {
    if format == .gzip, try compressed.peek(2).elementsEqual([0x1f, 0x8b]) {
      inflater.restart()
    } else {
      isAtEnd = true
    }
  }
}
