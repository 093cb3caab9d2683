import CasusExport
import Foundation

/// Files that commands write.
enum OutputFile {
  /// Writes a file whole or not at all.
  static func write(_ bytes: Data, to path: String) throws(CommandFailure) {
    do {
      try bytes.write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw CommandFailure(
        .unreadable, "\(path): cannot be written; check that the folder exists and is writable")
    }
  }

  /// Writes a file whole or not at all, piece by piece: first under another name beside it.
  ///
  /// `tell` gets the size of each piece before it is written, and may throw `Stopped`.
  static func write(
    _ file: Export.File, to path: String, tell: (Int) throws -> Void = { _ in }
  ) throws {
    let target = URL(filePath: path)
    let partial = target.deletingLastPathComponent()
      .appending(
        path: ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).part")
    do {
      guard FileManager.default.createFile(atPath: partial.path, contents: nil) else {
        throw CocoaError(.fileWriteUnknown)
      }
      var output = BufferedOutput(try FileHandle(forWritingTo: partial))
      try file.write { piece in
        try tell(piece.utf8.count)
        try output.write(piece)
      }
      try output.finish()
      guard rename(partial.path, target.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch let stop as Stopped {
      try? FileManager.default.removeItem(at: partial)
      throw stop
    } catch {
      try? FileManager.default.removeItem(at: partial)
      throw CommandFailure(
        .unreadable, "\(path): cannot be written; check that the folder exists and is writable")
    }
  }

  /// Makes a folder and those on the way to it.
  static func makeFolder(_ path: String) throws(CommandFailure) {
    do {
      try FileManager.default.createDirectory(
        at: URL(filePath: path), withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(.unreadable, "\(path): the folder cannot be made; check the path")
    }
  }
}
