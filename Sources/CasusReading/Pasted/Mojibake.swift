extension String {
  /// The text as it was before its bytes were read in a wrong character set; the same text where that cannot have
  /// happened.
  ///
  /// UTF-8 read as Windows-1252 ("Ð Ð¾ÑÑÐ¸Ñ", "donâ€™t") or Windows-1251 ("Р РѕСЃСЃРёСЏ"): what is meant as it stands is hardly
  /// ever UTF-8 when it is written so. Windows-1251 read as Windows-1252 ("Ðîññèÿ"): no language writes most words
  /// with nothing but accented letters.
  var withoutMojibake: String {
    utf8(readAs: SingleByteSet.western) ?? utf8(readAs: SingleByteSet.cyrillic)
      ?? cyrillicReadAsWestern
      ?? self
  }

  private func utf8(readAs set: SingleByteSet) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var isHigh = false
    for scalar in unicodeScalars {
      // A no-break space becomes a plain one when it is copied; it was the second half of a letter.
      let isHalf = scalar == " " && (bytes.last == 0xD0 || bytes.last == 0xC3)
      guard let byte = isHalf ? 0xA0 : set.bytes[scalar] else { return nil }
      isHigh = isHigh || byte >= 0x80
      bytes.append(byte)
    }
    return isHigh ? String(validating: bytes, as: UTF8.self) : nil
  }

  private var cyrillicReadAsWestern: String? {
    var (high, plain) = (0, 0)
    for scalar in unicodeScalars {
      if (0xC0...0xFF).contains(scalar.value) { high += 1 }
      if scalar.isASCII, scalar.properties.isAlphabetic { plain += 1 }
    }
    guard high >= 6, high > 2 * plain else { return nil }
    var text = UnicodeScalarView()
    for scalar in unicodeScalars {
      let byte = SingleByteSet.western.bytes[scalar]
      text.append(byte.flatMap { SingleByteSet.cyrillic.scalars[$0] } ?? scalar)
    }
    return String(text)
  }
}

/// A character set of one byte a character.
private struct SingleByteSet {
  /// The characters of the bytes from 128 on; the others are those of ASCII.
  let scalars: [UInt8: Unicode.Scalar]
  let bytes: [Unicode.Scalar: UInt8]

  init(_ name: String) {
    let high = Array(UInt8(0x80)...0xFF)
    let text = DeclaredCharset(inContentType: "charset=\(name)")?.text(of: high) ?? ""
    let pairs = zip(high, text.unicodeScalars).filter { $0.1 != "\u{FFFD}" }
    scalars = Dictionary(uniqueKeysWithValues: pairs.map { ($0.0, $0.1) })
    var bytes = Dictionary(uniqueKeysWithValues: pairs.map { ($0.1, $0.0) })
    for byte in UInt8(0)...0xFF {
      // Bytes that the set leaves undefined are told by their numbers.
      if byte < 0x80 || scalars[byte] == nil { bytes[Unicode.Scalar(byte)] = byte }
      if byte >= 0x80, bytes[Unicode.Scalar(byte)] == nil, name == "windows-1252" {
        bytes[Unicode.Scalar(byte)] = byte
      }
    }
    // And the one that Windows-1251 lacks, by the mark of what could not be read.
    if name == "windows-1251" { bytes["\u{FFFD}"] = 0x98 }
    self.bytes = bytes
  }

  static let western = Self("windows-1252")
  static let cyrillic = Self("windows-1251")
}
