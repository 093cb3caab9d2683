import Foundation

/// The bytes of one file, read forward in chunks.
final class ByteStream {
  /// The path for messages; `-` for standard input.
  let path: String
  /// How many bytes have been handed out.
  private(set) var offset = 0

  /// How much what is compressed in it may grow.
  let limits: DecompressionLimits

  /// Whether it reads a file from its start, so that the path leads to the same bytes.
  let isFile: Bool

  private var source: (any ByteSource)?
  private var buffer: [UInt8]
  private var start = 0

  /// Reads from a source.
  init(source: any ByteSource, path: String, limits: DecompressionLimits, isFile: Bool = false) {
    self.path = path
    self.isFile = isFile
    self.limits = limits
    self.source = source
    buffer = []
  }

  /// Reads from an open file.
  convenience init(
    handle: FileHandle, path: String, limits: DecompressionLimits = DecompressionLimits()
  ) {
    self.init(
      source: FileBytes(handle: handle, path: path), path: path, limits: limits,
      isFile: path != "-")
  }

  /// Reads from memory.
  init(bytes: [UInt8], path: String, limits: DecompressionLimits = DecompressionLimits()) {
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
    withUnsafeBufferPointer { pointer in
      let rest = UnsafeBufferPointer(rebasing: pointer[position...])
      return rest.firstIndex(of: byte).map { $0 + position }
    }
  }
}
