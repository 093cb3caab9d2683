import ArgumentParser
import CasusExtraction
import CasusModel
import CasusReading
import Foundation

/// `casus explain PATH…`: which rule matched what.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show, sentence by sentence, which rules matched which words.")

  @OptionGroup var articles: ArticleOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    let directory = try data.directory()
    var shelf = ExtractorShelf(data: directory)
    var problems = ProblemLog()
    for result in articles.articles(data: directory) {
      switch result.flatMap({ article in shelf.extractor(for: article).map { (article, $0) } }) {
      case .failure(let problem): problems.add(problem)
      case .success(let (article, extractor)):
        let published = article.published.map { ", published \($0)" } ?? ""
        try StandardOutput.write(
          ("\(article.path): language \(article.language ?? "?")\(published)\n"
            + extractor.explanation(of: article)).forTerminal)
      }
    }
    try problems.finish()
  }
}
