/// Turns the bytes of a text file into a string, or says exactly where they are no text.
enum TextDecoding {
  /// Decodes UTF-8 (a byte order mark is dropped) or UTF-16 with a byte order mark.
  ///
  /// File, line and offset say where the bytes come from, for messages.
  static func text(
    of bytes: [UInt8], file: String, line: Int? = nil, offset: Int = 0
  ) throws(ReadingProblem) -> String {
    if let isBigEndian = utf16ByteOrder(of: bytes) {
      return try utf16(bytes, isBigEndian: isBigEndian, file: file, line: line)
    }
    guard !looksBinary(bytes) else {
      throw ReadingProblem(
        file: file, line: line,
        message: "is a binary file, not text; save the article as text, HTML or JSON first")
    }
    let markByteCount = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    if let text = String(validating: bytes.dropFirst(markByteCount), as: UTF8.self) { return text }
    let invalid = offset + firstInvalidUTF8(in: bytes)
    throw ReadingProblem(
      file: file, line: line,
      message: "byte \(invalid) is not valid UTF-8; convert the file first, "
        + "for example with: iconv -f WINDOWS-1251 -t UTF-8")
  }

  /// Whether the bytes start with the byte order mark of UTF-16, and which byte comes first.
  static func utf16ByteOrder(of bytes: some Collection<UInt8>) -> Bool? {
    if bytes.starts(with: [0xfe, 0xff]) { return true }
    return bytes.starts(with: [0xff, 0xfe]) ? false : nil
  }

  private static func utf16(
    _ bytes: [UInt8], isBigEndian: Bool, file: String, line: Int?
  ) throws(ReadingProblem) -> String {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0
    }
    guard !units.contains(0) else {
      throw ReadingProblem(
        file: file, line: line,
        message: "is a binary file, not text; save the article as text, HTML or JSON first")
    }
    if bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) {
      return text
    }
    let invalid = firstUnpairedSurrogate(in: units).map { 2 + 2 * $0 } ?? bytes.count - 1
    throw ReadingProblem(
      file: file, line: line,
      message: "byte \(invalid) is not valid UTF-16; save the file again as UTF-8")
  }

  private static func firstUnpairedSurrogate(in units: [UInt16]) -> Int? {
    var index = 0
    while index < units.count {
      if UTF16.isLeadSurrogate(units[index]) {
        guard index + 1 < units.count, UTF16.isTrailSurrogate(units[index + 1]) else {
          return index
        }
        index += 1
      } else if UTF16.isTrailSurrogate(units[index]) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// A NUL byte, or more than one control character in a hundred.
  private static func looksBinary(_ bytes: [UInt8]) -> Bool {
    var controlCount = 0
    for byte in bytes where byte < 0x20 {
      if byte == 0 { return true }
      if !(0x09...0x0d).contains(byte), byte != 0x1b { controlCount += 1 }
    }
    return controlCount > bytes.count / 100 + 1
  }

  /// The offset of the first byte that no UTF-8 sequence explains (Unicode 16, table 3-7).
  static func firstInvalidUTF8(in bytes: [UInt8]) -> Int {
    var index = 0
    while index < bytes.count {
      guard let length = sequenceLength(in: bytes, at: index) else { return index }
      index += length
    }
    return index
  }

  private static func sequenceLength(in bytes: [UInt8], at index: Int) -> Int? {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[index] {
    case 0x00...0x7f: return 1
    case 0xc2...0xdf: (length, second) = (2, 0x80...0xbf)
    case 0xe0: (length, second) = (3, 0xa0...0xbf)
    case 0xed: (length, second) = (3, 0x80...0x9f)
    case 0xe1...0xef: (length, second) = (3, 0x80...0xbf)
    case 0xf0: (length, second) = (4, 0x90...0xbf)
    case 0xf1...0xf3: (length, second) = (4, 0x80...0xbf)
    case 0xf4: (length, second) = (4, 0x80...0x8f)
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    let rest = bytes[(index + 2)..<max(index + 2, index + length)]
    return rest.allSatisfy { (0x80...0xbf).contains($0) } ? length : nil
  }
}
