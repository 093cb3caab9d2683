import Foundation

/// Text that goes to a file in large pieces.
struct BufferedOutput {
  private static let pieceSize = 1 << 18

  private let handle: FileHandle
  private var buffer: [UInt8] = []

  init(_ handle: FileHandle) {
    self.handle = handle
  }

  /// Writes text, now or later.
  mutating func write(_ text: String) throws {
    buffer += text.utf8
    if buffer.count >= Self.pieceSize { try flush() }
  }

  /// Writes what is left and closes the file.
  mutating func finish() throws {
    try flush()
    try handle.close()
  }

  private mutating func flush() throws {
    try handle.write(contentsOf: buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
