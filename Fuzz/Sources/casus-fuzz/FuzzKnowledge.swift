import CasusData
import CasusKnowledge
import CasusReading
import Foundation

/// The knowledge that the package ships, and a folder for the files that are read.
struct FuzzKnowledge: Sendable {
  let data: DataDirectory
  let folder: URL
  let knowledge: Knowledge
  /// The languages that can be read, sorted.
  let languages: [String]

  init() throws {
    data = try DataDirectory.locate()
    knowledge = Knowledge.load(from: data)
    languages = Knowledge.languages(in: data)
    // Thousands of files a second: in memory where there is a place for that.
    let memory = URL(filePath: "/dev/shm")
    let parent =
      FileManager.default.isWritableFile(atPath: memory.path)
      ? memory : FileManager.default.temporaryDirectory
    folder = parent.appending(path: "casus-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    Self.removeAtExit(folder)
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: data.file(path), encoding: .utf8)
  }

  func profiles() throws -> [LanguageProfile] {
    try languages.map {
      LanguageProfile(code: $0, list: try text("Languages/\($0)/detection.txt"))
    }
  }

  /// Writes a file for a reader and gives its path.
  func write(_ bytes: ArraySlice<UInt8>, as name: String) -> String {
    let path = folder.appending(path: name).path
    promise(FileManager.default.createFile(atPath: path, contents: Data(bytes)), "no \(path)")
    return path
  }

  private nonisolated(unsafe) static var folderToRemove = ""

  private static func removeAtExit(_ folder: URL) {
    folderToRemove = folder.path
    atexit { try? FileManager.default.removeItem(atPath: FuzzKnowledge.folderToRemove) }
  }
}
