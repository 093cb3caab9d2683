import Foundation

/// Where the bytes of a stream come from.
protocol ByteSource {
  /// The next bytes, at least one; `nil` at the end.
  mutating func next() throws(ReadingProblem) -> [UInt8]?
}

/// The bytes of an open file.
struct FileBytes: ByteSource {
  private static let chunkByteCount = 1 << 18

  let handle: FileHandle
  let path: String

  func next() throws(ReadingProblem) -> [UInt8]? {
    do {
      guard let chunk = try handle.read(upToCount: Self.chunkByteCount), !chunk.isEmpty else {
        return nil
      }
      return Array(chunk)
    } catch {
      throw ReadingProblem(
        file: path, message: "cannot be read further; check the disk and try again",
        kind: .unreadable)
    }
  }
}
