import ArgumentParser
import CasusExport
import CasusExtraction
import CasusKnowledge
import CasusModel
import CasusStore

/// `casus recode`: reads all articles for events anew.
struct RecodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recode",
    abstract: "Read the articles of the database anew with the present knowledge.",
    discussion: """
      Shows which events came (+), went (−) or changed (~). What reviewers decided holds. Ctrl-C ends \
      after the current batch; the same command again does the rest.
      """)

  @Argument(help: "Only these articles: path, address, or how the identifier begins.")
  var articles: [String] = []

  @Flag(help: "Only show what would change.")
  var dryRun = false

  @OptionGroup var labels: LabelOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var quiet: QuietOptions

  func run() async throws {
    Interruption.listen()
    let directory = try data.directory()
    let knowledge = Knowledge.load(from: directory, languages: [])
    let store = try database.openToChange(catalog: knowledge.catalog)
    var coding = Recoding(store: store, data: directory, threads: threads.count, isTrial: dryRun)
    if articles.isEmpty {
      if !dryRun {
        try store.register(
          actors: knowledge.actors.entries.map(\.actor), names: knowledge.actors.searchableNames)
      }
      let total = try store.summary().articles
      var meter = quiet.progressStyle.map {
        ProgressMeter(total: total, noun: "article", style: $0)
      }
      var last: Int64?
      while !Interruption.hasHappened {
        let (batch, next) = try store.articles(after: last)
        guard !batch.isEmpty else { break }
        last = next
        try await coding.recode(batch)
        meter?.update(done: coding.seen, count: coding.seen)
      }
      meter?.clear()
    } else {
      let named = try articles.map { try store.article(named: $0) }
      if let row = named.first(where: \.text.isEmpty) {
        throw CommandFailure(
          .badData, "\(row.id): is a row of a table of events, without words to be read anew")
      }
      try await coding.recode(named)
    }
    let account = try ChangeAccount(
      coding.changes, store: store, language: labels.language, catalog: knowledge.catalog)
    try output.write(account.listing, empty: "no event changed")
    if !quiet.quiet {
      StandardError.write(
        line: "casus: \(Counted.text(coding.recoded, of: coding.read, "article")) "
          + (coding.recoded == 1 ? "says something else" : "say something else")
          + (dryRun ? "; nothing was changed" : ""))
    }
    if Interruption.hasHappened {
      StandardError.write(
        line: "casus: stopped by Ctrl-C; run the same command again to do the rest")
      throw QuietExit(code: 130)
    }
    try coding.problems.finish()
  }
}
