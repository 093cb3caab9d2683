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
