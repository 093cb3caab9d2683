import ArgumentParser
import CasusExtraction
import CasusKnowledge
import CasusModel
import CasusReading
import CasusStore
import Foundation

/// `casus import PATH…`: articles in, events into the database.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read articles and put their events into the database.",
    discussion: """
      Importing the same article again changes nothing; a corrected article (same address, new \
      text) replaces the old one, which is kept. Articles that cannot be read are reported one a \
      line, and the rest is imported all the same. Ctrl-C ends after the current batch.
      """)

  /// How many articles go into the database in one transaction.
  private static let batchSize = 256

  @OptionGroup var articles: ArticleOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var extractor: ExtractorOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var quiet: QuietOptions

  func run() async throws {
    Interruption.listen()
    let directory = try data.directory()
    let knowledge = Knowledge.load(from: directory, languages: [])
    let store = try database.openForWriting(catalog: knowledge.catalog)
    try store.register(
      actors: knowledge.actors.entries.map(\.actor), names: knowledge.actors.searchableNames)
    var problems = ProblemLog()
    var bar = ProgressBar(paths: articles.paths, style: quiet.progressStyle)
    var report = ImportReport()
    var batch: [ArticleStatements] = []
    let other = try extractor.other(data: directory)
    var account = ExtractorAccount()
    let pipeline = ExtractionPipeline(data: directory, threads: threads.count, other: other)
    try await pipeline.run(
      articles.articles(data: directory), isStopped: { Interruption.hasHappened }
    ) { outcomes in
      for outcome in outcomes {
        switch outcome {
        case .problem(let problem):
          bar?.clear()
          problems.add(problem)
        case .article(let article, let extraction):
          account.add(extraction)
          if !extraction.rejections.isEmpty { bar?.clear() }
          problems.add(extraction.rejections, of: article)
          bar?.add(path: article.path, byteCount: article.text.utf8.count)
          batch.append(ArticleStatements(article: article, statements: extraction.statements))
        }
      }
      if batch.count >= Self.batchSize {
        report += try store.addBatch(batch)
        batch = []
      }
    }
    report += try store.importBatch(batch)
    bar?.clear()
    for line in report.rejected { problems.add(rejected: line) }
    if !quiet.quiet { account.tell(of: other) }
    let summary = ImportSummary(
      report: report, problemCount: problems.errorCount, database: try store.summary())
    if !quiet.quiet { try StandardOutput.write("\(database.path): \(summary)\n") }
    if Interruption.hasHappened {
      StandardError.write(
        line: "casus: stopped by Ctrl-C; run the same command again to import the rest")
      throw QuietExit(code: 130)
    }
    try problems.finish()
  }
}

extension ActorRegistry {
  /// Every name and inflected form by which somebody may ask for an actor.
  var searchableNames: [(actor: ActorID, language: String, name: String)] {
    entries.flatMap { entry in
      entry.names.sorted { $0.key < $1.key }.flatMap { language, names in
        names.flatMap { [$0.text] + $0.forms }.map { (entry.actor.id, language, $0) }
      }
    }
  }
}

/// What an import did, in one line.
private struct ImportSummary: CustomStringConvertible {
  let report: ImportReport
  let problemCount: Int
  let database: StoreSummary

  var description: String {
    var parts = ["\(Self.count(report.added, "new article"))"]
    if report.unchanged > 0 { parts.append("\(report.unchanged) known") }
    if report.superseded > 0 { parts.append("\(report.superseded) superseded") }
    if problemCount > 0 { parts.append(Self.count(problemCount, "problem")) }
    let now = [
      Self.count(database.events, "event"), "of \(Self.count(database.actors, "actor"))",
      "from \(Self.count(database.articles, "article"))",
    ]
    return parts.joined(separator: ", ") + "; now " + now.joined(separator: " ")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
