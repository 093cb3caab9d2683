import ArgumentParser
import CasusData
import CasusExport
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
  @OptionGroup var data: DataOptions

  func run() async throws {
    let directory = try data.directory()
    var problems = ProblemLog()
    let pipeline = ExtractionPipeline(data: directory, threads: threads.count)
    try await pipeline.run(
      articles.articles(data: directory), finish: Self.lines
    ) { chunk in
      var text = ""
      for part in chunk {
        switch part {
        case .failure(let problem): problems.add(problem)
        case .success(let lines): text += lines
        }
      }
      try StandardOutput.write(text)
    }
    try problems.finish()
  }

  /// The lines of what became of one thing read.
  @Sendable
  private static func lines(
    for outcome: ExtractionPipeline.Outcome
  ) -> Result<String, ReadingProblem> {
    switch outcome {
    case .problem(let problem): return .failure(problem)
    case .article(let article, let statements):
      var text = ""
      for line in StatementJSON.lines(
        for: statements, articlePath: article.path, articleText: article.text)
      {
        text += line
        text += "\n"
      }
      return .success(text)
    }
  }
}
