import CasusKnowledge
/// Roman numerals, with the Cyrillic letters that look like them.
enum RomanNumeral {
  /// The value of a numeral up to 39, or `nil`.
  static func value(of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.count <= 14 else { return nil }
    var total = 0
    var previous = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, length) = Tokenizer.decode(text, at, range.upperBound)
      guard let value = digit(scalar) else { return nil }
      total += value > previous && previous > 0 ? value - 2 * previous : value
      previous = value
      at += length
    }
    return (1...39).contains(total) ? total : nil
  }

  private static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x49, 0x406: 1
    case 0x56: 5
    case 0x58, 0x425: 10
    default: nil
    }
  }
}
