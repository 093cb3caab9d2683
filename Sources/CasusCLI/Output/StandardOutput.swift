import CasusExport
import Foundation

/// Where results go.
enum StandardOutput {
  /// Writes text at once; a reader that has gone away (`| head`) ends the program in silence.
  static func write(_ text: String) throws(CommandFailure) {
    try write(Data(text.utf8))
  }

  /// Writes a file of an export piece by piece; `tell` gets the size of each before it is written.
  static func write(_ file: Export.File, tell: (Int) throws -> Void = { _ in }) throws {
    var pending = ""
    try file.write { piece in
      try tell(piece.utf8.count)
      pending += piece
      guard pending.utf8.count >= 1 << 18 else { return }
      try write(pending)
      pending = ""
    }
    try write(pending)
  }

  /// Writes bytes at once.
  static func write(_ bytes: Data) throws(CommandFailure) {
    do {
      try FileHandle.standardOutput.write(contentsOf: bytes)
    } catch {
      throw CommandFailure(.unreadable, "standard output cannot be written; is the disk full?")
    }
  }
}

/// Where problems and notes go.
enum StandardError {
  /// Writes one line.
  static func write(line: String) {
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }
}
