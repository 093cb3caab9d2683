import Foundation

/// Identifiers of 16 bytes, which tables keep as bytes and people read as hexadecimal.
enum HexID {
  /// The bytes of an even number of hexadecimal digits, or `nil`.
  static func bytes(of digits: String) -> Data? {
    array(of: digits).map { Data($0) }
  }

  /// The bytes of an even number of hexadecimal digits, or `nil`.
  static func array(of digits: String) -> [UInt8]? {
    var digits = digits
    return digits.withUTF8 { digits in
      guard digits.count.isMultiple(of: 2) else { return nil }
      var isSound = true
      let result = [UInt8](unsafeUninitializedCapacity: digits.count / 2) { bytes, count in
        for place in 0..<digits.count / 2 {
          guard let high = value(of: digits[2 * place]), let low = value(of: digits[2 * place + 1])
          else {
            isSound = false
            return
          }
          bytes[place] = high << 4 | low
          count = place + 1
        }
      }
      return isSound ? result : nil
    }
  }

  /// Some bytes as lower-case hexadecimal digits.
  static func text(of bytes: UnsafeRawBufferPointer) -> String {
    String(unsafeUninitializedCapacity: 2 * bytes.count) { digits in
      for (place, byte) in bytes.enumerated() {
        digits[2 * place] = digit(byte >> 4)
        digits[2 * place + 1] = digit(byte & 0xF)
      }
      return 2 * bytes.count
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
  }

  /// The first and last identifiers that start with some hexadecimal digits, or `nil`.
  static func range(ofPrefix prefix: String) -> (first: Data, last: Data)? {
    let digits = prefix.lowercased()
    guard (1...32).contains(digits.utf8.count) else { return nil }
    func filled(_ digit: String) -> Data? {
      bytes(of: digits + String(repeating: digit, count: 32 - digits.utf8.count))
    }
    guard let first = filled("0"), let last = filled("f") else { return nil }
    return (first, last)
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
