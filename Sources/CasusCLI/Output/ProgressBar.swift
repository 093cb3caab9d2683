import CasusReading
import Foundation

/// How far an import has come: by the bytes of the files, in articles.
struct ProgressBar {
  private var meter: ProgressMeter
  private var finished = 0
  private var file = ""
  private var fileSize = 0
  private var read = 0
  private var articles = 0

  /// Makes a bar for what is at the paths, or none when nothing is to be shown.
  init?(paths: [String], style: ProgressMeter.Style?) {
    guard let style else { return nil }
    let total = paths.contains("-") ? 0 : paths.reduce(0) { $0 + Self.size(of: $1) }
    meter = ProgressMeter(total: total, noun: "article", style: style)
  }

  /// Counts an article and shows it when it is time.
  mutating func add(path: String, byteCount: Int) {
    articles += 1
    let name = String(path.prefix { $0 != "#" })
    if name != file {
      finished += fileSize
      (file, fileSize, read) = (name, Self.fileSize(name), 0)
    }
    read += byteCount
    meter.update(done: finished + min(read, fileSize), count: articles)
  }

  /// Wipes the bar away.
  mutating func clear() { meter.clear() }

  private static func size(of path: String) -> Int {
    guard let entries = FileManager.default.enumerator(atPath: path) else { return fileSize(path) }
    var sum = 0
    var isFolder = false
    for case let entry as String in entries {
      isFolder = true
      let ending = (entry as NSString).pathExtension.lowercased()
      guard ArticleReaders.fileExtensions.contains(ending) else { continue }
      sum += fileSize("\(path)/\(entry)")
    }
    return isFolder ? sum : fileSize(path)
  }

  private static func fileSize(_ path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? Int) ?? 0
  }
}
