import ArgumentParser
import CasusModel
import CasusStore
import Foundation

/// `casus merge A.db B.db…`: unites databases.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Take articles, events and decisions of other databases into this one.",
    discussion: """
      The outcome is the same whatever the order, and taking in the same twice changes nothing: events \
      are worked out from all articles. The others are only read. Ctrl-C ends after the current batch; \
      the same command again does the rest.
      """)

  @Argument(help: ArgumentHelp("The databases to take in.", valueName: "other"))
  var others: [String]

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var quiet: QuietOptions

  func run() throws {
    Interruption.listen()
    let target = Self.realPath(database.path)
    for path in others where Self.realPath(path) == target {
      throw CommandFailure(
        .usage, "\(path): is the database to merge into; name only the others, and it with --db")
    }
    // All are opened before anything is written.
    let sources = try others.map { path in
      (path, try EventStore(path: path, access: .reading, onWait: DatabaseOptions.say))
    }
    let store = try database.openForWriting(catalog: try data.catalog())
    let sizes = try sources.map { _, source in
      let summary = try source.summary()
      return summary.articles + summary.supersededArticles
    }
    var meter = quiet.progressStyle.map {
      ProgressMeter(total: sizes.reduce(0, +), noun: "article", style: $0)
    }
    var done = 0
    for ((path, source), size) in zip(sources, sizes) {
      let report = try store.merge(source) { report in
        if Interruption.hasHappened { throw Stopped() }
        let now = done + min(size, report.added + report.unchanged + report.superseded)
        meter?.update(done: now, count: now)
      }
      done += size
      meter?.clear()
      guard !quiet.quiet else { continue }
      StandardError.write(
        line: "casus: \(path): \(report.added) new, \(report.unchanged) known")
    }
    guard !quiet.quiet else { return }
    let now = try store.summary()
    try StandardOutput.write(
      "\(database.path): now \(Counted.text(now.events, "event")) of "
        + "\(Counted.text(now.actors, "actor")) from \(Counted.text(now.articles, "article"))\n")
  }

  private static func realPath(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}
