public import CasusModel
import Foundation

/// Articles and problems in reading order, read as they are asked for.
public struct ArticleSequence: Sequence {
  /// An article, or why there is none (or, before its article, what is odd about it).
  public typealias Element = Result<Article, ReadingProblem>

  private let paths: [String]
  private let options: ReadingOptions
  private let standardInput: FileHandle

  init(paths: [String], options: ReadingOptions, standardInput: FileHandle) {
    self.paths = paths
    self.options = options
    self.standardInput = standardInput
  }

  /// Starts reading at the first path.
  public func makeIterator() -> Iterator {
    Iterator(
      files: FileWalk(paths: paths), finisher: ArticleFinisher(options: options),
      standardInput: standardInput, limits: options.limits)
  }

  /// Reads one file at a time and keeps none.
  public struct Iterator: IteratorProtocol {
    private var files: FileWalk
    private let finisher: ArticleFinisher
    private let standardInput: FileHandle
    private let limits: ReadingLimits
    private var drafts: (any IteratorProtocol<DraftResult>)?
    private var finished: ArraySlice<Element> = []

    init(
      files: FileWalk, finisher: ArticleFinisher, standardInput: FileHandle,
      limits: ReadingLimits
    ) {
      self.files = files
      self.finisher = finisher
      self.standardInput = standardInput
      self.limits = limits
    }

    /// The next article or problem.
    public mutating func next() -> Element? {
      while true {
        if let element = finished.popFirst() { return element }
        if let draft = drafts?.next() {
          finished = Self.finish(draft, with: finisher)[...]
          continue
        }
        drafts = nil
        guard let file = files.next() else { return nil }
        do throws(ReadingProblem) {
          drafts = try open(try file.get())
        } catch {
          return .failure(error)
        }
      }
    }

    private static func finish(_ draft: DraftResult, with finisher: ArticleFinisher) -> [Element] {
      switch draft {
      case .success(let draft): finisher.finish(draft)
      case .failure(let problem): [.failure(problem)]
      }
    }

    private func open(
      _ path: String
    ) throws(ReadingProblem) -> any IteratorProtocol<DraftResult> {
      guard path != "-" else {
        let stream = ByteStream(handle: standardInput, path: path, limits: limits)
        return try ArticleReaders.reader(sniffing: stream).drafts(in: stream)
      }
      guard let handle = FileHandle(forReadingAtPath: path) else {
        throw ReadingProblem(
          file: path, message: "cannot be opened; check its permissions", kind: .unreadable)
      }
      let stream = ByteStream(handle: handle, path: path, limits: limits)
      return try ArticleReaders.reader(for: stream).drafts(in: stream)
    }
  }
}
