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
      The path of a file that holds several, such as a table of events, JSON Lines, a feed or an \
      archive, takes out all that came from it. Events that other articles tell stay. An older version of the article counts again; decisions \
      of reviewers wait for the article to come back.
      """)

  @Argument(
    help: "The article: its path, its address, or how its identifier begins; or a file of several.")
  var articles: [String]

  @OptionGroup var labels: LabelOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions

  func run() throws {
    let catalog = try data.catalog()
    let store = try database.openToChange(catalog: catalog)
    // All names are looked up before anything is taken out.
    let found = try articles.map { ($0, try store.articles(named: $0)) }
    let changes = try store.removeArticles(found.flatMap { $1.map(\.id) })
    for (name, held) in found {
      let noun = held.allSatisfy(\.text.isEmpty) ? "source" : "article"
      StandardError.write(
        line: held.count == 1
          ? "casus: removed \(held[0].path)"
          : "casus: removed \(name): \(Counted.text(held.count, noun))")
    }
    let account = try ChangeAccount(
      changes, store: store, language: labels.language, catalog: catalog)
    try output.write(account.listing, empty: "no event rested on it")
  }
}
