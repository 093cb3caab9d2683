import ArgumentParser
import CasusExport
import CasusModel
import CasusStore

/// `casus remove ARTICLE…`: takes articles out of the database.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take articles out, with their evidence and what follows from it.",
    discussion: """
      Events that other articles tell stay. An older version of the article counts again; decisions \
      of reviewers wait for the article to come back.
      """)

  @Argument(help: "The article: its path, its address, or how its identifier begins.")
  var articles: [String]

  @OptionGroup var labels: LabelOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    let catalog = try data.catalog()
    let store = try database.openToChange(catalog: catalog)
    // All names are looked up before anything is taken out.
    let found = try articles.map { try store.article(named: $0) }
    var changes = ChangeReport()
    for article in found {
      changes += try store.removeArticle(article.id).changes
      StandardError.write(line: "casus: removed \(article.path)")
    }
    let account = try ChangeAccount(
      changes, store: store, language: labels.language, catalog: catalog)
    try output.write(account.listing, empty: "no event rested on it")
  }
}
