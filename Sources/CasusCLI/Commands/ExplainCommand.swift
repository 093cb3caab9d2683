import ArgumentParser
import CasusExtraction
import CasusModel
import Foundation

/// `casus explain FILE`: which rule matched what.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show, sentence by sentence, which rules matched which words.")

  @Argument(help: "The article.")
  var file: String

  @Option(help: "The article's language (id, en, …).")
  var language: String = "en"

  @Option(help: "The publication date (EDTF).")
  var published: String?

  @OptionGroup var data: DataOptions

  func run() throws {
    let text = try String(contentsOf: URL(filePath: file), encoding: .utf8)
    let article = Article(
      id: file, path: file, title: "", text: text, language: language,
      published: published.flatMap { EDTF($0) })
    let knowledge = try data.knowledge(languages: [language])
    print(Extractor(knowledge: knowledge).explanation(of: article), terminator: "")
  }
}
