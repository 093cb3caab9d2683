import CasusExport
import CasusReading
import Foundation

/// Files that commands write.
enum OutputFile {
  /// Refuses to write over a database, whatever its name, and over what the same command reads.
  /// - Parameters:
  ///   - path: The file to be written.
  ///   - inputs: What is read: files, and folders whose articles are.
  /// - Throws: `CommandFailure`; then nothing has been touched.
  static func confirm(_ path: String, sparing inputs: [String] = []) throws(CommandFailure) {
    if isDatabase(path) {
      throw CommandFailure(.usage, "\(path): is a database; name another file to write to")
    }
    guard FileManager.default.fileExists(atPath: path) else { return }
    let file = resolved(path)
    for input in inputs where input != "-" && isRead(file, from: resolved(input)) {
      throw CommandFailure(.usage, "\(path): is read as well; name another file to write to")
    }
  }

  private static func isDatabase(_ path: String) -> Bool {
    guard FolderEntry.isRegular(path), let file = FileHandle(forReadingAtPath: path) else {
      return false
    }
    defer { try? file.close() }
    return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }

  /// Whether a file is what is named, or one of the articles of the folder that is named.
  private static func isRead(_ file: URL, from input: URL) -> Bool {
    let folder = input.path.hasSuffix("/") ? input.path : input.path + "/"
    return file.path == input.path
      || file.path.hasPrefix(folder)
        && ArticleReaders.fileExtensions.contains(file.pathExtension.lowercased())
  }

  private static func resolved(_ path: String) -> URL {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL
  }

  /// What a failure to write comes from, as far as the system says, and what to do.
  static func advice(after error: any Error) -> String {
    let failures = [error, (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error]
      .compactMap { $0.map { $0 as NSError } }
    let isFull = failures.contains {
      $0.domain == NSCocoaErrorDomain && $0.code == CocoaError.fileWriteOutOfSpace.rawValue
        || $0.domain == NSPOSIXErrorDomain && [ENOSPC, EDQUOT, EFBIG].contains(Int32($0.code))
    }
    return isFull
      ? "cannot be written, the disk is full; free some space and run the command again"
      : "cannot be written; check that the folder exists and is writable"
  }

  /// Writes a file whole or not at all.
  static func write(_ bytes: Data, to path: String) throws(CommandFailure) {
    do {
      try bytes.write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw CommandFailure(.unreadable, "\(path): \(advice(after: error))")
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
      throw CommandFailure(.unreadable, "\(path): \(advice(after: error))")
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
