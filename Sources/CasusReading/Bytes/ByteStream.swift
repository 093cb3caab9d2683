import Foundation

/// The bytes of one file, read forward in chunks.
final class ByteStream {
  /// The path for messages; `-` for standard input.
  let path: String
  /// How many bytes have been handed out.
  private(set) var offset = 0

  /// How much what is compressed in it may grow.
  let limits: ReadingLimits

  /// Whether it reads a file from its start, so that the path leads to the same bytes.
  let isFile: Bool

  private var source: (any ByteSource)?
  private var buffer: [UInt8]
  private var start = 0

  /// Reads from a source.
  init(source: any ByteSource, path: String, limits: ReadingLimits, isFile: Bool = false) {
    self.path = path
    self.isFile = isFile
    self.limits = limits
    self.source = source
    buffer = []
  }

  /// Reads from an open file.
  convenience init(
    handle: FileHandle, path: String, limits: ReadingLimits = ReadingLimits()
  ) {
    self.init(
      source: FileBytes(handle: handle, path: path), path: path, limits: limits,
      isFile: path != "-")
  }

  /// Reads from memory.
  init(bytes: [UInt8], path: String, limits: ReadingLimits = ReadingLimits()) {
    self.path = path
    self.limits = limits
    isFile = false
    source = nil
    buffer = bytes
  }

  /// The next bytes, fewer at the end, without handing them out.
  func peek(_ count: Int) throws(ReadingProblem) -> ArraySlice<UInt8> {
    while buffer.count - start < count, try fill() {}
    return buffer[start..<min(buffer.count, start + count)]
  }

  /// The next line without its line feed, or `nil` at the end; longer ones than `limit` are faults.
  func readLine(limit: Int = .max) throws(ReadingProblem) -> [UInt8]? {
    var scanned = start
    while true {
      guard scanned - start <= limit else {
        throw ReadingProblem(
          file: path, message: "has a line longer than \(limit) bytes; check what file it is")
      }
      if let feed = buffer.firstOffset(of: 0x0a, from: scanned) {
        let line = Array(buffer[start..<feed])
        advance(to: feed + 1)
        return line
      }
      let pending = buffer.count - start
      guard try fill() else { break }
      scanned = start + pending
    }
    guard start < buffer.count else { return nil }
    let line = Array(buffer[start...])
    advance(to: buffer.count)
    return line
  }

  /// The next line without its line feed, or `nil` at the end; of a longer one than `limit` only the
  /// beginning, the rest of it being passed over.
  func readLine(keeping limit: Int) throws(ReadingProblem) -> (bytes: [UInt8], isWhole: Bool)? {
    var kept: [UInt8] = []
    var isWhole = true
    var hasBegun = false
    while true {
      if start == buffer.count, try !fill() { return hasBegun ? (kept, isWhole) : nil }
      hasBegun = true
      let feed = buffer.firstOffset(of: 0x0a, from: start)
      let piece = buffer[start..<(feed ?? buffer.count)]
      let room = limit - kept.count
      kept += piece.prefix(room)
      if piece.count > room { isWhole = false }
      advance(to: feed.map { $0 + 1 } ?? buffer.count)
      if feed != nil { return (kept, isWhole) }
    }
  }

  /// Everything that is left.
  func readAll() throws(ReadingProblem) -> [UInt8] {
    while try fill() {}
    defer { advance(to: buffer.count) }
    return start == 0 ? buffer : Array(buffer[start...])
  }

  /// The next bytes, fewer at the end.
  func read(_ count: Int) throws(ReadingProblem) -> [UInt8] {
    let bytes = Array(try peek(count))
    advance(to: start + bytes.count)
    return bytes
  }

  /// Passes over bytes, as many as there are.
  func skip(_ count: Int) throws(ReadingProblem) {
    var left = count
    while left > 0 {
      let available = try peek(min(left, 1 << 16)).count
      guard available > 0 else { return }
      let step = min(left, available)
      advance(to: start + step)
      left -= step
    }
  }

  private func advance(to position: Int) {
    offset += position - start
    start = position
  }

  /// Appends a chunk to the buffer; false at the end.
  private func fill() throws(ReadingProblem) -> Bool {
    do throws(ReadingProblem) {
      guard let chunk = try source?.next() else {
        source = nil
        return false
      }
      if start > 0 {
        buffer.removeFirst(start)
        start = 0
      }
      buffer.append(contentsOf: chunk)
      return true
    } catch {
      source = nil
      throw error
    }
  }
}

extension [UInt8] {
  /// The position of the first such byte at or after a position.
  fileprivate func firstOffset(of byte: UInt8, from position: Int) -> Int? {
    withUnsafeBytes { bytes in
      guard position < bytes.count, let base = bytes.baseAddress else { return nil }
      return memchr(base + position, Int32(byte), bytes.count - position).map {
        UnsafeRawPointer($0) - base
      }
    }
  }
}
