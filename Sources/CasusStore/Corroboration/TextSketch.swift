import Foundation

/// A short fingerprint of a text, by which near copies of it are recognised.
///
/// One-permutation min-hashing (Li, Owen and Zhang, 2012) over runs of three words: each run falls
/// into one of 64 bins by its hash, and each bin keeps its smallest hash. The share of equal bins
/// estimates the share of common runs (Jaccard).
struct TextSketch: Hashable, Sendable {
  /// The size of a sketch as the database keeps it.
  static let byteCount = 128
  /// From this share of common runs on, two texts are copies of one.
  static let copyShare = 0.5

  private static let bins = byteCount / 2
  /// A bin into which nothing fell.
  private static let empty = UInt16.max
  private static let runLength = 3
  /// Shorter texts have too few runs to tell chance from copying.
  private static let fewestWords = 20

  private let values: [UInt16]

  /// `nil` for a text of fewer than 20 words.
  init?(_ text: String) {
    var values = [UInt16](repeating: Self.empty, count: Self.bins)
    var words = 0
    var run: (UInt64, UInt64) = (0, 0)
    Self.forEachWord(of: text) { word in
      words += 1
      if words >= Self.runLength {
        let hash = Self.mix(Self.mix(Self.mix(run.0) ^ run.1) ^ word)
        let bin = Int(hash % UInt64(Self.bins))
        values[bin] = min(values[bin], UInt16(truncatingIfNeeded: hash >> 32) & 0x7FFF)
      }
      run = (run.1, word)
    }
    guard words >= Self.fewestWords else { return nil }
    self.values = values
  }

  /// The sketch that some bytes of the database are, or `nil`.
  init?(bytes: some RandomAccessCollection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    values = (0..<Self.bins).map { bin in
      let high = bytes.index(bytes.startIndex, offsetBy: 2 * bin)
      return UInt16(bytes[high]) << 8 | UInt16(bytes[bytes.index(after: high)])
    }
  }

  /// The sketch as the database keeps it, each value with its high byte first.
  var bytes: Data {
    Data(values.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
  }

  /// Whether one of the texts is a near copy of the other.
  func isCopy(of other: TextSketch) -> Bool {
    var common = 0
    var filled = 0
    values.withUnsafeBufferPointer { own in
      other.values.withUnsafeBufferPointer { its in
        for bin in 0..<Self.bins {
          let isFilled = own[bin] & its[bin] != Self.empty
          filled += isFilled ? 1 : 0
          common += isFilled && own[bin] == its[bin] ? 1 : 0
        }
      }
    }
    return Double(common) >= Self.copyShare * Double(filled)
  }

  /// Calls `body` with the hash (FNV-1a) of each word; everything but letters and digits parts words,
  /// and Latin capitals do not matter.
  private static func forEachWord(of text: String, _ body: (UInt64) -> Void) {
    var text = text
    text.withUTF8 { forEachWord(of: $0, body) }
  }

  private static func forEachWord(of bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void) {
    let start: UInt64 = 0xCBF2_9CE4_8422_2325
    var hash = start
    for byte in bytes {
      let isCapital = byte >= 0x41 && byte <= 0x5A
      let folded = isCapital ? byte | 0x20 : byte
      let isPart =
        folded >= 0x80 || (folded >= 0x61 && folded <= 0x7A)
        || (folded >= 0x30 && folded <= 0x39)
      if isPart {
        hash = (hash ^ UInt64(folded)) &* 0x100_0000_01B3
      } else if hash != start {
        body(hash)
        hash = start
      }
    }
    if hash != start { body(hash) }
  }

  /// The finaliser of SplitMix64, which spreads every bit over all others.
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
