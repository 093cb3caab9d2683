import CasusReading
import Foundation

/// How far an import has come, on one line of standard error that is drawn over.
struct ProgressBar {
  private static let cells = 24

  private let total: Int
  private var finished = 0
  private var file = ""
  private var fileSize = 0
  private var read = 0
  private var articles = 0
  private var drawn = ""

  /// Makes a bar for what is at the paths, or none when nobody watches.
  init?(paths: [String]) {
    guard Terminal.showsProgress else { return nil }
    total = paths.reduce(0) { $0 + Self.size(of: $1) }
  }

  /// Counts an article and draws the bar when it looks different.
  mutating func add(path: String, byteCount: Int) {
    articles += 1
    let name = String(path.prefix { $0 != "#" })
    if name != file {
      finished += fileSize
      (file, fileSize, read) = (name, Self.fileSize(name), 0)
    }
    read += byteCount
    draw()
  }

  /// Wipes the bar away.
  mutating func clear() {
    guard !drawn.isEmpty else { return }
    write("\r\u{1B}[K")
    drawn = ""
  }

  private mutating func draw() {
    let done = finished + min(read, fileSize)
    let share = total > 0 ? min(1, Double(done) / Double(total)) : 0
    let full = Int(share * Double(Self.cells))
    let bar =
      String(repeating: "#", count: full) + String(repeating: ".", count: Self.cells - full)
    let text = "[\(bar)] \(Int(share * 100)) %  \(articles) articles"
    guard text != drawn else { return }
    drawn = text
    write("\r\(text)\u{1B}[K")
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

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
