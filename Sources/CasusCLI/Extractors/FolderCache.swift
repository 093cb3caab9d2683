import CasusExtraction
import Foundation

/// Answers as files in a folder, named by the hash of their requests.
struct FolderCache: ChatCache {
  private let folder: URL

  /// Makes the folder if need be.
  init(path: String) throws(CommandFailure) {
    try OutputFile.makeFolder(path)
    folder = URL(filePath: path)
  }

  func answer(for key: String) -> [UInt8]? {
    (try? Data(contentsOf: file(key))).map { Array($0) }
  }

  func keep(_ answer: [UInt8], for key: String) {
    // What cannot be kept is asked for again.
    try? Data(answer).write(to: file(key), options: .atomic)
  }

  private func file(_ key: String) -> URL { folder.appending(path: "\(key).json") }
}
