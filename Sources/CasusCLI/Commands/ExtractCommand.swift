import ArgumentParser
import CasusData
import CasusExport
import CasusExtraction
import CasusModel
import CasusReading
import Foundation

/// `casus extract PATH…`: articles in, one JSON object a statement out; no database.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Extract events from articles as JSON Lines on standard output.",
    discussion: """
      One line a statement, in the order of the articles. start and end of the evidence count \
      Unicode code points of the article's text.
      """)

  @OptionGroup var articles: ArticleOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var extractor: ExtractorOptions
  @OptionGroup var data: DataOptions

  func run() async throws {
    let directory = try data.directory()
    var problems = ProblemLog()
    let other = try extractor.other(data: directory)
    var account = ExtractorAccount()
    let pipeline = ExtractionPipeline(
      data: directory, threads: threads.count, mostEvents: articles.limits.events, other: other)
    try await pipeline.run(
      articles.articles(data: directory), finish: Part.init
    ) { chunk in
      var text: [UInt8] = []
      for part in chunk {
        switch part {
        case .problem(let problem): problems.add(problem)
        case .lines(let lines, let article, let extraction):
          account.add(extraction)
          problems.add(extraction.rejections, of: article)
          text += lines
        }
      }
      try StandardOutput.write(Data(text))
    }
    account.tell(of: other)
    try problems.finish()
  }

  /// What became of one thing read, with its lines made on the thread that extracted.
  private enum Part: Sendable {
    case lines([UInt8], Article, Extraction)
    case problem(ReadingProblem)

    @Sendable
    init(_ outcome: ExtractionPipeline.Outcome) {
      switch outcome {
      case .problem(let problem): self = .problem(problem)
      case .article(let article, let extraction):
        let lines = StatementJSON.bytes(
          for: extraction.statements, articlePath: article.path, articleText: article.text)
        self = .lines(lines, article, extraction)
      }
    }
  }
}
