import ArgumentParser
import CasusReading

/// How large and deep what is read may be.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("How many megabytes one article may have (default: 32).", valueName: "mb"))
  var maxArticle: Int?

  @Option(
    help: ArgumentHelp(
      "How many events one article may state (default: 10000).", valueName: "n"))
  var maxEvents: Int?

  @Option(
    help: ArgumentHelp(
      "How deeply elements or brackets may lie in each other (default: 256; no deeper than that in "
        + "pages and feeds, than 512 in JSON).", valueName: "n"))
  var maxDepth: Int?

  @Option(
    help: ArgumentHelp(
      "How many gigabytes a compressed file or table may become (default: 16).", valueName: "gb"))
  var maxUnpacked: Int?

  @Option(
    help: ArgumentHelp(
      "How many times its size it may become, beyond 16 MB (default: 500).", valueName: "n"))
  var maxRatio: Int?

  @Option(
    help: ArgumentHelp(
      "How many files an archive may hold (default: 1000000).", valueName: "n"))
  var maxFiles: Int?

  func validate() throws {
    let ranges: [(name: String, value: Int?, highest: Int)] = [
      ("--max-article", maxArticle, 1024), ("--max-events", maxEvents, .max),
      ("--max-depth", maxDepth, 512), ("--max-unpacked", maxUnpacked, 1 << 20),
      ("--max-ratio", maxRatio, .max), ("--max-files", maxFiles, .max),
    ]
    for (name, value, highest) in ranges {
      guard let value else { continue }
      guard value >= 1 else { throw ValidationError("\(name) must be at least 1") }
      guard value <= highest else { throw ValidationError("\(name) must be at most \(highest)") }
    }
  }

  /// The limits of reading.
  var reading: ReadingLimits {
    var limits = ReadingLimits()
    if let maxArticle { limits.largestArticle = maxArticle << 20 }
    limits.largestDocument = max(limits.largestDocument, limits.largestArticle)
    if let maxDepth { limits.deepestNesting = maxDepth }
    if let maxUnpacked { limits.largestSize = maxUnpacked << 30 }
    if let maxRatio { limits.largestRatio = maxRatio }
    if let maxFiles { limits.largestEntryCount = maxFiles }
    return limits
  }

  /// How many events one article may state.
  var events: Int { maxEvents ?? 10_000 }
}
