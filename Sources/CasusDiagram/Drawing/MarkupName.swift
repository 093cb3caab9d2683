extension String {
  /// A word for ids and classes: letters and digits of ASCII stay, other characters of it become
  /// dashes, and of other scripts the bytes are written, so that different names stay different.
  var markupName: String {
    let digits = Array("0123456789abcdef".utf8)
    var bytes: [UInt8] = []
    for byte in utf8 {
      if byte.isPlain {
        bytes.append(byte)
      } else if byte < 0x80 {
        bytes.append(UInt8(ascii: "-"))
      } else {
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether it is a letter or digit of ASCII.
  var isPlain: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
