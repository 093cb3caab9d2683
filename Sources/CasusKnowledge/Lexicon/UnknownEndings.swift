/// Endings by which a word that is not in the lexicon shows what form it is.
public struct UnknownEndings: Sendable {
  private let endings: [(bytes: [UInt8], features: FormFeatures)]
  private let minimum: Int
  /// The last bytes of the endings, one bit each.
  private var lastBytes = SIMD4<UInt64>.zero

  /// Makes a table of endings; the first that fits wins.
  init(endings: [(bytes: [UInt8], features: FormFeatures)], minimum: Int) {
    self.endings = endings
    self.minimum = minimum
    for byte in endings.compactMap(\.bytes.last) {
      lastBytes[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
    }
  }

  /// The features that the ending of a word shows, or `nil`.
  package func features(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> FormFeatures? {
    guard end - start >= minimum else { return nil }
    let last = text[end - 1]
    guard lastBytes[Int(last >> 6)] >> UInt64(last & 63) & 1 == 1 else { return nil }
    for i in endings.indices where endings[i].bytes.last == last {
      let count = endings[i].bytes.count
      guard count < end - start else { continue }
      let from = end - count
      if endings[i].bytes.indices.allSatisfy({ text[from + $0] == endings[i].bytes[$0] }) {
        return endings[i].features.isEmpty ? nil : endings[i].features
      }
    }
    return nil
  }
}
