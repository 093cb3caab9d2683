import CasusData
import CasusExtraction
import CasusKnowledge
import CasusModel
import CasusReading
import Foundation

/// Reads articles, extracts on several threads, and hands the results on in the order of reading.
///
/// What comes out does not depend on the number of threads. Memory stays flat: only a few chunks of
/// articles are under way at any time.
struct ExtractionPipeline {
  /// What became of one thing read.
  enum Outcome: Sendable {
    /// An article and what it states.
    case article(Article, Extraction)
    /// Something that could not be read, or is odd.
    case problem(ReadingProblem)
  }

  /// Text is handed to a thread in chunks of about this many bytes.
  private static let chunkByteCount = 1 << 16

  let data: DataDirectory
  let threads: Int
  /// How many events one article may state.
  let mostEvents: Int
  /// What was read of the knowledge files already.
  private let knowledge: Knowledge?
  /// What is used besides the rules or in their place.
  private let other: OtherExtractor?

  init(
    data: DataDirectory, knowledge: Knowledge? = nil, threads: Int?, mostEvents: Int,
    other: OtherExtractor? = nil
  ) {
    self.knowledge = knowledge
    self.mostEvents = mostEvents
    self.data = data
    self.other = other
    self.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
  }

  /// Runs everything through.
  /// - Parameters:
  ///   - articles: what to read.
  ///   - isStopped: asked before each chunk; `true` ends the reading, and what was read is finished.
  ///   - take: gets each chunk of outcomes.
  /// - Throws: what `take` throws; nothing is read after that.
  func run(
    _ articles: ArticleSequence, isStopped: () -> Bool = { false },
    take: ([Outcome]) async throws -> Void
  ) async throws {
    try await run(articles, isStopped: isStopped, finish: { $0 }, take: take)
  }

  /// Runs everything through, with more work for the threads.
  /// - Parameters:
  ///   - articles: what to read.
  ///   - isStopped: asked before each chunk; `true` ends the reading, and what was read is finished.
  ///   - finish: works on each outcome on the thread that made it.
  ///   - take: gets each chunk of finished outcomes.
  /// - Throws: what `take` throws; nothing is read after that.
  func run<Finished: Sendable>(
    _ articles: ArticleSequence, isStopped: () -> Bool = { false },
    finish: @escaping @Sendable (Outcome) -> Finished, take: ([Finished]) async throws -> Void
  ) async throws {
    var source = Source(
      articles: articles.makeIterator(),
      shelf: ExtractorShelf(data: data, knowledge: knowledge), other: other)
    try await withThrowingTaskGroup(of: (Int, [Finished]).self) { group in
      var (started, running, taken) = (0, 0, 0)
      var waiting: [Int: [Finished]] = [:]
      while true {
        while running < threads, started - taken < 4 * threads, !isStopped(),
          let chunk = source.chunk(ofBytes: Self.chunkByteCount)
        {
          let number = started
          let mostEvents = mostEvents
          group.addTask {
            var finished: [Finished] = []
            for item in chunk {
              finished.append(finish(await item.outcome(mostEvents: mostEvents)))
            }
            return (number, finished)
          }
          started += 1
          running += 1
        }
        guard let (number, outcomes) = try await group.next() else { break }
        running -= 1
        waiting[number] = outcomes
        while let next = waiting.removeValue(forKey: taken) {
          taken += 1
          try await take(next)
        }
      }
    }
  }

  /// One thing read, with what is needed to work on it.
  private enum Item: Sendable {
    case article(Article, any ArticleExtractor)
    case problem(ReadingProblem)

    func outcome(mostEvents: Int) async -> Outcome {
      switch self {
      case .article(let article, let extractor):
        do throws(ExtractionFailure) {
          let extraction = try await extractor.extraction(of: article)
          let count = extraction.statements.count
          guard count <= mostEvents else {
            return .problem(
              ReadingProblem(
                article: article,
                message: "states \(Counted.text(count, "event")), more than \(mostEvents), as no "
                  + "article does; split it, or raise --max-events"))
          }
          return .article(article, extraction)
        } catch {
          return .problem(ReadingProblem(article: article, message: error.description))
        }
      case .problem(let problem): return .problem(problem)
      }
    }
  }

  /// Cuts what is read into chunks.
  private struct Source {
    var articles: ArticleSequence.Iterator
    var shelf: ExtractorShelf
    let other: OtherExtractor?

    /// Articles that wait for answers are worked on one by one, not in chunks.
    mutating func chunk(ofBytes limit: Int) -> [Item]? {
      var items: [Item] = []
      var byteCount = 0
      let limit = other == nil ? limit : 1
      while byteCount < limit, let element = articles.next() {
        switch element {
        case .failure(let problem): items.append(.problem(problem))
        case .success(let article):
          byteCount += article.text.utf8.count
          if let other, !other.usesRules {
            items.append(.article(article, other.extractor))
            continue
          }
          switch shelf.extractor(for: article) {
          case .success(let rules):
            items.append(.article(article, other?.combined(with: rules) ?? rules))
          case .failure(let problem): items.append(.problem(problem))
          }
        }
      }
      return items.isEmpty ? nil : items
    }
  }
}
