import ArgumentParser
import CasusData
import CasusModel
import CasusReading
import Foundation

/// Which articles to read, and what the caller knows of them.
struct ArticleOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Articles: files, folders, feeds, archives (docs/inputs.md); - reads standard input.",
      valueName: "path"), completion: .file())
  var paths: [String]

  @Option(
    help: "The publication date of the articles (EDTF), in place of what they say.",
    transform: EDTF.parse)
  var published: EDTF?

  @Option(
    help: "The language of the articles (id, en, …); told from the text otherwise.",
    transform: LanguageCode.read)
  var language: String?

  @Option(help: "The publisher of the articles, in place of what they say.")
  var publisher: String?

  @OptionGroup(title: "Limits") var limits: LimitOptions

  /// The articles at the paths given, or else at some of them, and the problems with them, read as
  /// they are asked for.
  func articles(_ paths: [String]? = nil, data: DataDirectory) -> ArticleSequence {
    let options = ReadingOptions(
      published: published, language: language, publisher: publisher,
      languageProfiles: LanguageProfile.all(in: data), today: Self.today, limits: limits.reading)
    return ArticleReaders.read(paths: paths ?? self.paths, options: options)
  }

  /// The day here and now, only to warn of articles from the future.
  private static var today: Int {
    let now = Date()
    let seconds = now.timeIntervalSince1970 + Double(TimeZone.current.secondsFromGMT(for: now))
    return Int((seconds / 86_400).rounded(.down))
  }
}
