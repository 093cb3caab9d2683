import CLibXML2
import Foundation

/// Decodes bytes by the name of their character encoding, with the system's `iconv`.
struct DeclaredCharset {
  /// The name as declared, in lower case.
  let name: String

  /// Takes `charset=NAME` from the type that a server declares, such as
  /// `text/html; charset=windows-1251`.
  init?(inContentType type: String) {
    self.init(inPage: Array(type.utf8))
  }

  /// Finds `charset=NAME` in the first 4 KB of an HTML page or `encoding="NAME"` of XHTML.
  init?(inPage bytes: [UInt8]) {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    for mark in ["charset=", "encoding="] {
      guard let found = head.range(of: mark) else { continue }
      let label = head[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
        .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) }
      if !label.isEmpty {
        name = String(label)
        return
      }
    }
    return nil
  }

  /// The text, with U+FFFD for undefined bytes; `nil` when the name of the encoding is unknown.
  func text(of bytes: [UInt8]) -> String? {
    guard let converter = iconv_open("UTF-8", iconvName), converter != Self.failure else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    input.withUnsafeMutableBufferPointer { source in
      var next = source.baseAddress
      var left = source.count
      while left > 0 {
        let isStuck = Self.convert(&next, &left, with: converter, into: &output)
        guard isStuck, left > 0 else { continue }
        output += Array("\u{FFFD}".utf8)
        next = next?.advanced(by: 1)
        left -= 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// What browsers read `latin1` as, and so what pages mean by it (WHATWG Encoding Standard).
  private var iconvName: String {
    switch name {
    case "iso-8859-1", "iso8859-1", "latin1", "ascii", "us-ascii": "windows-1252"
    case "iso-8859-9": "windows-1254"
    case "ks_c_5601-1987": "euc-kr"
    case "gb2312", "gbk": "gb18030"
    default: name
    }
  }

  /// Converts one buffer's worth; true when the next byte cannot be converted.
  private static func convert(
    _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, with converter: iconv_t,
    into output: inout [UInt8]
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
      var free = buffer.baseAddress
      var room = buffer.count
      let result = iconv(converter, &next, &left, &free, &room)
      let isStuck = result == -1 && errno != E2BIG
      output += buffer[..<(buffer.count - room)].map { UInt8(bitPattern: $0) }
      return isStuck
    }
  }

  private static var failure: iconv_t? { iconv_t(bitPattern: -1) }
}
