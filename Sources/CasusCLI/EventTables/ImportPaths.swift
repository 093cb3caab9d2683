import CasusReading
import Foundation

/// The paths of an import, tables of events apart from articles.
struct ImportPaths {
  private(set) var articles: [String] = []
  private(set) var tables: [EventTableFile] = []
  /// What is wrong with paths that can be neither.
  private(set) var problems: [ReadingProblem] = []

  /// Looks at each path; in folders, at the files with the extensions of tables.
  init(_ paths: [String], options: EventTableFile.Options) {
    for path in paths {
      var isFolder: ObjCBool = false
      if path == "-", options.layout != nil {
        problems.append(Self.pipe("standard input"))
        continue
      }
      guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      else {
        articles.append(path)
        continue
      }
      guard isFolder.boolValue || FolderEntry.isRegular(path) else {
        // What comes out of a pipe can be looked at only once.
        guard options.layout != nil else {
          articles.append(path)
          continue
        }
        problems.append(Self.pipe(path))
        continue
      }
      guard isFolder.boolValue else {
        if !add(path, options), options.layout == nil { articles.append(path) }
        continue
      }
      let files = Self.files(in: path)
      let tables = files.filter(Self.isTable)
      for file in tables {
        if let problem = FolderEntry.problem(with: file, in: path) {
          problems.append(problem)
        } else {
          _ = add(file, options)
        }
      }
      if tables.isEmpty || files.contains(where: Self.isArticle) { articles.append(path) }
    }
  }

  private static func pipe(_ path: String) -> ReadingProblem {
    ReadingProblem(
      file: path, message: "is a pipe or device; tables are read from files, so save it first")
  }

  /// Adds a table, or what is wrong with it; false when it is none.
  private mutating func add(_ path: String, _ options: EventTableFile.Options) -> Bool {
    do throws(ReadingProblem) {
      guard let file = try EventTableFile(path: path, options: options) else { return false }
      tables.append(file)
      problems += file.problems
      if file.holdsArticles { articles.append(path) }
    } catch {
      problems.append(error)
    }
    return true
  }

  private static func files(in folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.sorted().filter { name in !name.split(separator: "/").contains { $0.first == "." }
    }
    .map { folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)" }
  }

  private static func isTable(_ path: String) -> Bool {
    EventTableFile.fileExtensions.contains((path as NSString).pathExtension.lowercased())
  }

  private static func isArticle(_ path: String) -> Bool {
    ArticleReaders.fileExtensions.contains((path as NSString).pathExtension.lowercased())
  }
}
