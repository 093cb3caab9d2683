import ArgumentParser
import CasusData
import CasusExtraction
import CasusKnowledge
import CasusModel
import Foundation

/// `casus score DIR`: extraction measured against gold.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Measure extraction against gold files.",
    discussion: "DIR holds NAME.json (the gold) beside NAME.txt (the article).")

  @Argument(help: ArgumentHelp("The folder of gold files.", valueName: "dir"))
  var folder: String?

  @Flag(help: "Score the examples of the language packs instead of a folder.")
  var examples = false

  @Option(help: "Score only articles in this language.", transform: LanguageCode.read)
  var language: String?

  @Option(help: "Leave out statements below this confidence, 0 to 1.")
  var minConfidence = 0.0

  @Flag(help: "List misses, false alarms and wrong fields, grouped by cause.")
  var errors = false

  @Flag(help: "Print how many of the statements of each confidence are right.")
  var reliability = false

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var data: DataOptions

  func run() throws {
    let articles = try gold().filter { language == nil || $0.gold.language == language }
    guard !articles.isEmpty else {
      throw CommandFailure(
        .badData, "\(folder ?? "examples"): no gold files (NAME.json beside NAME.txt)")
    }
    let knowledge = try data.knowledge(
      languages: Array(Set(articles.map(\.gold.language))).sorted())
    let extractor = Extractor(knowledge: knowledge)
    var score = Score()
    for (name, gold, text) in articles {
      let article = Article(
        id: name, path: name, title: "", text: text, language: gold.language,
        publisher: gold.publisher, published: gold.published.flatMap { EDTF($0) })
      let (statements, unfilled) =
        errors
        ? extractor.statementsAndUnfilledPredicates(in: article)
        : (extractor.statements(in: article), [])
      score.add(
        name: name, gold: gold, text: text,
        statements: statements.filter { $0.evidence.confidence >= minConfidence },
        unfilled: unfilled)
    }
    if errors { print(ScoreReport.faults(score), terminator: "") }
    if reliability { print(ScoreReport.reliability(score)) }
    print(json ? ScoreReport.json(score) : ScoreReport.table(score), terminator: "")
  }

  private func gold() throws -> [(name: String, gold: GoldArticle, text: String)] {
    if examples { return try GoldArticle.examples(in: DataDirectory.locate(explicit: data.data)) }
    guard let folder else {
      throw CommandFailure(.usage, "name a folder of gold files, or pass --examples")
    }
    return try GoldArticle.read(folder: URL(filePath: folder))
  }
}
