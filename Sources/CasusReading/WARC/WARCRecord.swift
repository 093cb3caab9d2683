/// One record of a web archive (WARC 1.0 and 1.1, ISO 28500).
struct WARCRecord {
  /// The largest header of a record; real ones have a few hundred bytes.
  private static let largestHeader = 1 << 16

  /// The kind of record, such as `response`, `resource`, `conversion` or `warcinfo`.
  var type: String
  /// The address that was saved.
  var target: String?
  /// The type of the record's block.
  var contentType: String
  /// The block, `nil` when it is larger than an article may be.
  var block: [UInt8]?

  /// The next record; `nil` at the end.
  ///
  /// Only the blocks of records that may hold a page are kept.
  static func next(in stream: ByteStream) throws(ReadingProblem) -> WARCRecord? {
    var line = try stream.readLine(limit: largestHeader)
    while let read = line, read.allSatisfy({ $0 == 0x0d || $0 == 0x20 }) {
      line = try stream.readLine(limit: largestHeader)
    }
    guard let line else { return nil }
    guard line.starts(with: Array("WARC/".utf8)) else {
      throw ReadingProblem(
        file: stream.path, message: "is no web archive from here on; make it again")
    }
    let fields = try self.fields(in: stream)
    guard let text = fields["content-length"], let length = Int(text), length >= 0 else {
      throw ReadingProblem(
        file: stream.path, message: "has a record without Content-Length; make the archive again")
    }
    let type = fields["warc-type"]?.lowercased() ?? ""
    let isWanted = ["response", "resource", "conversion"].contains(type)
    var record = WARCRecord(
      type: type, target: fields["warc-target-uri"]?.trimmingBrackets(),
      contentType: fields["content-type"]?.lowercased() ?? "")
    guard isWanted, length <= stream.limits.largestArticle else {
      try stream.skip(length)
      return record
    }
    let block = try stream.read(length)
    guard block.count == length else {
      throw cutOff(stream)
    }
    record.block = block
    return record
  }

  private static func cutOff(_ stream: ByteStream) -> ReadingProblem {
    ReadingProblem(file: stream.path, message: "is cut off in its last record; get it again")
  }

  private static func fields(in stream: ByteStream) throws(ReadingProblem) -> [String: String] {
    var fields: [String: String] = [:]
    var size = 0
    while let line = try stream.readLine(limit: largestHeader) {
      size += line.count
      let text = String(decoding: line, as: UTF8.self).trimmingWhiteSpace()
      if text.isEmpty { return fields }
      guard size <= largestHeader else {
        throw ReadingProblem(
          file: stream.path, message: "has a record with an endless header; make the archive again")
      }
      HTTPHeader.add(text, to: &fields)
    }
    throw cutOff(stream)
  }
}

extension String {
  /// `<https://example.com/>`, as older archives write addresses, without the brackets.
  fileprivate func trimmingBrackets() -> String {
    hasPrefix("<") && hasSuffix(">") ? String(dropFirst().dropLast()) : self
  }
}
