extension String {
  /// The text whose UTF-8 was read as Windows-1252 ("Ð Ð¾ÑÑÐ¸Ñ", "donâ€™t"); the same text where that
  /// cannot have happened: what is meant as it stands is hardly ever UTF-8 when it is written so.
  var withoutMojibake: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if let byte = Windows1252.bytes[scalar] {
        bytes.append(byte)
      } else if scalar.value < 0x100 {
        bytes.append(UInt8(scalar.value))
      } else {
        return self
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? self
  }
}

private enum Windows1252 {
  /// The characters whose bytes are not their numbers.
  static let bytes: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "‚": 0x82, "ƒ": 0x83, "„": 0x84, "…": 0x85, "†": 0x86, "‡": 0x87, "ˆ": 0x88,
    "‰": 0x89, "Š": 0x8A, "‹": 0x8B, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93,
    "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97, "˜": 0x98, "™": 0x99, "š": 0x9A, "›": 0x9B,
    "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
  ]
}
