import ArgumentParser
import CasusData
import CasusKnowledge
import CasusModel

/// The language of names and labels.
struct LabelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The language of names and labels (en, id, …).", valueName: "l"),
    transform: LanguageCode.read)
  var labelLanguage: String?

  /// The language asked for, else the one that most of the articles are in, else English.
  func language(mostOf articles: [Article]) -> String {
    if let labelLanguage { return labelLanguage }
    let counts = Dictionary(grouping: articles.compactMap(\.language)) { $0 }.mapValues(\.count)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "en"
  }

  /// The language asked for, else English.
  var language: String { labelLanguage ?? "en" }
}

extension DataOptions {
  /// The event types and relation kinds alone, without actors and languages.
  func catalog() throws -> EventCatalog {
    var problems: [DataProblem] = []
    return EventCatalog.load(from: try directory(), problems: &problems)
  }
}
