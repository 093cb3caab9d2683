import ArgumentParser
import CasusData
import CasusExport
import CasusModel
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
    try await pipeline.run(articles.articles(data: directory)) { outcomes in
      var text = ""
      for outcome in outcomes {
        switch outcome {
        case .problem(let problem): problems.add(problem)
        case .article(let article, let statements):
          let lines = StatementJSON.lines(
            for: statements, articlePath: article.path, articleText: article.text)
          for line in lines { text += line + "\n" }
        }
      }
      try StandardOutput.write(text)
    }
    try problems.finish()
  }
}
