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
    abstract: "Read articles or event tables and put their events into the database.",
    discussion: """
      Importing the same article again changes nothing; a corrected article (same address, new \
      text) replaces the old one, which is kept. Articles that cannot be read are reported one a \
      line, and the rest is imported all the same. Ctrl-C ends after the current batch. Tables of \
      events (GDELT, ACLED, ICEWS, POLECAT, UCDP GED, or any with --mapping; .csv .tsv .gz .zip) \
      are known by their columns; their rows become events whose evidence has no words.
      """)

  /// How many articles go into the database in one transaction.
  private static let batchSize = 3072
  /// How many changes by corrected articles are told.
  private static let mostChanges = 40

  @OptionGroup var articles: ArticleOptions
  @OptionGroup(title: "Tables of events") var tables: EventTableOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var extractor: ExtractorOptions
  @OptionGroup var labels: LabelOptions
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
    let paths = ImportPaths(
      articles.paths,
      options: try tables.options(
        data: directory, knowledge: knowledge, limits: articles.limits.reading))
    for problem in paths.problems { problems.add(problem) }
    var rows = try EventTableImport(
      store: store, rejects: tables.rejects,
      sparing: articles.paths + paths.tables.map(\.path) + [tables.mapping].compactMap(\.self),
      meter: meter(for: paths.tables))
    for table in paths.tables { try await rows.run(table, problems: &problems) }
    var bar = ProgressBar(paths: paths.articles, style: quiet.progressStyle)
    var report = ImportReport()
    var batch: [ArticleStatements] = []
    var writing = Task<ImportReport, any Error> { ImportReport() }
    let other = try extractor.other(data: directory)
    var account = ExtractorAccount()
    var undated = UndatedArticles()
    let pipeline = ExtractionPipeline(
      data: directory, knowledge: knowledge, threads: threads.count,
      mostEvents: articles.limits.events, other: other)
    try await pipeline.run(
      articles.articles(paths.articles, data: directory), isStopped: { Interruption.hasHappened }
    ) { outcomes in
      for outcome in outcomes {
        switch outcome {
        case .problem(let problem):
          bar?.clear()
          problems.add(problem)
        case .article(let article, let extraction):
          account.add(extraction)
          undated.add(article)
          if !extraction.rejections.isEmpty { bar?.clear() }
          problems.add(extraction.rejections, of: article)
          bar?.add(path: article.path, byteCount: article.text.utf8.count)
          batch.append(ArticleStatements(article: article, statements: extraction.statements))
        }
      }
      if batch.count >= Self.batchSize {
        // One batch is written while the next is read and extracted.
        report += try await writing.value
        let full = batch
        writing = Task.detached { try store.addBatch(full) }
        batch = []
      }
    }
    report += try await writing.value
    report += try store.importBatch(batch, size: Self.batchSize)
    bar?.clear()
    for line in report.rejected { problems.add(rejected: line) }
    if !quiet.quiet {
      account.tell(of: other)
      undated.tell()
    }
    let summary = ImportSummary(
      report: report, rows: rows.report, rejected: rows.rejected, hasTables: !paths.tables.isEmpty,
      hasArticles: !paths.articles.isEmpty, problemCount: problems.errorCount,
      database: try store.summary())
    if !quiet.quiet {
      try StandardOutput.write("\(database.path): \(summary)\n")
      try tell(report.corrections, store: store, catalog: knowledge.catalog)
    }
    if Interruption.hasHappened {
      StandardError.write(
        line: "casus: stopped by Ctrl-C; run the same command again to import the rest")
      throw QuietExit(code: 130)
    }
    try problems.finish()
    if rows.rejected.faultCount > 0 { throw QuietExit(code: ReadingProblem.Kind.badData.exitCode) }
  }

  /// Says what later versions of articles changed.
  private func tell(
    _ corrections: ChangeReport, store: EventStore, catalog: EventCatalog
  ) throws {
    guard !corrections.isEmpty else { return }
    let account = try ChangeAccount(
      corrections, store: store, language: labels.language, catalog: catalog)
    let table = account.listing.table
    let rest = table.rows.count - Self.mostChanges
    try StandardOutput.write(
      "\ncorrected articles changed:\n"
        + table.prefix(Self.mostChanges).text(width: Terminal.width)
        + (rest > 0 ? "… and \(rest) more\n" : ""))
  }

  /// How far the tables have come; their size is known where they are not compressed.
  private func meter(for tables: [EventTableFile]) -> ProgressMeter? {
    quiet.progressStyle.map {
      ProgressMeter(total: tables.reduce(0) { $0 + $1.size }, noun: "row", style: $0)
    }
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
  let rows: RecordReport
  let rejected: RejectedRows
  let hasTables: Bool
  let hasArticles: Bool
  let problemCount: Int
  let database: StoreSummary

  var description: String {
    var parts = hasArticles ? [Counted.text(report.added, "new article")] : []
    if report.unchanged > 0 { parts.append("\(report.unchanged) known") }
    if report.superseded > 0 { parts.append("\(report.superseded) superseded") }
    if hasTables {
      parts.append(Counted.text(rows.added, "new row"))
      if rows.known > 0 { parts.append("\(rows.known) known") }
      let setAside = rejected.count - rejected.faultCount
      if setAside > 0 { parts.append("\(setAside) set aside") }
      if rejected.faultCount > 0 { parts.append("\(rejected.faultCount) rejected") }
    }
    if problemCount > 0 { parts.append(Counted.text(problemCount, "problem")) }
    let now = [
      Counted.text(database.events, "event"), "of \(Counted.text(database.actors, "actor"))",
      "from \(Counted.text(database.articles, hasTables ? "source" : "article"))",
    ]
    return parts.joined(separator: ", ") + "; now " + now.joined(separator: " ")
  }
}
