/// A UUID that is made of a name, so that the same name has the same UUID everywhere (RFC 9562,
/// version 5).
enum NamedUUID {
  /// The namespace of Casus: version 5 of `urn:casus` in the RFC's namespace of URLs.
  private static let namespace = bytes(
    of: "urn:casus",
    in: [
      0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30,
      0xc8,
    ])

  /// The UUID of a name in lower-case text.
  static func text(for name: String) -> String {
    var result = ""
    for (index, byte) in bytes(of: name, in: namespace).enumerated() {
      if [4, 6, 8, 10].contains(index) { result += "-" }
      result += byte < 16 ? "0" : ""
      result += String(byte, radix: 16)
    }
    return result
  }

  private static func bytes(of name: String, in namespace: [UInt8]) -> [UInt8] {
    var bytes = Array(SHA1.digest(of: namespace + name.utf8).prefix(16))
    bytes[6] = bytes[6] & 0x0f | 0x50
    bytes[8] = bytes[8] & 0x3f | 0x80
    return bytes
  }
}
