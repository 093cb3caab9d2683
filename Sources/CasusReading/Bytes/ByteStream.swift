import Foundation

/// The bytes of one file, read forward in chunks.
final class ByteStream {
  private static let chunkByteCount = 1 << 18

  /// The path for messages; `-` for standard input.
  let path: String
  /// How many bytes have been handed out.
  private(set) var offset = 0

  private let handle: FileHandle?
  private var buffer: [UInt8]
  private var start = 0
  private var isAtEnd: Bool

  /// Reads from an open file.
  init(handle: FileHandle, path: String) {
    self.path = path
    self.handle = handle
    buffer = []
    isAtEnd = false
  }

  /// Reads from memory.
  init(bytes: [UInt8], path: String) {
    self.path = path
    handle = nil
    buffer = bytes
    isAtEnd = true
  }

  /// The next bytes, fewer at the end, without handing them out.
  func peek(_ count: Int) throws(ReadingProblem) -> ArraySlice<UInt8> {
    while buffer.count - start < count, try fill() {}
    return buffer[start..<min(buffer.count, start + count)]
  }

  /// The next line without its line feed, or `nil` at the end.
  func readLine() throws(ReadingProblem) -> [UInt8]? {
    var scanned = start
    while true {
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

  private func advance(to position: Int) {
    offset += position - start
    start = position
  }

  /// Appends a chunk to the buffer; false at the end.
  private func fill() throws(ReadingProblem) -> Bool {
    guard !isAtEnd, let handle else { return false }
    do {
      guard let chunk = try handle.read(upToCount: Self.chunkByteCount), !chunk.isEmpty else {
        isAtEnd = true
        return false
      }
      if start > 0 {
        buffer.removeFirst(start)
        start = 0
      }
      buffer.append(contentsOf: chunk)
      return true
    } catch {
      isAtEnd = true
      throw ReadingProblem(
        file: path, message: "cannot be read further; check the disk and try again",
        kind: .unreadable)
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
