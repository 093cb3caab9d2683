import Foundation

/// The files at some paths, folders walked depth first in sorted order.
struct FileWalk: IteratorProtocol {
  /// What is still to be visited, the next one last.
  private var pending: [Entry]
  /// The folders given outright that have shown no article yet, by path.
  private var folder: (path: String, hasArticles: Bool)?

  private enum Entry {
    case given(String)
    case found(String, isFolder: Bool)
    case endOfFolder
  }

  init(paths: [String]) {
    pending = paths.reversed().map { .given($0) }
  }

  /// The path of the next file to read, or what is wrong with a path.
  mutating func next() -> Result<String, ReadingProblem>? {
    while let entry = pending.popLast() {
      switch entry {
      case .given("-"): return .success("-")
      case .given(let path):
        guard let isFolder = Self.isFolder(path) else {
          return .failure(
            ReadingProblem(
              file: path, message: "does not exist; check the path", kind: .unreadable))
        }
        guard isFolder else { return .success(path) }
        folder = (path, false)
        pending.append(.endOfFolder)
        if let problem = visit(path) { return .failure(problem) }
      case .found(let path, isFolder: true):
        if let problem = visit(path) { return .failure(problem) }
      case .found(let path, isFolder: false):
        if let folder, let problem = FolderEntry.problem(with: path, in: folder.path) {
          self.folder?.hasArticles = true
          return .failure(problem)
        }
        folder?.hasArticles = true
        return .success(path)
      case .endOfFolder:
        if let folder, !folder.hasArticles {
          return .failure(
            ReadingProblem(
              file: folder.path,
              message: "holds no article; expected files ending in "
                + ArticleReaders.fileExtensions.map { ".\($0)" }.joined(separator: " ")))
        }
      }
    }
    return nil
  }

  /// Puts the folder's entries up next, sorted by their bytes.
  private mutating func visit(_ path: String) -> ReadingProblem? {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      folder?.hasArticles = true
      return ReadingProblem(
        file: path, message: "cannot be listed; check its permissions", kind: .unreadable)
    }
    let base = path.hasSuffix("/") ? path : path + "/"
    for name in names.sorted(by: { $1.utf8.lexicographicallyPrecedes($0.utf8) }) {
      if name.hasPrefix(".") || name.uppercased().hasPrefix("README.") { continue }
      let entry = base + name
      let isFolder = Self.isFolder(entry) ?? false
      if isFolder ? Self.isLink(entry) : ArticleReaders.reader(forPath: entry) == nil { continue }
      pending.append(.found(entry, isFolder: isFolder))
    }
    return nil
  }

  /// Whether the path is a folder; `nil` when there is nothing.
  private static func isFolder(_ path: String) -> Bool? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    return isFolder.boolValue
  }

  /// Links to folders are not followed, lest they lead in a circle.
  private static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }
}
