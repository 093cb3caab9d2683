import CasusModel
import CasusReading

/// Files of every format that articles come in: the first byte says which.
struct ReaderTarget: FuzzTarget {
  private let knowledge: FuzzKnowledge
  private let options: ReadingOptions
  private let names: [String]

  init(knowledge: FuzzKnowledge) throws {
    self.knowledge = knowledge
    options = ReadingOptions(
      languageProfiles: try knowledge.profiles(),
      limits: ReadingLimits(largestSize: 4 << 20, freeSize: 1 << 20))
    // A PDF is read by another program.
    names = ArticleReaders.fileExtensions.filter { $0 != "pdf" } + ["unknown"]
  }

  func take(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let name = "a." + names[Int(first) % names.count]
    let content = Stretching.stretched(Array(bytes.dropFirst()))
    let path = knowledge.write(content[...], as: name)
    ArticlePromises.read(path, options)
  }
}

/// What is promised of every article that is read.
enum ArticlePromises {
  static func read(_ path: String, _ options: ReadingOptions) {
    for result in ArticleReaders.read(paths: [path], options: options) {
      switch result {
      case .success(let article): check(article)
      case .failure(let problem):
        let line = "\(problem)"
        promise(!line.isEmpty, "a problem without words")
        promise(!line.utf8.contains(UInt8(ascii: "\n")), "a problem of several lines: \(line)")
      }
    }
  }

  private static func check(_ article: Article) {
    promise(!article.id.isEmpty, "an article without identifier")
    promise(article.text.utf8.contains { $0 > 0x20 }, "an article without text")
    promise(!article.title.contains("\n"), "a title of several lines")
  }
}
