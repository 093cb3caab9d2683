/// An answer of a web server as it was saved.
struct HTTPResponse {
  /// The status, such as 200.
  var status: Int
  /// The fields by name in lower case.
  var fields: [String: String] = [:]
  /// The body as sent.
  private var raw: ArraySlice<UInt8>

  /// Reads status, fields and body; `nil` when it is no answer.
  init?(_ bytes: [UInt8]) {
    guard let end = Self.headerEnd(in: bytes) else { return nil }
    let head = String(decoding: bytes[..<end.header], as: UTF8.self)
    let lines = head.split { $0 == "\r\n" || $0 == "\n" }
    guard let first = lines.first, first.hasPrefix("HTTP/") else { return nil }
    let words = first.split(separator: " ")
    guard words.count >= 2, let status = Int(words[1]) else { return nil }
    self.status = status
    raw = bytes[end.body...]
    for line in lines.dropFirst() { HTTPHeader.add(String(line), to: &fields) }
  }

  /// The body with chunks joined and compression undone, as far as an article may go.
  func body(path: String, limits: ReadingLimits) throws(ReadingProblem) -> [UInt8] {
    let isChunked = fields["transfer-encoding"]?.lowercased().contains("chunked") == true
    let sent = isChunked ? Self.joined(raw) ?? Array(raw) : Array(raw)
    let stream = ByteStream(bytes: sent, path: path, limits: limits)
    switch fields["content-encoding"]?.lowercased() ?? "identity" {
    case "identity", "": return sent
    case "gzip", "x-gzip":
      guard sent.starts(with: [0x1f, 0x8b]) else { return sent }
      return try Self.inflated(stream, .gzip)
    case "deflate":
      // What servers call so has or has not the header of zlib (RFC 9110, 8.4.1.2).
      let hasHeader =
        sent.count > 1 && sent[0] & 0x0f == 8 && (Int(sent[0]) << 8 | Int(sent[1])) % 31 == 0
      return try Self.inflated(stream, hasHeader ? .zlib : .raw)
    case let name:
      throw ReadingProblem(
        file: path,
        message: "is compressed with \(name.prefix(20)), which is not read; "
          + "save the page without compression")
    }
  }

  private static func inflated(
    _ stream: ByteStream, _ format: Inflater.Format
  ) throws(ReadingProblem) -> [UInt8] {
    try ByteStream(
      source: InflatedBytes(stream, format: format), path: stream.path, limits: stream.limits
    ).readWhole()
  }

  /// Where the header ends and the body starts: after the first empty line.
  private static func headerEnd(in bytes: [UInt8]) -> (header: Int, body: Int)? {
    for (index, byte) in bytes.enumerated() where byte == 0x0a {
      let rest = bytes[(index + 1)...]
      if rest.first == 0x0a { return (index, index + 2) }
      if rest.starts(with: [0x0d, 0x0a]) { return (index, index + 3) }
    }
    return nil
  }

  /// The chunks of a body joined; `nil` when it does not consist of chunks.
  private static func joined(_ body: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var at = body.startIndex
    while at < body.endIndex {
      guard let feed = body[at...].firstIndex(of: 0x0a) else { return nil }
      let line = String(decoding: body[at..<feed], as: UTF8.self)
      let digits = line.prefix { $0.isHexDigit }
      guard let size = Int(digits, radix: 16), size <= body.endIndex - feed - 1 else { return nil }
      if size == 0 { return result }
      result += body[(feed + 1)..<(feed + 1 + size)]
      at = feed + 1 + size
      at += body[at...].prefix(2).prefix { $0 == 0x0d || $0 == 0x0a }.count
    }
    return result
  }
}
