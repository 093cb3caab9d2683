import Foundation

/// A folder that is removed when the work in it is done.
struct TemporaryFolder {
  private let url: URL

  /// The path of a file in the folder.
  func file(_ name: String) -> String { url.appending(path: name).path }

  /// Makes a folder, lets `work` use it, and removes it.
  static func with<Result>(_ work: (TemporaryFolder) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appending(path: "casus-bench-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    return try work(TemporaryFolder(url: url))
  }
}
